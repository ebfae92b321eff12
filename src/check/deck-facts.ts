import type { VFile } from 'vfile';
import type { Deck, Output, Slide } from '../model/deck.ts';
import type { FitResult } from '../stage/in-page/fit-slides.ts';
import type { AxeFault } from './in-page/run-axe.ts';
import type { SeenSlide } from './in-page/see-slides.ts';

/** A slide as it looks in one output after one step. */
export interface LookedPage extends SeenSlide {
  slide: Slide;
  /** Index of the slide in the deck. */
  index: number;
  step: number;
  /** The slide's last state. */
  last: boolean;
  output: Output;
  fit: FitResult;
}

/** What the rules for decks look at. */
export interface DeckFacts {
  deck: Deck;
  /** The deck's own source. */
  file: VFile;
  /** In the deck's order; empty where no browser looked. */
  pages: readonly LookedPage[];
  axe: readonly (Omit<AxeFault, 'page'> & { page: LookedPage })[];
  /** Which of these characters none of the fonts in the deck has that a CSS `font-family` names. */
  lacking: (family: string, characters: string) => string[];
  /** Asks the web for an address; `undefined` where that was not wished for. */
  ask: ((address: string) => Promise<string | undefined>) | undefined;
}
