import type { Drawing, SlideStep, PlannedSlide, Stroke, Talk, TalkMessage } from './talk.ts';

/** What a page needs to know of the server that it comes from. */
export interface LiveOptions {
  /** Changes with everything that pages show. */
  version: string;
  /** Of the slides, in their order. */
  hashes: string[];
  view: 'slides' | 'remote' | 'follower';
}

/** A deck as it is now; slides that the last version had already come without their HTML. */
export interface DeckPatch {
  type: 'deck';
  version: string;
  title: string;
  plan: PlannedSlide[];
  slides: { hash: string; html?: string }[];
  /** Address of the style sheet. */
  style: string;
}

export interface LiveFault {
  file: string;
  line?: number | undefined;
  column?: number | undefined;
  reason: string;
}

/** What the check found on a slide. */
export interface LiveFinding extends LiveFault {
  /** Its id. */
  slide: string;
  severity: 'error' | 'warning' | 'info';
}

/** What a server says. */
export type ServerMessage =
  | TalkMessage
  | DeckPatch
  | { type: 'reload' }
  /** The server's time, in ms since 1970: clocks of phones differ. */
  | { type: 'clock'; now: number }
  /** How many windows show the slides. */
  | { type: 'windows'; slides: number }
  /** What keeps the deck from being shown as it is written; empty when that is over. */
  | { type: 'faults'; faults: LiveFault[] }
  /** What the check found, all of it. */
  | { type: 'findings'; findings: LiveFinding[] }
  /** Where the audience is, for those who follow. */
  | { type: 'shown'; shown: SlideStep; black: boolean };

/** What a page says to its server. */
export type PageMessage =
  /** Said first; `presents` where the window shows the presenter view. */
  | { type: 'hello'; talk?: Talk; version: string; presents?: boolean }
  | { type: 'talk'; talk: Talk }
  | { type: 'drawing'; slide: string; drawing: Drawing }
  | { type: 'trace'; slide: string; stroke: Stroke | null }
  | { type: 'pointer'; point: [x: number, y: number] | null };
