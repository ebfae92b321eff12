import type { Rehearsal } from '../model/rehearsal.ts';
import type { Stroke } from '../model/stroke.ts';
import type { Drawing, SlideStep, PlannedSlide, Talk, TalkMessage } from './talk.ts';
import type { AudienceAct, AudienceNews, AudienceOrder } from './audience-messages.ts';

/** Facts about the server that a page comes from. */
export interface LiveOptions {
  /** Changes with everything that pages show. */
  version: string;
  /** Of the slides, in their order. */
  hashes: string[];
  view: 'slides' | 'remote' | 'follower';
  /** Others may follow the talk, and take part. */
  shared: boolean;
  /** Styles of the parts for taking part. */
  audienceCss?: string;
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

/** A finding of the check on a slide. */
export interface LiveFinding extends LiveFault {
  /** Its id. */
  slide: string;
  severity: 'error' | 'warning' | 'info';
}

/** Changes that a rehearsal made to a source. */
export interface WrittenDurations {
  /** Slides whose duration is another one now. */
  written: number;
  /** Titles of slides whose source has no certain place for it. */
  left: string[];
  /** Why nothing, or not all, could be written. */
  problem?: string | undefined;
}

/** Messages of a server. */
export type ServerMessage =
  | TalkMessage
  | AudienceNews
  | DeckPatch
  | { type: 'reload' }
  /** The server's time, in ms since 1970: clocks of phones differ. */
  | { type: 'clock'; now: number }
  /** How many windows show the slides. */
  | { type: 'windows'; slides: number }
  /** Problems that keep the deck from being shown as written; empty when they are fixed. */
  | { type: 'faults'; faults: LiveFault[] }
  /** Rehearsals that were ended, newest first. */
  | { type: 'rehearsals'; kept: readonly Rehearsal[] }
  /** Whether times are recorded, and those that were until the last step. */
  | { type: 'rehearsing'; on: boolean; current: Rehearsal | undefined }
  | ({ type: 'durations' } & WrittenDurations)
  /** The drawings are kept beside the deck, or why they are not. */
  | { type: 'drawings-kept'; file?: string | undefined; problem?: string | undefined }
  /** All findings of the check. */
  | { type: 'findings'; findings: LiveFinding[] }
  /** The position of the audience, for followers. */
  | { type: 'shown'; shown: SlideStep; black: boolean };

/** Commands of the speaker for rehearsals, which are named by their start. */
export type RehearsalMessage =
  | { type: 'rehearse'; on: boolean }
  | { type: 'forget-rehearsal'; started: number }
  | { type: 'write-durations'; started: number };

/** Messages of a page to its server. */
export type PageMessage =
  | AudienceAct
  | AudienceOrder
  /** Said first; `presents` where the window shows no slides to an audience. */
  | { type: 'hello'; talk?: Talk; version: string; presents?: boolean }
  | RehearsalMessage
  /** Keep all drawings beside the deck; `size` is that of a slide. */
  | { type: 'keep-drawings'; size: [width: number, height: number] }
  | { type: 'talk'; talk: Talk }
  | { type: 'drawing'; slide: string; drawing: Drawing }
  | { type: 'trace'; slide: string; stroke: Stroke | null }
  | { type: 'pointer'; point: [x: number, y: number] | null; spot?: number | undefined };
