import type { Element, ElementContent } from 'hast';
import { nearestName } from '../model/did-you-mean.ts';
import type { Slide } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { changePolls, pollsOf } from './polls.ts';

/** Puts the polls of a deck where slides show their results, `::poll{of=…}`. */
export function placePolls(slides: readonly Slide[]): Slide[] {
  const polls = new Map(pollsOf({ slides }).map(({ poll, element }) => [poll.id, element]));
  return changePolls(slides, (asked, slide) => {
    const { dataPollOf } = asked.properties;
    if (typeof dataPollOf !== 'string') return undefined;
    const poll = polls.get(dataPollOf);
    if (!poll) return refuse(dataPollOf, asked, { slide, known: [...polls.keys()] });
    return { ...asked, children: copies(poll.children) };
  });
}

function refuse(id: string, asked: Element, { slide, known }: { slide: Slide; known: readonly string[] }): undefined {
  const near = nearestName(id, known);
  const advice = near ? `did you mean “${near}”?` : 'give the poll that id, as in “:::poll{#tea}”';
  warn(slide.file, `Unknown poll “${id}”: no poll in the deck has that id; ${advice}`, {
    place: asked.position ?? slide.position,
    ruleId: 'directive-value',
  });
}

/** Copies what a poll is made of; it appears at once, and its ids stay where they are. */
function copies(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const { id: _id, dataFragmentIndex: _index, className, ...properties } = node.properties;
    const classes = Array.isArray(className) ? className.filter((name) => name !== 'fragment') : [];
    return {
      ...node,
      properties: { ...properties, ...(classes.length > 0 && { className: classes }) },
      children: copies(node.children),
    };
  });
}
