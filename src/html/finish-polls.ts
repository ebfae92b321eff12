import type { Element, ElementContent } from 'hast';
import { nearestName } from '../model/did-you-mean.ts';
import type { Deck, Slide } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { pollShares, type PollResults } from '../model/poll.ts';
import { stageWords } from '../model/talk-words.ts';
import { element, hasClass, text } from './elements.ts';
import { changePolls, pollId, pollsOf, type PlacedPoll } from './polls.ts';

/**
 * Puts polls where slides want their results, and the answers of a talk that was given into them.
 *
 * @param results - of that talk; none where it was not given, or is being given.
 */
export function finishPolls(deck: Deck, results: readonly PollResults[]): Deck {
  const polls = new Map(pollsOf(deck).map((placed) => [placed.poll.id, placed]));
  const answers = new Map(results.map((one) => [one.id, one]));
  const slides = changePolls(deck.slides, (asked, slide) => {
    const { dataPollOf } = asked.properties;
    const id = typeof dataPollOf === 'string' ? dataPollOf : pollId(asked, slide);
    const placed = polls.get(id);
    if (!placed) return refuse(id, asked, { slide, known: [...polls.keys()] });
    const children = dataPollOf === undefined ? asked.children : copies(placed.element.children);
    const made = { ...asked, children };
    const counts = countsOf(answers.get(id), placed);
    return counts ? withResults(made, { counts, voters: answers.get(id)?.voters ?? 0 }, langOf(slide, deck)) : made;
  });
  return { ...deck, slides };
}

function refuse(id: string, asked: Element, { slide, known }: { slide: Slide; known: readonly string[] }): undefined {
  const near = nearestName(id, known);
  const advice = near ? `did you mean “${near}”?` : 'give the poll that id, as in “:::poll{#tea}”';
  warn(slide.file, `Unexpected poll “${id}”, no poll of the deck has that id; ${advice}`, {
    place: asked.position ?? slide.position,
    ruleId: 'directive-value',
  });
}

function langOf({ settings }: Slide, { meta }: Deck): string {
  return settings.lang ?? meta.lang;
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

/** Answers by the places of choices, or by their texts where there are other choices than there were. */
function countsOf(results: PollResults | undefined, { poll }: PlacedPoll): number[] | undefined {
  if (!results || results.voters === 0) return undefined;
  if (results.choices.length === poll.choices.length) return results.counts;
  return poll.choices.map((choice) => results.counts[results.choices.indexOf(choice)] ?? 0);
}

function withResults(asked: Element, { counts, voters }: { counts: number[]; voters: number }, lang: string): Element {
  const shares = pollShares(counts, voters, lang);
  let index = 0;
  const within = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map((node) => {
      if (node.type !== 'element') return node;
      if (!hasClass(node, 'poll-choice')) return { ...node, children: within(node.children) };
      const share = shares[index];
      index += 1;
      if (!share) return node;
      const properties = { ...node.properties, style: `--share:${share.width}`, ...(share.most && { dataMost: '' }) };
      const figure = element('span', { className: ['poll-share'] }, [text(share.text)]);
      return { ...node, properties, children: [...node.children, text(' '), figure] };
    });
  const total = stageWords(lang).answers.replace('{number}', String(voters));
  return {
    ...asked,
    properties: { ...asked.properties, dataResults: '' },
    children: [...within(asked.children), element('p', { className: ['poll-total'] }, [text(total)])],
  };
}
