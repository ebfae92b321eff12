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

/** What a rule found. */
export interface Finding {
  ruleId: string;
  severity: Severity;
  /** What is wrong, how much, and what to do. */
  reason: string;
  file: VFile;
  /** Where its author can mend it; `undefined` for the file as a whole. */
  place: { start: Point; end: Point } | undefined;
  /** The slide it is on; `undefined` for the deck as a whole. */
  slide: Slide | undefined;
  /** What is faulty on that slide, where it can be shown. */
  boxes: Box[];
  /** How the slide looked: the step that was taken, where it was not the last one. */
  step: number | undefined;
  fix: Fix | undefined;
}

export interface ReportOptions extends Partial<Pick<Finding, 'boxes' | 'step' | 'fix' | 'file'>> {
  slide?: Slide | undefined;
  /** Where it is in the source. @default the slide's beginning */
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
  /** What it finds, in a few words. */
  about: string;
  /** Numbers it goes by, and how many of what they are. */
  options: Readonly<Record<Names, number>>;
  check: (facts: DeckFacts, report: Report, options: Readonly<Record<Names, number>>) => void | Promise<void>;
}

/** A rule as the list of rules holds it, with the names of its options inferred. */
export function rule<Names extends string>(made: Rule<Names>): Rule {
  return made as unknown as Rule;
}
