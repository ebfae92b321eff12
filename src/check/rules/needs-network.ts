import { elementsOf } from '../slide-text.ts';
import { placeOf } from '../places.ts';
import { rule, type Rule } from '../rule.ts';

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

export const needsNetwork: Rule = rule({
  id: 'needs-network',
  severity: 'info',
  about: 'something on a slide that comes from the web',
  options: {},
  check({ deck: { slides } }, tell) {
    for (const slide of slides) {
      const { background } = slide.settings;
      if (background?.kind === 'page') tellOf(background.value, undefined);
      for (const element of elementsOf(slide, () => true)) {
        const embedded = element.properties['dataEmbed'];
        const addresses = [...(LOADING.get(element.tagName) ?? []).map((name) => element.properties[name]), embedded];
        for (const address of addresses) if (typeof address === 'string') tellOf(address, placeOf(element));
        const style = String(element.properties['style'] ?? '');
        const [, inStyle] = /url\(\s*["']?((?:https?:)?\/\/[^"')]+)/i.exec(style) ?? [];
        if (inStyle) tellOf(inStyle, placeOf(element));
      }
      function tellOf(address: string, place: ReturnType<typeof placeOf>): void {
        if (!REMOTE.test(address)) return;
        const reason = `“${address}” is loaded from the network, which may be unavailable on stage; save it in the project, or have a picture of it ready`;
        tell(reason, { slide, place });
      }
    }
  },
});
