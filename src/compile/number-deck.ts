import type { Image, ImageReference, Nodes, Paragraph } from 'mdast';
import type { VFile } from 'vfile';
import { equationsIn, formulaJob } from '../html/math.ts';
import { RUN_IN } from '../markdown/theorems.ts';
import type { Origin, SlideNode } from '../markdown/slide-node.ts';
import type { ReadSettings } from '../markdown/slide-settings.ts';
import type { Numbering } from '../model/deck.ts';
import type { Draw } from '../model/drawing.ts';
import type { Fence } from '../model/fence.ts';
import { lectureWords, THEOREM_KINDS, type LectureWords, type NumberedKind } from '../model/lecture-words.ts';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';
import type { DeckFront } from './read-front.ts';
import type { SlideChain } from './to-content.ts';

/** Something that has a number, and what refers to it. */
export interface Label {
  kind: NumberedKind;
  /** As in `2.1`; empty for what broke. */
  number: string;
  /** The id of the element that references lead to. */
  id: string;
}

/** A slide in the order shown. */
export interface CountedSlide {
  node: SlideNode;
  origin: Origin;
  read: Pick<ReadSettings, 'opensSection'>;
}

/** The counts of a deck. */
export interface CountedDeck {
  words: LectureWords;
  labels: ReadonlyMap<string, Label>;
  /** Ids of what has no number, such as an image without a caption. */
  unnumbered: ReadonlySet<string>;
}

interface CountOptions {
  numbering: Numbering | undefined;
  words: LectureWords;
  draw: Draw;
}

/** Boxes share a counter, so that Theorem 2 is behind Definition 1. */
type Counter = 'theorem' | 'figure' | 'table' | 'algorithm' | 'equation';

interface Counting extends CountOptions {
  labels: Map<string, Label>;
  unnumbered: Set<string>;
  counts: Map<Counter, number>;
  section: number;
  slide: CountedSlide;
}

