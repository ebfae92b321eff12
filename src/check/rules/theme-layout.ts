import type { Layout } from '../../model/deck.ts';
import type { TextFacts } from '../../client/inspect/collect-texts.ts';
import { declarationFor } from '../theme-css.ts';
import { warnAt } from '../warn-at.ts';
import type { ThemeRule } from '../theme-facts.ts';

const FAULTS: Record<NonNullable<TextFacts['fault']>, string> = {
  outside: 'reaches out of the slide',
  clipped: 'is cut off by its box',
  covered: 'meets the running footer',
  hidden: 'is hidden by another element',
  overlapping: 'meets another text',
};

/** Layouts that are told from others by the size of what they say, and the token that sets it. */
const SPEAKING: [layout: Layout, part: 'heading' | 'quote', token: string][] = [
  ['cover', 'heading', '--deck-cover-size'],
  ['section', 'heading', '--deck-section-size'],
  ['statement', 'heading', '--deck-statement-size'],
  ['quote', 'quote', '--deck-quote-size'],
  ['end', 'heading', '--deck-end-size'],
];

/** Every layout holds what it is made for, and those that speak up are seen to. */
export const themeLayout: ThemeRule = ({ file, declarations, slides, measured }) => {
  const reported = new Set<string>();
  for (const { texts, fits } of measured.values()) {
    for (const { slide, words, fault } of texts) {
      const layout = slides[slide]?.settings.layout ?? 'default';
      if (!fault || reported.has(layout + fault)) continue;
      reported.add(layout + fault);
      warnAt(file, `Text ${FAULTS[fault]} in the layout “${layout}”: “${words}”; give it more room`, {
        place: undefined,
        ruleId: 'theme-layout',
      });
    }
    for (const { index, factor } of fits) {
      const { title, settings } = slides[index] ?? {};
      const name = `“${title || settings?.layout}”`;
      if (factor > 0.92 || reported.has(name)) continue;
      reported.add(name);
      const reason = `An ordinary slide (${name}, layout “${settings?.layout}”) has to be scaled to ${factor.toFixed(2)} of its size; make text or spaces smaller`;
      warnAt(file, reason, {
        place: declarationFor(declarations, '--r-main-font-size', undefined),
        ruleId: 'theme-layout',
      });
    }
  }
  const texts = measured.get(undefined)?.texts ?? [];
  const sizeOf = (layout: Layout, part: 'heading' | 'quote'): number =>
    Math.max(
      0,
      ...texts
        .filter((text) => slides[text.slide]?.settings.layout === layout && text.part === part)
        .map((text) => text.size),
    );
  const title = sizeOf('default', 'heading');
  for (const [layout, part, token] of SPEAKING) {
    const size = sizeOf(layout, part);
    const usual = part === 'quote' ? sizeOf('default', 'quote') : title;
    if (size > usual * 1.1) continue;
    const reason = `Text in the layout “${layout}” (${size.toFixed(0)} px) is no larger than on a default slide (${usual.toFixed(0)} px); set ${token}`;
    warnAt(file, reason, { place: declarationFor(declarations, token, undefined), ruleId: 'theme-layout' });
  }
};
