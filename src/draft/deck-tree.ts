import type { BlockContent, Heading, Html, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { uiWords } from '../model/ui-words.ts';
import { writtenDuration } from '../model/duration.ts';
import { isFurniture } from './furniture.ts';
import { frequentNames } from './names.ts';
import { capitalise, pieceNodes, pieceText, type Piece } from './piece.ts';
import type { Plan, PlannedSection, PlannedSlide } from './planned.ts';
import type { Body, Item, Side, SlideContent } from './slide.ts';
import type { Pace } from './pace.ts';
import type { Lines, Sentence } from './words.ts';

type Attributes = readonly (string | undefined)[];

/** Makes the tree of the deck: an agenda, dividers, slides with notes, and a comment on each slide that says where it comes from. */
export function deckTree(plan: Plan, pace: Pace): Root {
  const { sections, closing, article } = plan;
  const dividers = sections.filter(({ divided }) => divided).length;
  const children: RootContent[] = [];
  if (dividers >= 3 && linesOfAgenda(sections) <= MOST_LINES) children.push(...agenda(article.lang));
  for (const section of sections) children.push(...sectionNodes(section, plan, pace));
  if (closing) children.push(...slideNodes(closing, { depth: 1, pace }));
  return { type: 'root', children };
}

/** Lines of an agenda that every theme has room for, and letters that have one. */
const [MOST_LINES, LETTERS] = [8, 42];

function linesOfAgenda(sections: readonly PlannedSection[]): number {
  return sections.reduce(
    (sum, { divided, section: { title } }) => sum + (divided && title ? Math.ceil(title.text.length / LETTERS) : 0),
    0,
  );
}

function agenda(lang: string): RootContent[] {
  return [heading(2, [{ type: 'text', value: uiWords(lang).agenda }], ['layout=agenda'])];
}

function sectionNodes(planned: PlannedSection, plan: Plan, pace: Pace): RootContent[] {
  const { section, divided, slides, notes } = planned;
  const nodes = slides.flatMap((slide) => slideNodes(slide, { depth: 2, pace }));
  if (!divided || !section.title) return nodes;
  const names = teaser(planned, plan);
  return [
    heading(1, capitalise(section.title.nodes), []),
    ...(names ? [paragraph(names)] : []),
    ...(notes.length > 0 ? [notesNode(notes)] : []),
    comment(section.lines, undefined),
    ...nodes,
  ];
}

/** Names that the section speaks of, and the others do not. */
function teaser({ slides, section }: PlannedSection, { sections, article }: Plan): PhrasingContent[] | undefined {
  if (article.language.code !== 'en') return undefined;
  const others = sections
    .filter((one) => one.section !== section)
    .flatMap((one) => one.slides.flatMap(({ notes }) => notes));
  const title = section.title?.text.toLowerCase() ?? '';
  const unwanted = new Set(frequentNames(others).map((piece) => pieceText(piece).toLowerCase()));
  const names = frequentNames(
    slides.flatMap(({ notes }) => notes.filter((sentence) => !isFurniture(sentence))),
    unwanted,
  ).filter((piece) => !title.includes(pieceText(piece).toLowerCase()));
  if (names.length < 2) return undefined;
  if (title.length > LONG_TITLE) return undefined;
  return joined(names.slice(0, 3).toSorted((a, b) => a.sentence.index - b.sentence.index));
}

/** Letters of a title that takes the whole slide in some themes. */
const LONG_TITLE = 30;
/** Letters that have one line below a title. */
const LINE = 48;

function joined(names: readonly Piece[]): PhrasingContent[] | undefined {
  const length = names.reduce((sum, piece) => sum + pieceText(piece).length + 3, 0);
  if (length > LINE) return names.length > 2 ? joined(names.slice(0, -1)) : undefined;
  return names.flatMap((piece, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'text', value: ' · ' } as const] : []),
    ...pieceNodes(piece),
  ]);
}

interface SlideOptions {
  depth: 1 | 2;
  pace: Pace;
}

function slideNodes(slide: PlannedSlide, { depth, pace }: SlideOptions): RootContent[] {
  const { content, notes, lines, why, remarks = [] } = slide;
  const about = [comment(lines, why), ...remarks.map(remark)];
  const duration = pace.secondsOf(slide);
  const attributes = [
    content.layout && `layout=${content.layout}`,
    duration === undefined ? undefined : `duration=${writtenDuration(duration)}`,
  ];
  const opening: RootContent = content.heading
    ? heading(depth, headingNodes(content.heading, content), attributes)
    : slideDirective(attributes);
  const first: RootContent[] = content.heading ? [opening] : [{ type: 'thematicBreak' }, opening];
  return [...first, ...bodyNodes(content.body), ...(notes.length > 0 ? [notesNode(notes)] : []), ...about];
}

function headingNodes(piece: Piece, { question, open, until, place }: SlideContent): PhrasingContent[] {
  const asked: PhrasingContent[] = question ? [...pieceNodes(question), { type: 'text', value: ' ' }] : [];
  const end: PhrasingContent[] = until ? [{ type: 'text', value: '–' }, ...pieceNodes(until)] : [];
  const part: PhrasingContent[] = place ? [{ type: 'text', value: ` (${place.part}/${place.of})` }] : [];
  const nodes = [...asked, ...pieceNodes(piece), ...end, ...part];
  return open ? [...nodes, { type: 'text', value: ' …' }] : nodes;
}

