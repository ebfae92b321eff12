import type { Layout } from '../../model/layouts.ts';
import type { TextFacts } from '../../client/inspect/collect-texts.ts';
import { declarationFor } from '../positions.ts';
import { defineRule, type Report, type Rule } from '../rule.ts';
import type { InspectedTheme, ThemeFacts } from '../theme-facts.ts';

const FAULTS: Record<NonNullable<TextFacts['fault']>, string> = {
  outside: 'reaches out of the slide',
  clipped: 'is cut off by its box',
  covered: 'meets the running footer',
  hidden: 'is hidden by another element',
  overlapping: 'meets another text',
};

/** Layouts that differ from others by the size of their text, and the token that sets it. */
const SPEAKING: [layout: Layout, part: 'heading' | 'quote', token: string][] = [
  ['cover', 'heading', '--deck-cover-size'],
  ['section', 'heading', '--deck-section-size'],
  ['statement', 'heading', '--deck-statement-size'],
  ['quote', 'quote', '--deck-quote-size'],
  ['end', 'heading', '--deck-end-size'],
];

export const themeLayout: Rule<ThemeFacts> = defineRule({
  id: 'theme-layout',
  severity: 'warning',
  about: 'layouts whose content does not fit or does not stand out',
  // A slide may be scaled a little; a text is larger than another from a tenth on.
  options: { scale: 0.92, larger: 1.1 },
  check(facts, report, { scale, larger }) {
    for (const inspected of facts.measured.values()) {
      reportFaults(inspected, facts, report);
      reportScaled(inspected, facts, { report, scale });
    }
    reportQuiet(facts, report, larger);
  },
});

/** Reports texts that are not where they should, once in each layout. */
function reportFaults({ texts }: InspectedTheme, { slides }: ThemeFacts, report: Report): void {
  for (const { slide, words, fault } of texts) {
    if (!fault) continue;
    const layout = slides[slide]?.settings.layout ?? 'default';
    const reason = `Text ${FAULTS[fault]} in the layout “${layout}”: “${words}”; give it more room`;
    report(reason, { kind: layout + fault });
  }
}

/** Reports slides of the specimen that only fit when they are scaled. */
function reportScaled(
  { fits }: InspectedTheme,
  { declarations, slides }: ThemeFacts,
  { report, scale }: { report: Report; scale: number },
): void {
  for (const { index, factor } of fits) {
    if (factor > scale) continue;
    const { title, settings } = slides[index] ?? {};
    const name = `“${title || settings?.layout}”`;
    const reason = `A typical slide (${name}, layout “${settings?.layout}”) has to be scaled to ${factor.toFixed(2)} of its size; make text or spaces smaller`;
    report(reason, { place: declarationFor(declarations, '--r-main-font-size', undefined), kind: name });
  }
}

/** Reports layouts whose text is the same size as that of a default slide, or smaller. */
function reportQuiet({ declarations, slides, measured }: ThemeFacts, report: Report, larger: number): void {
  const texts = measured.get(undefined)?.texts ?? [];
  const sizeOf = (layout: Layout, part: 'heading' | 'quote'): number =>
    Math.max(
      0,
      ...texts
        .filter((text) => slides[text.slide]?.settings.layout === layout && text.part === part)
        .map((text) => text.size),
    );
  for (const [layout, part, token] of SPEAKING) {
    const size = sizeOf(layout, part);
    const usual = sizeOf('default', part);
    if (size > usual * larger) continue;
    const reason = `Text in the layout “${layout}” (${size.toFixed(0)} px) is no larger than on a default slide (${usual.toFixed(0)} px); set ${token}`;
    report(reason, { place: declarationFor(declarations, token, undefined), kind: layout });
  }
}
