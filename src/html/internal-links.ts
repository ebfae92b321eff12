import type { Slide } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { nearest } from '../model/nearest.ts';
import type { IdRegistry } from './ids.ts';
import { eachElement } from '../model/walk.ts';

/** Tells of links to `#ids` that no slide has. */
export function checkInternalLinks(slides: readonly Slide[], registry: IdRegistry): void {
  for (const slide of slides) {
    for (const node of [...slide.content, ...slide.notes]) {
      eachElement({ type: 'root', children: [node] }, (element) => {
        const { href } = element.properties;
        if (element.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#') || href === '#') return;
        const id = decode(href.slice(1));
        if (registry.has(id)) return;
        const near = nearest(id, registry.all());
        const advice = near ? `did you mean “#${near}”?` : 'give the slide that id: {#…} behind its heading';
        warn(slide.file, `Unexpected link to “#${id}”, no slide has that id; ${advice}`, {
          place: element.position ?? slide.position,
          ruleId: 'link-target',
        });
      });
    }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
