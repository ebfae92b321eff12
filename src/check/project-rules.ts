import type { Node, Point, Position } from 'unist';
import { OutOfTime, withTimeout } from '../browser/with-timeout.ts';
import { slideText } from '../html/slide-text.ts';
import { failureOf } from '../model/errors.ts';
import type { ProjectRule, RuleFacts, RuleReport, SeenSlide } from '../model/project-parts.ts';
import { RuleFailure } from './apply-rules.ts';
import type { DeckFacts, SlideState } from './deck-facts.ts';
import { boxOf } from './positions.ts';
import type { Report, ReportOptions, Rule } from './rule.ts';

/** The longest time that a rule may take, in ms. */
const LONGEST = 60_000;

/** Makes rules of those of a project: they get fewer facts, in a form that stays. */
export function projectRules(rules: readonly ProjectRule[]): Rule[] {
  return rules.map((rule) => ({
    id: rule.id,
    about: rule.about,
    severity: rule.severity ?? 'warning',
    options: rule.options ?? {},
    async check(facts, report, numbers) {
      const options = { ...rule.options, ...Object.fromEntries(numbers ?? []) };
      const run = async (): Promise<void> => rule.check(factsOf(facts), reportOf(report), options);
      try {
        await withTimeout(run(), LONGEST);
      } catch (error) {
        const reason = error instanceof OutOfTime ? `it takes longer than ${LONGEST / 1000} s` : failureOf(error);
        throw new RuleFailure(`Rule “${rule.id}” failed: ${reason}`, { cause: error });
      }
    },
  }));
}

function factsOf({ deck, file, pages }: DeckFacts): RuleFacts {
  const seen = pages.filter(({ last, output }) => last && output === 'deck').map(seenSlide);
  return { deck, file, seen, slideText };
}

function seenSlide({ slide, texts, fit }: SlideState): SeenSlide {
  return {
    slide,
    scale: fit.factor,
    texts: texts.map(({ words, element, size, bold, colour, background, contrast, area }) => ({
      text: words,
      element,
      size,
      bold,
      colour,
      background,
      contrast,
      box: boxOf(area),
    })),
  };
}

function reportOf(report: Report): RuleReport {
  return (reason, { slide, place, boxes, severity } = {}) =>
    report(String(reason), {
      ...(slide && { slide }),
      ...(place && { place: positionOf(place) }),
      ...(boxes && { boxes }),
      ...(severity && { severity }),
    });
}

function positionOf(place: Node | Position | Point): ReportOptions['place'] {
  if ('type' in place) return place.position;
  return 'start' in place ? place : { start: place };
}
