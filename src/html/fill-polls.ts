import type { Element, ElementContent } from 'hast';
import type { Deck, Slide } from '../model/deck.ts';
import { pollShares, type PollResults } from '../model/poll.ts';
import { uiWords } from '../model/ui-words.ts';
import { element, hasClass, text } from './elements.ts';
import { changePolls, pollId, pollsOf, type PlacedPoll } from './polls.ts';

/** Puts the answers of a talk that was given into the polls of its deck. */
export function fillPolls(deck: Deck, results: readonly PollResults[]): Deck {
  const polls = new Map(pollsOf(deck).map((placed) => [placed.poll.id, placed]));
  const answers = new Map(results.map((one) => [one.id, one]));
  const slides = changePolls(deck.slides, (asked, slide) => {
    const { dataPollOf } = asked.properties;
    const id = typeof dataPollOf === 'string' ? dataPollOf : pollId(asked, slide);
    const placed = polls.get(id);
    const counts = placed && countsOf(answers.get(id), placed);
    return counts && withResults(asked, { counts, voters: answers.get(id)?.voters ?? 0 }, langOf(slide, deck));
  });
  return { ...deck, slides };
}

function langOf({ settings }: Slide, { meta }: Deck): string {
  return settings.lang ?? meta.lang;
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
  const total = uiWords(lang).answers.replace('{number}', String(voters));
  return {
    ...asked,
    properties: { ...asked.properties, dataResults: '' },
    children: [...within(asked.children), element('p', { className: ['poll-total'] }, [text(total)])],
  };
}
