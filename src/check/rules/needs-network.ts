import { elementsOf } from '../slide-text.ts';
import { positionOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

/** Attributes with addresses that elements load. */
const LOADING = new Map([
  ['iframe', ['src']],
  ['img', ['src']],
  ['video', ['src', 'poster']],
  ['audio', ['src']],
  ['source', ['src']],
  ['script', ['src']],
  ['link', ['href']],
  ['object', ['data']],
  ['embed', ['src']],
]);
const REMOTE = /^(?:https?:)?\/\//i;

export const needsNetwork: Rule = defineRule({
  id: 'needs-network',
  severity: 'info',
  about: 'content that is loaded from the web',
  options: {},
  check({ deck: { slides } }, report) {
    for (const slide of slides) {
      const { background } = slide.settings;
      if (background?.kind === 'page') reportAddress(background.value, undefined);
      for (const element of elementsOf(slide, () => true)) {
        const embedded = element.properties['dataEmbed'];
        const addresses = [...(LOADING.get(element.tagName) ?? []).map((name) => element.properties[name]), embedded];
        for (const address of addresses) if (typeof address === 'string') reportAddress(address, positionOf(element));
        const style = String(element.properties['style'] ?? '');
        const [, inStyle] = /url\(\s*["']?((?:https?:)?\/\/[^"')]+)/i.exec(style) ?? [];
        if (inStyle) reportAddress(inStyle, positionOf(element));
      }
      function reportAddress(address: string, place: ReturnType<typeof positionOf>): void {
        if (!REMOTE.test(address)) return;
        const reason = `“${address}” is loaded from the network, which may be unavailable on stage; save it in the project, or prepare an image of it`;
        report(reason, { slide, place });
      }
    }
  },
});
