import type { VFile } from 'vfile';
import type { Deck, Output, Slide } from '../model/deck.ts';
import type { FitResult } from '../client/fit-slides.ts';
import type { AxeFault } from '../client/inspect/run-axe.ts';
import type { InspectedSlide } from '../client/inspect/inspect-slides.ts';

/** A slide as it looks in one output after one step. */
export interface SlideState extends InspectedSlide {
  slide: Slide;
  /** Index of the slide in the deck. */
  index: number;
  step: number;
  /** The slide's last state. */
  last: boolean;
  output: Output;
  fit: FitResult;
  /** How its logo is seen, on the first of slides that look alike behind it. */
  logo?: LogoFacts;
}

/** How a logo is seen on a slide. */
interface LogoFacts {
  /** The mean colour behind it, as `#rrggbb`. */
  ground: string;
  /** Contrasts of its outline with what is behind it, the lowest first. */
  contrasts: number[];
}

/** Facts about a deck for its rules. */
export interface DeckFacts {
  deck: Deck;
  /** The deck's own source. */
  file: VFile;
  /** In the deck's order; empty where no browser looked. */
  pages: readonly SlideState[];
  axe: readonly (Omit<AxeFault, 'page'> & { page: SlideState })[];
  /** Returns the characters that no font of a CSS `font-family` in the deck has. */
  lacking: (family: string, characters: string) => string[];
  /** Requests an address on the web; `undefined` where that is not wanted. */
  ask: ((address: string) => Promise<string | undefined>) | undefined;
}
