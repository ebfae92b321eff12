import { elementsOf, textOf } from '../slide-text.ts';
import { positionOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

const NOTHING = /^(?:click here|here|this|link|this link|more|read more|hier|ici|aquí|qui)[.!…]?$/i;

export const linkText: Rule = defineRule({
  id: 'link-text',
  severity: 'warning',
  about: 'a link that does not say where it leads',
  options: {},
  check({ deck: { slides } }, report) {
    for (const slide of slides) {
      for (const link of elementsOf(
        slide,
        ({ tagName, properties }) => tagName === 'a' && properties['href'] !== undefined,
      )) {
        if (link.properties['dataFootnoteBackref'] !== undefined || link.properties['dataFootnoteRef'] !== undefined)
          continue;
        const pictured = elementsOf(
          { content: [link], background: [] },
          ({ tagName, properties }) => tagName === 'svg' || (tagName === 'img' && Boolean(properties['alt'])),
        );
        const words = textOf(link) || String(link.properties['ariaLabel'] ?? '');
        if ((words && !NOTHING.test(words)) || (!words && pictured.length > 0)) continue;
        const reason = words
          ? `Link says “${words}”, which means nothing on its own or on paper; say where it leads`
          : 'Link has no text; say where it leads';
        report(reason, { slide, place: positionOf(link) });
      }
    }
  },
});
