import type { StageWords } from '../model/talk-words.ts';
import type { LiveOptions } from './live-messages.ts';
import { addressedId } from './follow-links.ts';
import { loadFonts } from './fit-slides.ts';
import { markSteps } from './preview.ts';
import { hideTwice, slideName } from './slide-names.ts';
import { stageAction } from './stage-keys.ts';
import type { PlannedSlide } from './talk.ts';

export interface ReadingOptions {
  words: StageWords;
  plan: readonly PlannedSlide[];
  /** Of slides. */
  width: number;
  height: number;
}

/** Returns the query for a phone that is held upright, on which slides are read. */
function phoneUpright(): MediaQueryList {
  return matchMedia('(max-width: 600px) and (orientation: portrait) and (pointer: coarse)');
}

/** Tells whether the address asks for a page to read. */
const isAsked = (): boolean => /[?&]read/.test(location.search);

/** Tells whether the page is to be read: its address says so, or it is on a phone that is held upright. */
export function isRead(live?: LiveOptions): boolean {
  // A phone that leads the talk shows slides.
  const reads = phoneUpright().matches && live?.view !== 'slides';
  return isAsked() || (reads && !/[?&]slides/.test(location.search));
}

/** Shows the page as text to read. */
export function openReading(): void {
  location.search = '?read';
}

/** A page of slides to read. */
export interface Reading {
  slides: () => HTMLElement[];
  /** Returns the slide that is read. */
  seen: () => HTMLElement | undefined;
  /** Takes up slides that were put into the page. */
  refresh: () => void;
}

/**
 * Shows all slides below each other as a page of text, after their last steps. Lines and letters are as large as the
 * reader's zoom makes them. Turning the phone returns to the slides.
 *
 * @param follow - lets a page from a server follow the deck, and the speaker where it belongs to the audience.
 */
export function startReading(
  region: HTMLElement,
  { words, plan, width, height }: ReadingOptions,
  follow: (reading: Reading) => void,
): void {
  const root = document.documentElement;
  const slides = (): HTMLElement[] => [...region.querySelectorAll<HTMLElement>('section.slide')];
  const seen = (): HTMLElement | undefined =>
    slides().find((slide) => slide.getBoundingClientRect().bottom > innerHeight / 4);
  root.classList.add('reading');
  region.classList.add('print');
  const reflow = (): void => {
    const room = root.clientWidth;
    root.style.setProperty('--deck-width', `${room}px`);
    const narrow = room < 832 || height > width;
    for (const slide of slides()) {
      if (narrow) slide.dataset['page'] = 'upright';
      else delete slide.dataset['page'];
    }
  };
  const refresh = (): void => {
    reflow();
    for (const slide of slides()) {
      markSteps(slide, Infinity);
      hideTwice(slide);
      const { number } = slideName(slide, plan);
      if (number) Object.assign(slide, { role: 'group', ariaLabel: number });
    }
  };
  window.addEventListener('resize', reflow);
  refresh();
  wayBack(words, seen);
  void loadFonts().then(() => {
    document.getElementById(addressedId())?.scrollIntoView();
    root.dataset['ready'] = 'true';
  });
  follow({ slides, seen, refresh });
}

/** Leads back to the slides: by a button, by keys, and by turning the phone where it is read for being held upright. */
function wayBack(words: StageWords, seen: Reading['seen']): void {
  const leave = (search = ''): void => {
    location.href = `${location.pathname}${search}#/${seen()?.id ?? ''}`;
    if (location.search === search) location.reload();
  };
  const phone = phoneUpright();
  if (!isAsked()) phone.addEventListener('change', () => leave());
  const back = document.createElement('button');
  const { lang, dir, slides } = words;
  Object.assign(back, { className: 'reading-back', lang, dir, textContent: slides });
  const slidesAgain = (): void => leave(phone.matches ? '?slides' : '');
  back.addEventListener('click', slidesAgain);
  document.body.append(back);
  window.addEventListener('keydown', (event) => {
    if (/^(?:read|close)$/.test(stageAction(event) ?? '')) slidesAgain();
  });
}
