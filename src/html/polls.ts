import type { Element, ElementContent } from 'hast';
import type { Poll } from '../model/poll.ts';
import type { Slide } from '../model/deck.ts';
import { eachElement } from '../model/walk.ts';
import { hasClass } from './elements.ts';

/** A poll as it is on a slide. */
export interface PlacedPoll {
  poll: Poll;
  element: Element;
}

/** Finds the polls of a deck in their order. The first with an id has it; one without has that of its slide. */
export function pollsOf({ slides }: { readonly slides: readonly Slide[] }): PlacedPoll[] {
  const found = new Map<string, PlacedPoll>();
  for (const slide of slides) {
    for (const element of pollElements(slide)) {
      const id = pollId(element, slide);
      if (found.has(id)) continue;
      const poll = { id, slide: slide.id, ...askedIn(element, slide), results: resultSlides(id, slides) };
      found.set(id, { poll, element });
    }
  }
  return [...found.values()];
}

/** Returns the id that a poll has: its own, or that of its slide. */
export function pollId({ properties }: Element, slide: Slide): string {
  const { dataPoll } = properties;
  return typeof dataPoll === 'string' && dataPoll !== '' ? dataPoll : slide.id;
}

function askedIn(element: Element, slide: Slide): Pick<Poll, 'question' | 'choices' | 'letters' | 'multiple'> {
  const texts = (className: string): string[] => {
    const words: string[] = [];
    eachElement({ type: 'root', children: [element] }, (one) => {
      if (hasClass(one, className)) words.push(wordsOf(one).replace(/\s+/g, ' ').trim());
    });
    return words;
  };
  const [question = slide.title] = texts('poll-question');
  const multiple = element.properties['dataMultiple'] !== undefined;
  return { question, choices: texts('poll-words'), letters: texts('poll-letter'), multiple };
}

/** Returns what is in an element as plain text: formulas in TeX, and what images show. */
function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const { dataTex, alt } = node.properties;
  const written = [dataTex, alt].find((value) => typeof value === 'string');
  return typeof written === 'string' ? written : node.children.map(wordsOf).join('');
}

/** Slides that show the results as soon as they are reached. */
function resultSlides(id: string, slides: readonly Slide[]): string[] {
  return slides.flatMap((slide) => {
    let shows = false;
    for (const element of slide.content) {
      eachElement({ type: 'root', children: [element] }, ({ properties }) => {
        if (properties['dataPollOf'] === id) shows = true;
      });
    }
    const own = pollElements(slide).some(
      (element) => pollId(element, slide) === id && element.properties['dataLive'] !== undefined,
    );
    return shows || own ? [slide.id] : [];
  });
}

function pollElements({ content }: Slide): Element[] {
  const found: Element[] = [];
  for (const node of content) {
    eachElement({ type: 'root', children: [node] }, (element) => {
      if (element.properties['dataPoll'] !== undefined) found.push(element);
    });
  }
  return found;
}

/** Changes each element that holds a poll or its results; what was compiled stays as it was, for the next time. */
export function changePolls(
  slides: readonly Slide[],
  change: (element: Element, slide: Slide) => Element | undefined,
): Slide[] {
  return slides.map((slide) => {
    let changed = false;
    const within = <T extends ElementContent>(nodes: readonly T[]): T[] =>
      nodes.map((node) => {
        if (node.type !== 'element') return node;
        const { dataPoll, dataPollOf } = node.properties;
        const made = dataPoll === undefined && dataPollOf === undefined ? undefined : change(node, slide);
        if (made) {
          changed = true;
          return made as T & Element;
        }
        return { ...node, children: within(node.children) };
      });
    const content = within(slide.content);
    return changed ? { ...slide, content } : slide;
  });
}
