import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { Severity } from '../model/check-settings.ts';
import type { Slide } from '../model/deck.ts';
import type { DeckFacts } from './deck-facts.ts';

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
  /** Of several kinds of problems of one rule, which this is. */
  kind?: string;
  severity?: Severity;
}

export type Report = (reason: string, options: ReportOptions) => void;

/** Finds one kind of problem in a deck, or in a theme. Rules look at facts, and never change them. */
export interface Rule<Facts = DeckFacts> {
  /** Stable: decks and projects name it. */
  id: string;
  severity: Severity;
  /** A short description of the problem. */
  about: string;
  /** Its numbers, with their defaults. */
  options: Readonly<Record<string, number>>;
  /** @param numbers - those that a project or a deck sets. */
  check: (facts: Facts, report: Report, numbers?: ReadonlyMap<string, number>) => void | Promise<void>;
}

interface RuleDefinition<Names extends string, Facts> extends Omit<Rule<Facts>, 'options' | 'check'> {
  options: Readonly<Record<Names, number>>;
  check: (facts: Facts, report: Report, options: Readonly<Record<Names, number>>) => void | Promise<void>;
}

/** Defines a rule; `rules.ts` has a row for each. Its check gets all of its options, set or not. */
export function defineRule<Names extends string, Facts = DeckFacts>({
  options,
  check,
  ...rule
}: RuleDefinition<Names, Facts>): Rule<Facts> {
  return {
    ...rule,
    options,
    check(facts, report, numbers) {
      const resolved: Record<Names, number> = { ...options };
      for (const name in options) resolved[name] = numbers?.get(name) ?? options[name];
      return check(facts, report, resolved);
    },
  };
}