function heading(depth: 1 | 2 | 3, children: PhrasingContent[], attributes: Attributes): Heading {
  const written = attributes.filter((one) => one !== undefined && one !== '').join(' ');
  // Attributes are not text, and are not escaped.
  return {
    type: 'heading',
    depth,
    children: written === '' ? children : [...children, { type: 'html', value: ` {${written}}` }],
  };
}

/** A slide without a heading has its settings in a directive. */
function slideDirective(attributes: Attributes): RootContent {
  const written = attributes.filter((one) => one !== undefined && one !== '').join(' ');
  const html: Html = { type: 'html', value: written === '' ? '' : `::slide{${written}}` };
  return html;
}

function bodyNodes(body: Body): RootContent[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'text':
      return [paragraph(sentenceNodes(body.text))];
    case 'items':
      return body.as === 'list'
        ? [list(body.items, body.ordered, { start: body.start })]
        : [directive(body.as, [list(body.items, body.ordered, { timed: body.as === 'timeline' })])];
    case 'sides':
      return body.sides.flatMap(sideNodes);
    case 'quote':
      return [quote(body.words, body.speaker)];
    case 'block':
      return [body.block];
    default:
      return body satisfies never;
  }
}

/** A whole sentence keeps the mark at its end. */
function sentenceNodes(piece: Piece): PhrasingContent[] {
  const { tokens } = piece.sentence;
  const [span, ...more] = piece.spans;
  const last = tokens.at(-1);
  const isWhole = span?.from === 0 && more.length === 0 && last !== undefined && span.to === tokens.length - 1;
  return isWhole && /^[.。]$/.test(last.text)
    ? [...pieceNodes(piece), { type: 'text', value: last.text }]
    : pieceNodes(piece);
}

function sideNodes({ label, text, goesOn = false }: Side): RootContent[] {
  return [heading(3, pieceNodes(label), []), paragraph(goesOn ? plainCase(text) : pieceNodes(text))];
}

function list(
  items: readonly Item[],
  ordered = false,
  { timed = false, start = 1 }: { timed?: boolean; start?: number | undefined } = {},
): List {
  return {
    type: 'list',
    ordered,
    spread: false,
    start: ordered ? start : null,
    children: items.map(timed ? timedNode : itemNode),
  };
}

/** Items of a timeline begin with their time and a colon. */
function timedNode({ lead, text, goesOn = false }: Item): ListItem {
  const time = lead ? [...pieceNodes(lead), { type: 'text', value: ': ' } as const] : [];
  const event = text ? (goesOn ? plainCase(text) : pieceNodes(text)) : [];
  return { type: 'listItem', spread: false, children: [paragraph([...time, ...event])] };
}

function itemNode({ lead, text }: Item): ListItem {
  const bold: PhrasingContent[] = lead ? [{ type: 'strong', children: withoutStrong(pieceNodes(lead)) }] : [];
  const rest = text ? (lead ? plainCase(text) : pieceNodes(text)) : [];
  const children = [...bold, ...(lead && text ? [{ type: 'text', value: ' ' } as const] : []), ...rest];
  return { type: 'listItem', spread: false, children: [paragraph(children)] };
}

/** Bold words are not bold twice. */
function withoutStrong(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => (node.type === 'strong' ? node.children : [node]));
}

/** Writes the text after bold words as it begins in the sentence. */
function plainCase(piece: Piece): PhrasingContent[] {
  const nodes = pieceNodes(piece);
  const [first] = nodes;
  const written = pieceText(piece)[0] ?? '';
  return first?.type === 'text'
    ? [{ ...first, value: written + first.value.slice(written.length) }, ...nodes.slice(1)]
    : nodes;
}

function directive(name: string, children: BlockContent[]): ContainerDirective {
  return { type: 'containerDirective', name, attributes: {}, children };
}

function quote(words: Piece, speaker: Piece | undefined): RootContent {
  const children: Paragraph[] = [paragraph(capitalise(pieceNodes(words)))];
  if (speaker) children.push(paragraph([{ type: 'text', value: '— ' }, ...pieceNodes(speaker)]));
  return { type: 'blockquote', children };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** The sentences, a paragraph for each of the article. */
function notesNode(sentences: readonly Sentence[]): ContainerDirective {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    const before = last?.at(-1);
    if (last && before && isSameParagraph(before, sentence)) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  const blank = /[\u3040-\u9fff]/.test(sentences[0]?.text ?? '') ? '' : ' ';
  return directive(
    'notes',
    paragraphs.map((group) =>
      paragraph(
        group.flatMap((sentence, index): PhrasingContent[] =>
          index > 0 ? [{ type: 'text', value: blank }, ...sentence.nodes] : sentence.nodes,
        ),
      ),
    ),
  );
}

function isSameParagraph(before: Sentence, sentence: Sentence): boolean {
  return before.block === sentence.block;
}

function comment({ from, to }: Lines, why: string | undefined): Html {
  const lines = from === to ? `line ${from}` : `lines ${from}–${to}`;
  const text = why === undefined ? lines : `${lines}: ${why}`;
  return remark(text);
}

function remark(text: string): Html {
  return { type: 'html', value: `<!-- ${text.replaceAll('--', '–')} -->` };
}
