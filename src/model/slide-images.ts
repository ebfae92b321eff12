import type { Element, ElementContent } from 'hast';
import { assetUrl } from './asset-url.ts';
import type { Slide } from './deck.ts';
import { eachElement } from './walk.ts';

/** Returns the ids of the files that a slide shows with `img`. */
export function imagesOf({ content, background, notes }: Slide): string[] {
  const found = new Set<string>();
  for (const image of imageElements([...content, ...background, ...notes])) found.add(assetOf(image));
  return [...found];
}

/** Returns a slide with other images, by the ids of their files; the given one stays as it is. */
export function withImages(slide: Slide, replaced: ReadonlyMap<string, string>): Slide {
  const changed = (nodes: ElementContent[]): ElementContent[] => {
    const copies = structuredClone(nodes);
    for (const image of imageElements(copies)) {
      const other = replaced.get(assetOf(image));
      if (other !== undefined) image.properties['src'] = assetUrl(other);
    }
    return copies;
  };
  const { content, background, notes } = slide;
  return { ...slide, content: changed(content), background: changed(background), notes: changed(notes) };
}

function imageElements(nodes: ElementContent[]): Element[] {
  const found: Element[] = [];
  eachElement({ type: 'root', children: nodes }, (element) => {
    if (element.tagName === 'img') found.push(element);
  });
  return found;
}

const PREFIX = assetUrl('');

function assetOf({ properties: { src } }: Element): string {
  return typeof src === 'string' && src.startsWith(PREFIX) ? src.slice(PREFIX.length) : '';
}
