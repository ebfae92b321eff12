import type { CheckSettings } from '../model/check-settings.ts';
import type { Slide } from '../model/deck.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { ProjectRule } from '../model/project-parts.ts';
import type { DeckFacts } from './deck-facts.ts';
import { RULE_IDS } from '../model/rule-ids.ts';
import { applyRules } from './apply-rules.ts';
import type { Finding, Rule } from './rule.ts';
import { RULES } from './rules.ts';

/**
 * Runs all rules over a deck, with the settings of its project, its front matter and its slides.
 *
 * @param more - rules of the project.
 */
export async function findFaults(
  facts: DeckFacts,
  settings: CheckSettings,
  more: readonly ProjectRule[] = [],
): Promise<Finding[]> {
  const rules = more.length > 0 ? [...RULES, ...(await import('./project-rules.ts')).projectRules(more)] : RULES;
  const found = [...settingFaults(facts, settings, rules), ...(await applyRules(rules, facts, settings))];
  return found.filter(
    ({ slide, ruleId }) => !slide?.settings.checkOff.includes(ruleId) && !(OF_HEADINGS.has(ruleId) && isForeign(slide)),
  );
}

/** Rules about headings: where another tool's syntax was read as one, or is in its place, that is the problem. */
const OF_HEADINGS: ReadonlySet<string> = new Set([
  'slide-empty',
  'heading-missing',
  'heading-repeated',
  'heading-order',
]);

/** Tells whether a slide begins with syntax of another tool. */
function isForeign(slide: Slide | undefined): boolean {
  if (!slide?.position) return false;
  const first = slide.content.find(({ position }) => position)?.position?.start.line;
  const { line } = slide.position.start;
  return slide.file.messages.some((message) => {
    return message.ruleId === 'foreign-syntax' && (message.line === line || message.line === first);
  });
}

/** Reports settings of unknown rules, and options that a rule does not have. */
function settingFaults({ file, deck }: DeckFacts, settings: CheckSettings, rules: readonly Rule[]): Finding[] {
  const ids = [...new Set([...RULE_IDS, ...rules.map(({ id }) => id)])];
  const finding = (reason: string, at: Pick<Finding, 'file' | 'place' | 'slide'>): Finding => ({
    ruleId: 'check-setting',
    severity: 'warning',
    reason,
    boxes: [],
    step: undefined,
    fix: undefined,
    ...at,
  });
  const position = deck.meta.positions.get('check');
  const inDeck = { file, place: position, slide: undefined };
  const ofDeck = [...settings].flatMap(([id, { options }]) => {
    if (!ids.includes(id)) return [finding(`Unknown rule “${id}” in “check”${near(id, ids)}`, inDeck)];
    const names = Object.keys(rules.find((rule) => rule.id === id)?.options ?? {});
    return [...options.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => {
        const expected = names.length > 0 ? didYouMean(name, names) : '; it has none';
        return finding(`Unknown option “${name}” of the rule “${id}”${expected}`, inDeck);
      });
  });
  const ofSlides = deck.slides.flatMap((slide) =>
    slide.settings.checkOff
      .filter((id) => !ids.includes(id))
      .map((id) => {
        const start = slide.position?.start;
        const place = start && { start, end: start };
        return finding(`Unknown rule “${id}” in “check-off”${near(id, ids)}`, { file: slide.file, place, slide });
      }),
  );
  return [...ofDeck, ...ofSlides];
}

function near(id: string, ids: readonly string[]): string {
  const advice = didYouMean(id, ids);
  return advice.startsWith('; did') ? advice : '; “lectern docs rules” lists them all';
}
