import type { ElementContent } from 'hast';
import type { Slide } from '../model/deck.ts';
import { eachElement } from '../model/walk.ts';
import { element, text } from './elements.ts';

/** Links the entries of a list of references back to the slides that cite them, by the numbers of these. */
export function linkCitations(slides: readonly Slide[]): void {
  const places = new Map<string, Slide>();
  const onSlides = slides.map(({ content }) => ({ type: 'root' as const, children: content }));
  for (const [index, root] of onSlides.entries()) {
    const slide = slides[index];
    eachElement(root, ({ properties: { id } }) => {
      if (slide && typeof id === 'string' && id.startsWith('cite:')) places.set(id, slide);
    });
  }
  for (const root of onSlides) {
    eachElement(root, (target) => {
      const cited = target.properties['dataCited'];
      if (typeof cited !== 'string') return;
      const shown = new Map<Slide, string>();
      for (const id of cited.split(' ')) {
        const slide = places.get(id);
        if (slide && !shown.has(slide)) shown.set(slide, id);
      }
      // They are reported again if a slide becomes several.
      target.properties = { dataCited: cited, ...(shown.size > 0 && { className: ['cited-at'] }) };
      target.children = shown.size > 0 ? backlinks(shown) : [];
    });
  }
}

function backlinks(shown: ReadonlyMap<Slide, string>): ElementContent[] {
  return [...shown].flatMap(([{ number, title, id: slideId }, id], index) => {
    const label = title || (number === undefined ? slideId : String(number));
    const properties = { href: `#${encodeURIComponent(id)}`, title: label };
    const link = element('a', properties, [text(number === undefined ? '↑' : String(number))]);
    return [text(index === 0 ? '\u00A0↑\u00A0' : ', '), link];
  });
}
