import type { ServedWords, StageWords } from '../model/talk-words.ts';
import type { LiveOptions } from './live-messages.ts';
import type { Stroke } from '../model/stroke.ts';
import type { PlannedSlide } from './talk.ts';

/** Options that a deck passes to the script of its page. */
export interface StageOptions {
  title: string;
  width: number;
  height: number;
  plan: PlannedSlide[];
  presenterCss: string;
  /** Words of the windows. */
  words: StageWords;
  /** Further ways to the next step, besides keys and taps: a click, the wheel. */
  advance?: readonly string[] | undefined;
  /** Scales down what does not fit. */
  fit: (slides: HTMLElement[]) => void;
  /** Drawings of an earlier talk, by the ids of slides. */
  drawings?: Readonly<Record<string, readonly Stroke[]>> | undefined;
  /** The server that the page comes from. */
  live?: LiveOptions | undefined;
}

/** Options that a served page passes to its script. */
export interface ServedOptions extends StageOptions {
  words: ServedWords;
}
