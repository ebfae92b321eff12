import type { ElementContent } from 'hast';
import type { Deck } from '../model/deck.ts';
import { frameOrigin } from '../model/frame-origin.ts';
import { eachElement } from '../model/walk.ts';

/** Origins of the pages that a deck may show in frames, and no others. */
export function framedAddresses({ slides }: Deck): string[] {
  const origins = new Set<string>();
  const collect = (children: ElementContent[]): void =>
    eachElement({ type: 'root', children }, ({ properties }) => {
      const origin = frameOrigin(String(properties['dataEmbed'] ?? properties['dataPage'] ?? ''));
      if (origin) origins.add(origin);
    });
  for (const { content, background } of slides) {
    collect(content);
    collect(background);
  }
  return [...origins].toSorted();
}
