import { toString } from 'hast-util-to-string';
import { elementsOf } from '../slide-text.ts';
import { positionOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const codeLength: Rule = defineRule({
  id: 'code-length',
  severity: 'info',
  about: 'a code block with too many lines',
  options: { most: 20 },
  check({ deck: { slides } }, report, { most }) {
    for (const slide of slides) {
      for (const block of elementsOf(slide, ({ tagName }) => tagName === 'pre')) {
        const lines = toString(block).trimEnd().split('\n').length;
        if (lines <= most) continue;
        const reason = `Code has ${lines} lines, expected at most ${most}; show only the lines that matter, as with lines=10-24`;
        report(reason, { slide, place: positionOf(block) });
      }
    }
  },
});
