import type { ServedWords, StageWords } from '../model/talk-words.ts';
import type { LiveOptions } from './live-messages.ts';
import type { Stroke } from '../model/stroke.ts';
import type { PlannedSlide } from './talk.ts';

/** What a deck tells the script of its page. */
export interface StageOptions {
  title: string;
  width: number;
  height: number;
  plan: PlannedSlide[];
  presenterCss: string;
  /** What windows say. */
  words: StageWords;
  /** What goes on beside keys and taps: a click, the wheel. */
  advance?: readonly string[] | undefined;
  /** Scales down what does not fit. */
  fit: (slides: HTMLElement[]) => void;
  /** What was drawn in an earlier talk, by the ids of slides. */
  drawings?: Readonly<Record<string, readonly Stroke[]>> | undefined;
  /** The server that the page comes from. */
  live?: LiveOptions | undefined;
}

/** What a page that comes from a server tells its script. */
export interface ServedOptions extends StageOptions {
  words: ServedWords;
}
