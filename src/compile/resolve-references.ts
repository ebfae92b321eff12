import type { Nodes } from 'mdast';
import type { VFile } from 'vfile';
import type { Fence } from '../model/fence.ts';
import { nearestName } from '../model/did-you-mean.ts';
import type { LectureWords } from '../model/lecture-words.ts';
import { warn, type MessageOptions } from '../model/messages.ts';
import { walk } from '../model/walk.ts';
import { remember, type CountedDeck, type CountedSlide, type Label } from './number-deck.ts';

/** A slide; its id and title are known once all slides have theirs. */
interface TitledSlide extends CountedSlide {
  id?: string;
  title?: string;
}

interface Resolving extends CountedDeck {
  titles: ReadonlyMap<string, string>;
  /** How many unknown names are still compared with all known ones. */
  advice: { left: number };
  /** Nothing more will be known: what leads nowhere is a message. */
  last: boolean;
}

/**
 * Fills references with the numbers of what they refer to, on slides, in notes, footnotes and formulas. Titles of slides may
 * have some, so those to slides are filled when it is called again.
 *
 * @param last - slides have ids and titles.
 */
export function resolveReferences(slides: readonly TitledSlide[], deck: CountedDeck, last: boolean): void {
  const titles = new Map(slides.flatMap(({ id, title }) => (id === undefined ? [] : [[id, title ?? ''] as const])));
  const resolving = { ...deck, titles, last, advice: { left: 100 } };
  const footnotes = new Set<Nodes>();
  for (const slide of slides) {
    const { file, definitions } = slide.origin;
    const visit = (node: Nodes): void => resolveNode(node, file, { ...resolving, slide });
    for (const part of [slide.node, ...slide.node.data.notes]) walk<Nodes>(part, visit);
    for (const footnote of definitions.footnotes.values()) {
      if (footnotes.has(footnote)) continue;
      footnotes.add(footnote);
      walk<Nodes>(footnote, visit);
    }
  }
}

function resolveNode(node: Nodes, file: VFile, deck: Resolving & { slide: TitledSlide }): void {
  if (node.type === 'textDirective') {
    const { reference } = node.data ?? {};
    const [shown] = node.children;
    if (!reference || shown?.type !== 'text') return;
    const { name, form } = reference;
    const label = deck.labels.get(name);
    const text = label ? textOf(label, form, deck.words) : deck.titles.get(name);
    if (text === undefined && !deck.last) return;
    delete node.data?.reference;
    if (!label) delete node.data?.hProperties?.['className'];
    if (text === undefined) {
      refuse(name, file, deck, { place: node.position });
      node.data = { ...node.data, hName: 'span', hProperties: { className: ['ref', 'broken'] } };
    } else if (label) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, href: `#${label.id}` } };
    shown.value = text ?? '??';
    remember(deck.slide, `${shown.value}#${label?.id ?? ''}`);
  } else if (node.type === 'math' || node.type === 'inlineMath' || node.type === 'code') {
    const { fence } = node.data ?? {};
    if (!deck.last && fence?.formula?.references.length) resolveFormula(fence, file, deck);
  }
}

function textOf({ kind, number }: Label, form: 'full' | 'number' | 'bracketed', words: LectureWords): string {
  const shown = number || '??';
  if (form === 'number') return shown;
  if (form === 'bracketed') return `(${shown})`;
  return `${words[kind]} ${kind === 'equation' ? `(${shown})` : shown}`;
}

function resolveFormula(fence: Fence, file: VFile, deck: Resolving): void {
  const links: [string, { text: string; id: string }][] = [];
  for (const { name, offset } of fence.formula?.references ?? []) {
    const label = deck.labels.get(name);
    if (label) links.push([name, { text: label.number || '??', id: label.id }]);
    else refuse(name, file, deck, { place: placeIn(fence, offset) });
  }
  if (fence.formula && links.length > 0) fence.formula.links = Object.fromEntries(links);
}

function placeIn({ value, valueStart, position }: Fence, offset: number): MessageOptions['place'] {
  if (!valueStart) return position;
  const before = value.slice(0, offset).split('\n');
  const column = (before.length > 1 ? 1 : valueStart.column) + (before.at(-1)?.length ?? 0);
  const point = { line: valueStart.line + before.length - 1, column };
  return { start: point, end: point };
}

function refuse(name: string, file: VFile, deck: Resolving, { place }: Pick<MessageOptions, 'place'>): void {
  deck.advice.left -= 1;
  const near = deck.advice.left < 0 ? undefined : nearestName(name, [...deck.labels.keys(), ...deck.titles.keys()]);
  const advice = near
    ? `nothing has that id; did you mean “#${near}”?`
    : `nothing has that id; give it to a theorem, a formula or an image with a caption: {#${name}}`;
  const lacking = 'it has no number; give it a caption, or the reference its own text: :ref[text]';
  const reason = `Broken reference to “#${name}”: ${deck.unnumbered.has(name) ? `${lacking}{#${name}}` : advice}`;
  warn(file, reason, { place, ruleId: 'reference' });
}
