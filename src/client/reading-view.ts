import type { StageWords } from '../model/talk-words.ts';
import type { LiveOptions } from './live-messages.ts';
import { addressedId } from './follow-links.ts';
import { markSteps } from './preview.ts';
import { hideTwice, slideName } from './slide-names.ts';
import { stageAction } from './stage-keys.ts';
import type { PlannedSlide } from './talk.ts';

export interface ReadingOptions {
  words: StageWords;
  plan: readonly PlannedSlide[];
  live?: LiveOptions | undefined;
}

/** Returns the query for a phone that is held upright, on which slides are read. */
function phoneUpright(): MediaQueryList {
  return matchMedia('(max-width: 600px) and (orientation: portrait) and (pointer: coarse)');
}

/** Tells whether the page is to be read: its address says so, or it is on a phone that is held upright. */
export function isRead(live?: LiveOptions): boolean {
  const asked = new URLSearchParams(location.search);
  // A phone that leads the talk shows slides.
  const reads = phoneUpright().matches && live?.view !== 'slides';
  return asked.has('read') || (reads && !asked.has('slides'));
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
 * reader's zoom makes them. Whoever turns the phone goes on with slides.
 *
 * @param follow - lets the page follow the speaker, where it belongs to the audience.
 */
export function startReading(
  region: HTMLElement,
  { words, plan, live }: ReadingOptions,
  follow: (reading: Reading) => void,
): void {
  const root = document.documentElement;
  const slides = (): HTMLElement[] => [...region.querySelectorAll<HTMLElement>('section.slide')];
  const seen = (): HTMLElement | undefined =>
    slides().find((slide) => slide.getBoundingClientRect().bottom > innerHeight / 4);
  root.classList.add('reading');
  region.classList.add('print');
  const upright = new WeakSet(slides().filter(({ dataset }) => dataset['page'] === 'upright'));
  const reflow = (): void => {
    root.style.setProperty('--deck-width', `${root.clientWidth}px`);
    const narrow = matchMedia('(max-width: 52rem)').matches;
    for (const slide of slides()) {
      if (narrow || upright.has(slide)) slide.dataset['page'] = 'upright';
      else delete slide.dataset['page'];
    }
  };
  const refresh = (): void => {
    reflow();
    for (const slide of slides()) {
      markSteps(slide, Infinity);
      hideTwice(slide);
      const { number } = slideName(slide, plan);
      if (!number) continue;
      slide.setAttribute('role', 'group');
      slide.setAttribute('aria-label', number);
    }
  };
  window.addEventListener('resize', reflow);
  refresh();
  wayBack(words, seen);
  const fonts = [...document.fonts].map((font) => font.load().catch(() => undefined));
  void Promise.all(fonts).then(() => {
    document.getElementById(addressedId())?.scrollIntoView();
    root.dataset['ready'] = 'true';
  });
  if (live?.view === 'follower') follow({ slides, seen, refresh });
}

/** Leads back to the slides: by a button, by keys, and by turning the phone where it is read for being held upright. */
function wayBack(words: StageWords, seen: Reading['seen']): void {
  const leave = (search = ''): void => {
    location.href = `${location.pathname}${search}#/${seen()?.id ?? ''}`;
    if (location.search === search) location.reload();
  };
  const phone = phoneUpright();
  if (!new URLSearchParams(location.search).has('read')) phone.addEventListener('change', () => leave());
  const back = document.createElement('button');
  back.type = 'button';
  back.className = 'reading-back';
  [back.lang, back.dir, back.textContent] = [words.lang, words.dir, words.slides];
  const slidesAgain = (): void => leave(phone.matches ? '?slides' : '');
  back.addEventListener('click', slidesAgain);
  document.body.append(back);
  window.addEventListener('keydown', (event) => {
    if (/^(?:read|close)$/.test(stageAction(event) ?? '')) slidesAgain();
  });
}
