import type { ElementContent } from 'hast';
import type { Deck } from '../model/deck.ts';
import { eachElement } from '../model/walk.ts';

/** Whatever else an address may hold could end a directive of the policy, or the attribute it stands in. */
const ORIGIN = /^https?:\/\/[\w.-]+(?::\d+)?$/;

/** Origins of the pages that a deck may show in frames, and no others. */
export function framedAddresses({ slides }: Deck): string[] {
  const origins = new Set<string>();
  const collect = (children: ElementContent[]): void =>
    eachElement({ type: 'root', children }, ({ properties }) => {
      const address = properties['dataEmbed'] ?? properties['dataPage'];
      if (typeof address !== 'string' || !URL.canParse(address)) return;
      const { origin } = new URL(address);
      if (ORIGIN.test(origin)) origins.add(origin);
    });
  for (const { content, backdrop } of slides) {
    collect(content);
    collect(backdrop);
  }
  return [...origins].toSorted();
}