/** Anything that is counted or refers to it, beside the equations that LaTeX numbers. */
const NUMBERED_SOURCE = [
  new RegExp(`:{3}(?:${THEOREM_KINDS.join('|')})`),
  /:ref\[/,
  /\\(?:label|ref|autoref|eqref|[cC]ref)[ \t]{0,9}\{/,
  /[)\]$][ \t]{0,9}\{[^{}\n]*#/,
  /(?:```|~~~)[^\n`~#]*(?:#|pseudocode)/,
];

function hasNumbers(source: string): boolean {
  return NUMBERED_SOURCE.some((sign) => sign.test(source)) || (/^[ \t>]*:[ \t]/m.test(source) && source.includes('#'));
}

/** Counts what has numbers in a deck, and keeps the ids; `undefined` where nothing has. */
export async function countSlides(
  slides: readonly CountedSlide[],
  {
    front: { file, meta },
    chain: { shared },
    included,
  }: { front: DeckFront; chain: SlideChain; included: readonly VFile[] },
): Promise<CountedDeck | undefined> {
  const { numbering, lang } = meta;
  if (numbering !== 'section' && ![file, ...included].some((part) => hasNumbers(String(part)))) return undefined;
  const counted = await countDeck(slides, { numbering, words: lectureWords(lang), draw: shared.draw });
  for (const { id } of counted.labels.values()) shared.ids.reserve(id);
  return counted;
}

/** Counts boxes, figures and equations through the slides, and gives them their numbers. */
async function countDeck(slides: readonly CountedSlide[], options: CountOptions): Promise<CountedDeck> {
  const [first] = slides;
  const found = { words: options.words, labels: new Map<string, Label>(), unnumbered: new Set<string>() };
  if (!first) return found;
  const counting: Counting = { ...options, ...found, counts: new Map(), section: 0, slide: first };
  const equations = await equationCounts(slides, options.draw);
  for (const slide of slides) {
    counting.slide = slide;
    if (slide.read.opensSection && options.numbering === 'section') {
      counting.section += 1;
      counting.counts.clear();
    }
    walk<Nodes>(slide.node, (node) => count(node, counting, equations));
    // The audience sees no notes, so nothing in them is counted.
    for (const note of slide.node.data.notes) walk<Nodes>(note, (node) => nameTheorem(node, '', options.words));
  }
  return found;
}

/** How many numbers KaTeX leaves room for in each formula. */
async function equationCounts(slides: readonly CountedSlide[], draw: Draw): Promise<Map<Fence, number>> {
  const fences: Fence[] = [];
  for (const { node } of slides) {
    walk<Nodes>(node, (child) => {
      const fence = fenceOf(child);
      if (fence?.kind === 'math' && (fence.formula?.wrap || /\\begin/.test(fence.value))) fences.push(fence);
    });
  }
  const drawn = await Promise.all(fences.map((fence) => draw(formulaJob(fence, false))));
  return new Map(
    fences.map((fence, index) => {
      const result = drawn[index];
      return [fence, result && 'markup' in result ? equationsIn(result.markup) : 0];
    }),
  );
}

function count(node: Nodes, counting: Counting, equations: ReadonlyMap<Fence, number>): void {
  const fence = fenceOf(node);
  if (fence?.kind === 'math') countFormula(fence, node, { ...counting, rows: equations.get(fence) ?? 0 });
  else if (fence) countDrawing(fence, node, counting);
  else if (node.type === 'paragraph') countPicture(node, counting);
  else if (node.type === 'containerDirective' && node.data?.theorem) countTheorem(node, counting);
  else if (node.type === 'containerDirective' && node.data?.captioned) countCaptioned(node, counting);
}

function fenceOf(node: Nodes): Fence | undefined {
  return node.type === 'math' || node.type === 'inlineMath' || node.type === 'code' ? node.data?.fence : undefined;
}

/** Writes the words of a box in the deck's language. */
function nameTheorem(node: Nodes, number: string, words: LectureWords): void {
  const theorem = node.type === 'containerDirective' ? node.data?.theorem : undefined;
  if (!theorem) return;
  const { kind, word, brackets, named } = theorem;
  const stop = RUN_IN.has(kind) ? words.stop : '';
  word.value = named ? stop : `${words[kind]}${number && ` ${number}`}${stop}`;
  [brackets[0].value, brackets[1].value] = words.brackets;
}

function countTheorem(node: Extract<Nodes, { type: 'containerDirective' }>, counting: Counting): void {
  const { theorem } = node.data ?? {};
  if (!theorem) return;
  const { kind, id, counted } = theorem;
  const number = counted ? next('theorem', counting) : '';
  nameTheorem(node, number, counting.words);
  if (id === undefined) return;
  const taken = !counted || name(id, { kind, number, id }, node, counting);
  if (!counted) counting.unnumbered.add(id);
  if (!taken && node.data?.hProperties) delete node.data.hProperties['id'];
}

function countCaptioned(node: Extract<Nodes, { type: 'containerDirective' }>, counting: Counting): void {
  const { captioned } = node.data ?? {};
  if (captioned?.number) captioned.number.value = caption(captioned.kind, captioned.id, node, counting);
  else if (captioned?.id !== undefined) counting.unnumbered.add(captioned.id);
}

function countFormula(fence: Fence, node: Nodes, counting: Counting & { rows: number }): void {
  const { formula, attributes } = fence;
  const numbers = Array.from({ length: counting.rows }, () => next('equation', counting));
  if (numbers.length > 0) fence.formula = { labels: [], references: [], ...formula, numbers };
  for (const { name: label, tag, before } of formula?.labels ?? []) {
    const number = tag ?? numbers[before] ?? numbers.at(-1) ?? '';
    const isNew = name(label, { kind: 'equation', number, id: attributes.id ?? label }, node, counting);
    if (!isNew && attributes.id === label) delete attributes.id;
  }
}

function countDrawing(fence: Fence, node: Nodes, counting: Counting): void {
  const { id, values } = fence.attributes;
  if (id === undefined) return;
  const isFigure = !['code', 'inline-math'].includes(fence.kind) && values.has('title');
  if (!isFigure) counting.unnumbered.add(id);
  else fence.caption = caption('figure', id, node, counting);
}

/** An image alone in its paragraph, with an id and a caption. */
function countPicture(paragraph: Paragraph, counting: Counting): void {
  const shown = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = shown;
  const picture = only?.type === 'link' && only.children.length === 1 ? only.children[0] : only;
  if (shown.length !== 1 || (picture?.type !== 'image' && picture?.type !== 'imageReference')) return;
  const properties = picture.data?.hProperties;
  const id = properties?.['id'];
  if (!properties || typeof id !== 'string') return;
  if (!titleOf(picture, counting.slide.origin)) counting.unnumbered.add(id);
  else properties['dataCaptionNumber'] = caption('figure', id, picture, counting);
}

function titleOf(picture: Image | ImageReference, { definitions }: Origin): string | null | undefined {
  if (picture.type === 'image') return picture.title;
  return definitions.links.get(picture.identifier)?.title;
}

/** Adds the words before a caption. */
function caption(
  kind: 'figure' | 'table' | 'algorithm',
  id: string | undefined,
  node: Nodes,
  counting: Counting,
): string {
  const number = next(kind, counting);
  if (id !== undefined) name(id, { kind, number, id }, node, counting);
  return `${counting.words[kind]} ${number}${counting.words.colon}`;
}

function next(counter: Counter, { counts, section, slide }: Counting): string {
  const value = (counts.get(counter) ?? 0) + 1;
  counts.set(counter, value);
  const number = section > 0 ? `${section}.${value}` : String(value);
  remember(slide, number);
  return number;
}

/** Slides are made again where what the deck counts on them is another. */
export function remember({ node: { data } }: Pick<CountedSlide, 'node'>, text: string): void {
  data.numbering = `${data.numbering ?? ''} ${text}`;
}

/** Gives a label its meaning; false where something else has it. */
function name(label: string, meant: Label, node: Nodes, { labels, slide }: Counting): boolean {
  if (!labels.has(label)) {
    labels.set(label, meant);
    return true;
  }
  warn(slide.origin.file, `Duplicate label “${label}”; choose another one`, {
    place: node,
    ruleId: 'duplicate-id',
  });
  return false;
}
