import type { Element } from 'hast';
import type { Slide } from '../model/deck.ts';
import { eachElement } from '../model/walk.ts';

/** Addresses that cards of videos and sounds have on paper, by the ids of their slides, in the order of the players there. */
export function filmLinks(slides: readonly Slide[]): Record<string, string[]> {
  const links: Record<string, string[]> = {};
  for (const { id, content } of slides) {
    const found: string[] = [];
    eachElement({ type: 'root', children: content }, ({ properties, children }) => {
      if (properties['dataOnly'] !== 'pdf handout' || !/^(?:video|audio)$/.test(String(properties['dataKind']))) return;
      const link = children.find((child): child is Element => child.type === 'element' && child.tagName === 'a');
      found.push(String(link?.properties['href'] ?? ''));
    });
    if (found.some(Boolean)) links[id] = found;
  }
  return links;
}

/** Tells whether slides have videos or sounds that somebody may start and stop. */
export function hasPlayers(slides: readonly Slide[]): boolean {
  return slides.some(({ content }) => {
    let found = false;
    eachElement({ type: 'root', children: content }, ({ tagName, properties }) => {
      found ||= /^(?:video|audio)$/.test(tagName) && properties['ariaHidden'] !== 'true';
    });
    return found;
  });
}
