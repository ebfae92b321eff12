import type { PagePlugins } from './with-plugins.ts';

/** The parts of reveal.js that the talk uses. */
export interface RevealTalk {
  on: (type: string, listener: () => void) => void;
  getCurrentSlide: () => HTMLElement | null;
  getIndices: (slide?: Element) => { h: number; v?: number; f?: number };
  slide: (h: number, v?: number, f?: number) => void;
  nextFragment: () => boolean;
  prevFragment: () => boolean;
  togglePause: (paused: boolean) => void;
  isPaused: () => boolean;
  /** Takes up slides that were put in or taken out. */
  sync: () => void;
  /** Takes up the steps of a slide that is in another's place. */
  syncFragments: (slide: HTMLElement) => void;
}

/** The window that the audience sees. */
export interface SlidesWindow {
  reveal: RevealTalk;
  region: HTMLElement;
  /** Has what fits measured again. */
  restyle: () => void;
  plugins?: PagePlugins | undefined;
  /** Opens or closes the overview. */
  overview: () => void;
  /** Opens or closes the search. */
  search: () => void;
}
