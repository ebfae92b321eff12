import { announceSlides } from './announce.ts';
import type { SlidesWindow } from './slides-window.ts';
import type { PlayerParts } from './player-parts.ts';
import { planOf, type PlanRow } from './plan-rows.ts';
import type { StageOptions } from './stage-options.ts';
import { startStage, type ServedStage } from './start-stage.ts';
import { fitSlides, loadFonts } from './fit-slides.ts';
import { followLinks, mendAddress, type RevealPlaces } from './follow-links.ts';
import { isRead, startReading } from './reading-view.ts';
import { presses, writes } from './stage-keys.ts';
import { createSearch } from './search.ts';
import { printDeck } from './print-deck.ts';
import { Overview } from './overview.ts';
import { nameFields } from './name-fields.ts';
import { liveParts, type RevealEvents } from './live-parts.ts';
import type { PluginParts } from './with-plugins.ts';

export interface StartDeckOptions extends Omit<StageOptions, 'fit' | 'plan'> {
  plan: PlanRow[];
  rtl: boolean;
  /** Name of the region that holds the slides, for screen readers. */
  label: string;
  /** Smallest factor a slide is scaled down by. */
  fitFloor: number;
  transition: string;
  /** Addresses for cards of videos and sounds on paper, by the ids of their slides. */
  films?: Record<string, string[]> | undefined;
}

/** Parts that only some pages have. */
export interface DeckParts {
  plugins?: PluginParts | undefined;
  players?: PlayerParts | undefined;
  /** Of pages from `lectern present`. */
  served?: ServedStage;
}

type DeckReveal = SlidesWindow['reveal'] & RevealPlaces & RevealEvents & { initialize: () => Promise<unknown> };

interface RevealGlobals {
  Reveal: new (element: Element, options: object) => DeckReveal;
}

/** Returns the configuration of reveal.js. */
function revealOptions({ width, height, rtl, transition }: Omit<StartDeckOptions, 'plan'>): object {
  return {
    width,
    height,
    margin: 0,
    center: false,
    display: 'grid',
    hash: true,
    fragmentInURL: true,
    help: false,
    // Pages that a slide shows, or that have opened this one, could lead the talk and ask for its notes.
    postMessage: false,
    postMessageEvents: false,
    overview: false,
    // With Alt the arrows skip steps; which slide follows is the same.
    navigationMode: 'linear',
    keyboardCondition: (event: KeyboardEvent) => !presses(event) && !writes(event),
    rtl,
    // The viewer's wish for less motion takes precedence over the deck.
    ...(matchMedia('(prefers-reduced-motion: reduce)').matches
      ? { transition: 'none', autoAnimate: false }
      : { transition }),
    backgroundTransition: 'none',
    controls: false,
    progress: true,
    // Not shown: how the field that G opens counts.
    slideNumber: 'c',
    showSlideNumber: 'print',
    scrollActivationWidth: null,
  };
}

/** An image shown several times is in the file once: the others take it from there. */
function copyPictures(region: HTMLElement): void {
  const pictures = new Map<string | undefined, string | null>();
  for (const one of region.querySelectorAll<HTMLElement>('[data-asset]'))
    pictures.set(one.dataset['asset'], one.getAttribute('src'));
  for (const copy of region.querySelectorAll<HTMLElement>('[data-asset-copy]'))
    copy.setAttribute('src', pictures.get(copy.dataset['assetCopy']) ?? '');
}

/**
 * Starts the deck in its page. Like everything in this folder it is sent to the page as text.
 *
 * @param parts - what the page has beside this script.
 */
export function startDeck(given: StartDeckOptions, { plugins, players, served }: DeckParts = {}): void {
  const globals = globalThis as unknown as RevealGlobals;
  const region = document.querySelector<HTMLElement>('.reveal');
  if (!region) return;
  const options = { ...given, plan: planOf(given.plan) };
  const slides = [...region.querySelectorAll<HTMLElement>('section.slide')];

  copyPictures(region);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches)
    for (const slide of slides) delete slide.dataset['transition'];

  mendAddress();
  const fit = (some: HTMLElement[]): void => void fitSlides(some, options.fitFloor);
  const { words } = options;
  const join = startStage({ ...options, fit }, { players, served });
  if (!join) return;
  const { live } = options;
  if (isRead(live))
    return startReading(region, options, (reading) => live && served?.read(reading, region, { live, join }));
  const create = (more: object): DeckReveal => new globals.Reveal(region, { ...more, ...revealOptions(options) });
  const { reveal, pagePlugins } = plugins?.withPlugins(globals.Reveal, create) ?? { reveal: create({}) };

  liveParts(region, reveal);
  followLinks(region, reveal);
  let fitted = new WeakSet<HTMLElement>();
  const fitOnce = (candidates: HTMLElement[]): void => {
    const fresh = candidates.filter((slide) => !fitted.has(slide) && slide.offsetHeight > 0);
    fitSlides(fresh, options.fitFloor);
    for (const slide of fresh) fitted.add(slide);
  };
  const show = (): void => {
    const current = reveal.getCurrentSlide();
    if (!current) return;
    fitOnce([current]);
    for (const media of region.querySelectorAll<HTMLMediaElement>('video, audio'))
      if (!current.contains(media)) media.pause();
    // The bars beside the slide, in a window of another shape, have the background of the slide.
    document.body.style.background = getComputedStyle(current).background;
  };
  const overview = new Overview(region, reveal, { ...options, fitOnce });
  // Another theme may be put into the page while it is shown: slide and step stay, and content is fitted again.
  const styles = document.querySelector('[data-styles]');
  const restyle = (): void => {
    fitted = new WeakSet();
    void loadFonts().then(show);
    overview.refresh();
  };
  if (styles) new MutationObserver(restyle).observe(styles, { childList: true, characterData: true, subtree: true });
  styles?.addEventListener('load', restyle);
  printDeck(region, { fit, films: options.films ?? {}, done: restyle });
  reveal.on('slidechanged', show);
  // What is measured with fallback fonts is measured wrong; all fonts are inside the document.
  void Promise.all([reveal.initialize(), loadFonts()]).then(() => {
    // reveal.js says `application`, which keeps screen readers from reading the slides.
    region.removeAttribute('role');
    region.setAttribute('aria-label', options.label);
    nameFields(region, words);
    const search = createSearch(region, reveal, words);
    announceSlides(region, reveal, options.plan);
    join({ reveal, region, restyle, plugins: pagePlugins, overview: () => overview.toggle(), search });
    show();
    document.documentElement.dataset['ready'] = 'true';
  });
}
