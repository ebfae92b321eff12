import type { fitSlides } from './fit-slides.ts';
import type { followLinks } from './follow-links.ts';
import type { liveParts } from './live-parts.ts';

export interface StartDeckOptions {
  width: number;
  height: number;
  rtl: boolean;
  /** Name of the region that holds the slides, for screen readers. */
  label: string;
  /** Smallest factor a slide is scaled down by. */
  fitFloor: number;
  transition: string;
  /** Planned length of the talk in seconds, for the speaker view. */
  totalTime: number | null;
}

/** The functions that the deck's script has with it. */
export interface DeckTools {
  fit: typeof fitSlides;
  live: typeof liveParts;
  links: typeof followLinks;
}

interface Reveal {
  initialize: () => Promise<unknown>;
  on: (type: string, listener: (event: Event) => void) => void;
  getCurrentSlide: () => HTMLElement | null;
  getIndices: (slide: Element) => { h: number; v?: number };
  slide: (h: number, v?: number) => void;
}

interface RevealGlobals {
  Reveal: new (element: Element, options: object) => Reveal;
  RevealNotes: unknown;
  RevealSearch: unknown;
}

/** Starts the deck in its page. Like everything in this folder it is sent to the page as text. */
export function startDeck({ fit, live, links }: DeckTools, options: StartDeckOptions): void {
  const globals = globalThis as unknown as RevealGlobals;
  const region = document.querySelector<HTMLElement>('.reveal');
  if (!region) return;
  const slides = [...region.querySelectorAll<HTMLElement>('section.slide')];

  // A picture shown several times is in the file once: the others take it from there.
  for (const copy of region.querySelectorAll<HTMLElement>('[data-asset-copy]')) {
    const original = region.querySelector(`[data-asset="${copy.dataset['assetCopy']}"]`);
    copy.setAttribute('src', original?.getAttribute('src') ?? '');
  }

  // reveal.js knows slides as `#/id`; the web, and the PDF, as `#id`.
  if (/^#[^/]/.test(location.hash)) history.replaceState(null, '', location.hash.replace('#', '#/'));

  const reveal = new globals.Reveal(region, {
    width: options.width,
    height: options.height,
    margin: 0,
    center: false,
    display: 'grid',
    hash: true,
    rtl: options.rtl,
    transition: options.transition,
    backgroundTransition: 'none',
    totalTime: options.totalTime,
    controls: false,
    progress: true,
    slideNumber: false,
    scrollActivationWidth: null,
    plugins: [globals.RevealNotes, globals.RevealSearch],
  });

  live(region, reveal);
  links(region, reveal);
  let fitted = new WeakSet<HTMLElement>();
  const loadFonts = (): Promise<unknown> =>
    Promise.all([...document.fonts].map((font) => font.load().catch(() => undefined)));
  const fitOnce = (candidates: HTMLElement[]): void => {
    const fresh = candidates.filter((slide) => !fitted.has(slide) && slide.offsetHeight > 0);
    fit(fresh, options.fitFloor);
    for (const slide of fresh) fitted.add(slide);
  };
  const show = (): void => {
    const current = reveal.getCurrentSlide();
    if (!current) return;
    fitOnce([current]);
    // The bars beside the slide, where the window has another shape, take the slide's own ground.
    document.body.style.background = getComputedStyle(current).background;
  };
  // Another theme may be put into the page while it is shown: slide and step stay, what has to fit is fitted anew.
  const styles = document.querySelector('[data-styles]');
  const restyle = (): void => {
    fitted = new WeakSet();
    void loadFonts().then(show);
  };
  if (styles) new MutationObserver(restyle).observe(styles, { childList: true, characterData: true, subtree: true });
  styles?.addEventListener('load', restyle);
  reveal.on('slidechanged', show);
  reveal.on('overviewshown', () => fitOnce(slides));
  // What is measured with fallback fonts is measured wrong; all fonts are inside the document.
  void Promise.all([reveal.initialize(), loadFonts()]).then(() => {
    // reveal.js says `application`, which keeps screen readers from reading the slides.
    region.removeAttribute('role');
    region.setAttribute('aria-label', options.label);
    show();
    document.documentElement.dataset['ready'] = 'true';
  });
}
