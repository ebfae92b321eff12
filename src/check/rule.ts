import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { Severity } from '../model/check-settings.ts';
import type { Slide } from '../model/deck.ts';
import type { DeckFacts } from './deck-facts.ts';
import type { CheckRule } from '../model/rule-ids.ts';

/** A part of a slide in its px, from its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A piece of a source to put in place of another one. */
export interface Fix {
  /** Offsets in the file's text. */
  start: number;
  end: number;
  text: string;
}

/** A problem that a rule found. */
export interface Finding {
  ruleId: string;
  severity: Severity;
  /** The problem, its extent, and the action to take. */
  reason: string;
  file: VFile;
  /** Position in the source; `undefined` for the file as a whole. */
  place: { start: Point; end: Point } | undefined;
  /** The slide it is on; `undefined` for the deck as a whole. */
  slide: Slide | undefined;
  /** Faulty parts of that slide, where they can be shown. */
  boxes: Box[];
  /** The step after which it was found; `undefined` for the last one. */
  step: number | undefined;
  fix: Fix | undefined;
}

export interface ReportOptions extends Partial<Pick<Finding, 'boxes' | 'step' | 'fix' | 'file'>> {
  slide?: Slide | undefined;
  /** Position in the source. @default the slide's beginning */
  place?: { start: Point; end?: Point | undefined } | undefined;
  /** Of several kinds of faults of one rule, which this is. */
  kind?: string;
  severity?: Severity;
}

export type Report = (reason: string, options: ReportOptions) => void;

/** Finds one kind of fault. Rules look at facts, and never change them. */
export interface Rule<Names extends string = string> {
  /** Stable: decks and projects name it. */
  id: CheckRule;
  severity: Severity;
  /** A short description of the problem. */
  about: string;
  /** Numbers it goes by, and how many of what they are. */
  options: Readonly<Record<Names, number>>;
  check: (facts: DeckFacts, report: Report, options: Readonly<Record<Names, number>>) => void | Promise<void>;
}

/** Registers a rule, with the names of its options inferred. */
export function rule<Names extends string>(made: Rule<Names>): Rule {
  return made as unknown as Rule;
}
