import type { BlockContent, Code, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { htmlProperties } from '../model/attributes.ts';
import { didYouMean, spellingOf } from '../model/did-you-mean.ts';
import { labelName } from '../model/labels.ts';
import { warn } from '../model/messages.ts';
import { isOpenData } from '../model/own-data.ts';
import { readFenceInfo } from './fence-info.ts';
import type { Phrase } from './pseudocode-phrases.ts';
import { parsePseudocode, type PseudocodeLine } from './pseudocode-syntax.ts';

/** Messages for one algorithm: what is broken in the first line may break each line behind it. */
const MOST_FAULTS = 50;
const KEYS = ['title', 'numbers', 'noend'];

/** Makes algorithms of the fences `pseudocode` below a node. */
export function replacePseudocode(tree: Root, file: VFile): void {
  visit(tree, file);
}

function visit(parent: Parents, file: VFile): void {
  parent.children.forEach((child, index) => {
    if (isPseudocode(child)) (parent.children as Nodes[])[index] = algorithmOf(child, file);
    else if ('children' in child) visit(child, file);
  });
}

function isPseudocode(node: Nodes): node is Code {
  return node.type === 'code' && /^\{?\.?pseudocode\b/i.test(node.lang ?? '');
}

function algorithmOf(node: Code, file: VFile): ContainerDirective {
  const { attributes, emphasis, unread } = readFenceInfo(node.lang ?? '', node.meta ?? '');
  const { values } = attributes;
  if (unread || emphasis.length > 0) {
    const reason = `Unexpected “${unread || 'lines in {…}'}” after the backticks, expected key=value or {#id}`;
    warn(file, reason, { place: node, ruleId: 'code-attribute' });
  }
  for (const key of values.keys()) {
    if (KEYS.includes(key) || isOpenData(key)) continue;
    const reason = `Unknown attribute “${key}” of a fence${didYouMean(key, KEYS)}`;
    warn(file, reason, { place: node, ruleId: 'code-attribute', spelling: spellingOf(key, KEYS) });
  }
  const noend = values.has('noend') && values.get('noend') !== 'false';
  const { caption, label, lines, faults } = parsePseudocode(node.value, { noend });
  const places = placesIn(node, file);
  for (const { reason, offset, length } of faults.slice(0, MOST_FAULTS)) {
    warn(file, reason, { place: places(offset, offset + length), ruleId: 'pseudocode' });
  }
  const id = attributes.id ?? (label === undefined ? undefined : labelName(label));
  const title = values.get('title');
  const words: PhrasingContent[] =
    typeof title === 'string' ? [{ type: 'text', value: title }] : caption.map((phrase) => phrasing(phrase, places));
  const number: Text | undefined = words.length > 0 ? { type: 'text', value: '' } : undefined;
  const numbered = values.get('numbers') !== 'false';
  const properties = htmlProperties({ ...attributes, ...(id && { id }), values: new Map() });
  const given = Array.isArray(properties['className']) ? properties['className'] : [];
  return {
    type: 'containerDirective',
    name: 'pseudocode',
    children: [...(number ? [captionOf(number, words)] : []), listOf(lines, numbered, places)],
    data: {
      hName: 'figure',
      hProperties: { ...properties, className: ['algorithm', ...given] },
      captioned: { kind: 'algorithm', id, number },
    },
    ...(node.position && { position: node.position }),
  };
}

function captionOf(number: Text, words: PhrasingContent[]): Paragraph {
  const counted = inElement('span', 'caption-number', [number]);
  return { type: 'paragraph', children: [counted, ...words], data: { hName: 'figcaption' } };
}

function listOf(lines: readonly PseudocodeLine[], numbered: boolean, places: Places): ContainerDirective {
  let count = 0;
  const items = lines.map((line): BlockContent => {
    if (line.counted) count += 1;
    return lineOf(line, numbered ? (line.counted ? String(count) : '') : undefined, places);
  });
  const data = { hName: 'ol', hProperties: { className: ['algorithm-lines'], role: 'list' } };
  return { type: 'containerDirective', name: 'lines', children: items, data };
}

/** @param number - empty for a line that has none among others that have. */
function lineOf({ level, phrases, comment }: PseudocodeLine, number: string | undefined, places: Places): BlockContent {
  const shown = phrases.map((phrase) => phrasing(phrase, places));
  const children: PhrasingContent[] = [];
  if (number !== undefined) children.push(inElement('span', 'algorithm-number', [{ type: 'text', value: number }]));
  const text = inElement('span', 'algorithm-text', shown);
  if (level > 0) text.data = { ...text.data, hProperties: { ...text.data?.hProperties, style: `--level:${level}` } };
  children.push(text);
  if (comment.length > 0) {
    const words = comment.map((phrase) => phrasing(phrase, places));
    children.push(inElement('span', 'algorithm-comment', [{ type: 'text', value: '// ' }, ...words]));
  }
  return { type: 'paragraph', children, data: { hName: 'li' } };
}

function inElement(hName: string, className: string, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', children, data: { hName, hProperties: { className: [className] } } };
}

/** A name in small capitals. Here and not in a style sheet, since those add capitals to the fonts of all decks. */
function nameOf(value: string): PhrasingContent {
  const name = inElement('span', 'algorithm-name', [{ type: 'text', value }]);
  name.data = { ...name.data, hProperties: { ...name.data?.hProperties, style: 'font-variant-caps:small-caps' } };
  return name;
}

function phrasing(phrase: Phrase, places: Places): PhrasingContent {
  const { offset } = phrase;
  if (phrase.type === 'math') {
    const position = places(offset, phrase.end);
    return { type: 'inlineMath', value: phrase.value, ...(position && { position }) };
  }
  if (phrase.type === 'keyword')
    return inElement('strong', 'algorithm-keyword', [{ type: 'text', value: phrase.value }]);
  if (phrase.type === 'name') return nameOf(phrase.value);
  if (phrase.type === 'code') return { type: 'inlineCode', value: phrase.value };
  if ('value' in phrase) {
    const position = places(offset, offset + phrase.value.length);
    return { type: 'text', value: phrase.value, ...(position && { position }) };
  }
  const children = phrase.children.map((child) => phrasing(child, places));
  return phrase.type === 'strong' ? { type: 'strong', children } : { type: 'emphasis', children };
}

/** Finds places in the file by offsets in the fence's text. */
type Places = (from: number, to: number) => Position | undefined;

/** Lines of a fence may be in a list or a quotation: what is before them there is no part of their text. */
function placesIn({ value, position }: Code, file: VFile): Places {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end === undefined) return () => undefined;
  const written = String(file).slice(start.offset, end.offset).split('\n');
  let offset = start.offset + (written[0]?.length ?? 0) + 1;
  let at = 0;
  const lines = value.split('\n').map((text, index) => {
    const source = (written[index + 1] ?? '').replace(/\r$/, '');
    const before = Math.max(0, source.length - text.length);
    const line = { at, line: start.line + index + 1, column: before + 1, offset: offset + before };
    at += text.length + 1;
    offset += (written[index + 1]?.length ?? 0) + 1;
    return line;
  });
  let current = 0;
  const point = (where: number): Point => {
    // Places are asked for in order, but for the last ones.
    if ((lines[current]?.at ?? 0) > where) current = 0;
    while ((lines[current + 1]?.at ?? Infinity) <= where) current += 1;
    const line = lines[current] ?? { at: 0, line: start.line, column: 1, offset: 0 };
    return { line: line.line, column: line.column + where - line.at, offset: line.offset + where - line.at };
  };
  return (from, to) => ({ start: point(from), end: point(to) });
}
