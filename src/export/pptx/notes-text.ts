import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Package } from './package.ts';
import { xml, type Element as XmlElement } from './xml.ts';

interface Look {
  b?: boolean;
  i?: boolean;
  strike?: string;
  baseline?: number;
  href?: string;
}

interface Span extends Look {
  text: string;
}

interface Block {
  spans: Span[];
  /** Lists that it is in. */
  depth: number;
  marker: 'bullet' | 'number' | undefined;
}

/** The part that holds the notes, and the language that they are in. */
export interface NotesPlace {
  package: Package;
  path: string;
  lang: string;
}

/** Writes speaker notes as paragraphs and lists. Formulas are their source: PowerPoint has none in notes. */
export function notesParagraphs(notes: readonly ElementContent[], place: NotesPlace): XmlElement[] {
  const blocks = blocksOf(notes, { depth: 0, marker: undefined });
  return blocks.map((block) => paragraphOf(block, place));
}

type Around = Pick<Block, 'depth' | 'marker'>;

const BLOCKS = new Set(
  'address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
);

function blocksOf(nodes: readonly ElementContent[], around: Around): Block[] {
  const blocks: Block[] = [];
  let line: Span[] = [];
  const endLine = (): void => {
    const spans = trimmed(line);
    if (spans.length > 0) blocks.push({ ...around, spans, ...(blocks.length > 0 && { marker: undefined }) });
    line = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && BLOCKS.has(node.tagName)) {
      endLine();
      blocks.push(...blocksIn(node, blocks.length > 0 ? { ...around, marker: undefined } : around));
    } else line.push(...spansOf(node, {}));
  }
  endLine();
  return blocks;
}

function blocksIn(node: Element, around: Around): Block[] {
  const { tagName, children } = node;
  if (tagName === 'pre') {
    return toString(node)
      .replace(/\n$/, '')
      .split('\n')
      .map((text): Block => ({ depth: around.depth, marker: around.marker, spans: [{ text }] }));
  }
  if (tagName === 'tr') return [{ ...around, spans: rowSpans(children) }];
  if (tagName !== 'ul' && tagName !== 'ol') return blocksOf(children, around);
  const marker = tagName === 'ol' ? 'number' : 'bullet';
  return children.flatMap((child) =>
    child.type === 'element' ? blocksOf(child.children, { depth: around.depth + 1, marker }) : [],
  );
}

/** The cells of a row, with tabs between them. */
function rowSpans(cells: readonly ElementContent[]): Span[] {
  const spans: Span[] = [];
  for (const cell of cells) {
    if (cell.type !== 'element') continue;
    if (spans.length > 0) spans.push({ text: '\t' });
    spans.push(...trimmed(spansOf(cell, {})));
  }
  return spans;
}

function spansOf(node: ElementContent, look: Look): Span[] {
  if (node.type === 'text') return [{ ...look, text: node.value.replaceAll(/\s+/g, ' ') }];
  if (node.type !== 'element') return [];
  const { tagName, properties, children } = node;
  const { dataTex, alt } = properties;
  if (typeof dataTex === 'string') return [{ ...look, text: dataTex }];
  if (tagName === 'img') return typeof alt === 'string' && alt !== '' ? [{ ...look, text: alt }] : [];
  if (tagName === 'br') return [{ ...look, text: '\n' }];
  const own = { ...look, ...lookOf(node) };
  return children.flatMap((child) => spansOf(child, own));
}

function lookOf({ tagName, properties: { href } }: Element): Look {
  switch (tagName) {
    case 'strong':
    case 'b':
    case 'th':
      return { b: true };
    case 'em':
    case 'i':
    case 'cite':
      return { i: true };
    case 'del':
    case 's':
      return { strike: 'sngStrike' };
    case 'sup':
      return { baseline: 30_000 };
    case 'sub':
      return { baseline: -25_000 };
    case 'a':
      return typeof href === 'string' && !href.startsWith('#') ? { href } : {};
    default:
      return {};
  }
}

function trimmed(spans: readonly Span[]): Span[] {
  const kept = spans.map((span) => ({ ...span }));
  const [first, last] = [kept[0], kept.at(-1)];
  if (first) first.text = first.text.replace(/^[ \n]+/, '');
  if (last) last.text = last.text.replace(/(?<![ \n])[ \n]+$/, '');
  return kept.filter(({ text }) => text !== '');
}

function paragraphOf({ spans, depth, marker }: Block, place: NotesPlace): XmlElement {
  const indent = 171_450;
  const properties = xml(
    'a:pPr',
    {
      marL: depth > 0 ? indent * depth : undefined,
      lvl: depth > 1 ? Math.min(depth - 1, 8) : undefined,
      indent: marker ? -indent : undefined,
    },
    marker && [
      xml('a:buFont', { typeface: 'Arial' }),
      marker === 'bullet' ? xml('a:buChar', { char: '•' }) : xml('a:buAutoNum', { type: 'arabicPeriod' }),
    ],
  );
  return xml(
    'a:p',
    {},
    properties,
    spans.map((span) => spanXml(span, place)),
  );
}

function spanXml({ text, href, ...look }: Span, { lang, package: file, path }: NotesPlace): XmlElement {
  const link =
    href === undefined ? undefined : xml('a:hlinkClick', { 'r:id': file.relate(path, 'hyperlink', href, 'outside') });
  const properties = xml('a:rPr', { lang, ...look }, link);
  return text === '\n' ? xml('a:br', {}, properties) : xml('a:r', {}, properties, xml('a:t', {}, text));
}
