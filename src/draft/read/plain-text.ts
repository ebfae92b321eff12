import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import type { Position } from 'unist';
import { isFurniture } from '../furniture.ts';
import type { Source } from './source.ts';

interface Line {
  text: string;
  /** From 1. */
  number: number;
}

/**
 * Reads text without mark-up: paragraphs, items that begin with a sign or a number, and titles, which are on a line of their own, are short and end
 * without a mark. Lines that are broken at one width are joined.
 */
export function readPlainText(text: string): Source {
  const lines = text.split(/\r?\n/).map((line, index) => ({ text: line.trimEnd(), number: index + 1 }));
  const isWrapped = wrapsLines(lines);
  const blocks = isWrapped
    ? joinedBlocks(lines)
    : lines.filter((line) => line.text.trim() !== '').map((line) => [line]);
  const children: RootContent[] = [];
  const author = takeByline(blocks);
  for (const [index, block] of blocks.entries()) {
    const item = block[0] && itemOf(block[0].text);
    const last = children.at(-1);
    if (item) addItem(children, { last, item, block });
    else if (isTitle(block, blocks[index + 1], blocks[index - 1])) children.push(heading(block));
    else children.push(paragraph(block));
  }
  return { tree: { type: 'root', children: withTitle(children) }, level: 'one', author };
}

/** “By NAME” below the title. */
function takeByline(blocks: Line[][]): string | undefined {
  const [line, more] = blocks[1] ?? [];
  const name = /^(?:by|von|par|por)\s+(\p{Lu}[^.!?]{2,60})$/iu.exec(line?.text.trim() ?? '')?.[1];
  if (name === undefined || more) return undefined;
  blocks.splice(1, 1);
  return name;
}

/** Most lines of a text that was broken at one width are nearly as long as the longest, and blank lines part its paragraphs. */
function wrapsLines(lines: readonly Line[]): boolean {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const longest = Math.max(0, ...filled.map(({ text }) => text.length));
  const isBlanked = lines.some(({ text }, index) => text.trim() === '' && index > 0 && index < lines.length - 1);
  const full = filled.filter(({ text }) => text.length > longest * 0.6).length;
  return longest <= 120 && longest > 30 && isBlanked && full > filled.length / 3;
}

function joinedBlocks(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    const current = blocks.at(-1);
    if (line.text.trim() === '') blocks.push([]);
    else if (current && current.length > 0 && itemOf(line.text)) blocks.push([line]);
    else current?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

interface Item {
  ordered: boolean;
  text: string;
}

function itemOf(line: string): Item | undefined {
  const bullet = /^\s*[-*•–‣·]\s+(\S.*)$/.exec(line);
  if (bullet) return { ordered: false, text: bullet[1] ?? '' };
  const number = /^\s*\d{1,2}[.)]\s+(\S.*)$/.exec(line);
  return number ? { ordered: true, text: number[1] ?? '' } : undefined;
}

function addItem(
  children: RootContent[],
  { last, item, block }: { last: RootContent | undefined; item: Item; block: readonly Line[] },
): void {
  const words = [item.text, ...block.slice(1).map(({ text }) => text.trim())].join(' ');
  const position = positionOf(block);
  const entry: ListItem = {
    type: 'listItem',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: words }], position }],
    position,
  };
  if (last?.type === 'list' && last.ordered === item.ordered) {
    last.children.push(entry);
    return;
  }
  const list: List = { type: 'list', ordered: item.ordered, children: [entry], position };
  children.push(list);
}

const ENDS = /[.!?…:;,。！？]["”’»」)]?$/;

/** Titles are shorter than a sentence, and a paragraph follows them. */
function isTitle(
  block: readonly Line[],
  next: readonly Line[] | undefined,
  before: readonly Line[] | undefined,
): boolean {
  const [line, more] = block;
  if (!line || more || !next?.[0]) return false;
  const text = line.text.trim();
  const square = /[\u3040-\u9fff]/.test(text);
  const isShort = text.length <= (square ? 40 : 90) && text.split(/\s+/).length <= 14;
  if (isFurniture({ text })) return false;
  if (!isShort || (ENDS.test(text) && !/^\P{Ll}*$|\?$/u.test(text))) return false;
  const follows = next.map((one) => one.text).join(' ');
  const isAfter = before === undefined || ENDS.test(before.at(-1)?.text.trim() ?? '') || before.length === 1;
  return (
    /^[\p{Lu}\p{N}\p{Lo}“"«„¿]/u.test(text) &&
    isAfter &&
    (follows.length > text.length || /^[\p{Lu}\p{Lo}]/u.test(follows))
  );
}

function heading(block: readonly Line[]): Heading {
  const text = block[0]?.text.trim() ?? '';
  return { type: 'heading', depth: 2, children: [{ type: 'text', value: text }], position: positionOf(block) };
}

function paragraph(block: readonly Line[]): Paragraph {
  const value = block.map(({ text }) => text.trim()).join(' ');
  return { type: 'paragraph', children: [{ type: 'text', value }], position: positionOf(block) };
}

function positionOf(block: readonly Line[]): Position {
  const [first, last] = [block[0]?.number ?? 1, block.at(-1)?.number ?? 1];
  return { start: { line: first, column: 1 }, end: { line: last, column: 1 } };
}

/** Two titles one after the other at the start are those of the text and of its first section. */
function withTitle(children: RootContent[]): RootContent[] {
  const [first, second] = children;
  const isOnly = children.filter(({ type }) => type === 'heading').length === 1;
  if (first?.type !== 'heading' || !(second?.type === 'heading' || isOnly)) return children;
  return [{ ...first, depth: 1 }, ...children.slice(1)];
}
