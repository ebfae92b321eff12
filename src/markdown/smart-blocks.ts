import type { Nodes, Paragraph, Parents, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import type { Fence } from '../model/fence.ts';
import { readLanguage } from '../model/languages.ts';
import { OBJECT, SYMBOL, smartEdits, type Edit, type Wanted } from './smart-text.ts';

/** Nodes that are in a line of text. */
const PHRASING = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference', 'textDirective']);
/** Elements whose text is code. */
const CODE = /^<(\/?)(code|kbd|samp|var|pre|tt|script|style|textarea)\b/i;

/** Texts of a block in a row, and what they make together. */
interface Line {
  texts: { node: Text; start: number }[];
  text: string;
  /** Open elements of raw HTML whose text is code. */
  code: number;
}

interface Blocks {
  file: VFile;
  lang: string;
  wanted: Wanted;
}

/** Writes the texts of a document as its language does, block by block: quotes close in the block that they open in. */
export function smartenBlocks(tree: Root, blocks: Blocks): void {
  for (const child of tree.children) visit(child, blocks);
}

function visit(node: Nodes, blocks: Blocks): void {
  const within = { ...blocks, lang: languageOf(node) ?? blocks.lang };
  if (node.type === 'code') smartenTitle(node.data?.fence, within);
  if (!('children' in node)) return;
  if (node.type === 'containerDirective' && node.data?.captioned?.kind === 'algorithm') {
    const [caption] = node.children;
    if (caption?.type === 'paragraph') visit(caption, within);
    return;
  }
  if (node.type === 'paragraph') smartenCaption(node, within);
  if (node.children.some(({ type }) => type === 'text' || PHRASING.has(type))) smartenLine(node, within);
  else for (const child of node.children) visit(child, within);
}

/** The title of a drawing is its caption; that of code may be the name of a file. */
function smartenTitle(fence: Fence | undefined, blocks: Blocks): void {
  const title = fence?.attributes.values.get('title');
  if (fence && fence.kind !== 'code' && typeof title === 'string')
    fence.attributes.values.set('title', smartText(title, blocks));
}

/** The title of an image alone in its paragraph is its caption. */
function smartenCaption({ children: [only, ...others] }: Paragraph, blocks: Blocks): void {
  const picture = only?.type === 'link' ? only.children[0] : only;
  if (others.length === 0 && picture?.type === 'image' && picture.title)
    picture.title = smartText(picture.title, blocks);
}

/** The language that an author gave a slide or a directive. */
function languageOf(node: Nodes): string | undefined {
  if (node.type === 'slide')
    return readLanguage(node.data.attributes.findLast(({ values }) => values.has('lang'))?.values.get('lang'));
  const lang = node.data && 'hProperties' in node.data ? node.data.hProperties?.['lang'] : undefined;
  return readLanguage(lang);
}

/** @param block - it, or words in a language of their own. */
function smartenLine(block: Parents, blocks: Blocks): void {
  const { file, lang, wanted } = blocks;
  const line: Line = { texts: [], text: '', code: 0 };
  for (const child of block.children) collect(child, line, blocks);
  if (line.text === '') return;
  const kept = new Set(line.texts.flatMap(({ node, start }) => escapedIn(node, file).map((at) => start + at)));
  const edits = smartEdits(masked(line.text, kept), lang, wanted).filter(({ at, length }) => isFree(kept, at, length));
  if (edits.length > 0)
    apply(
      line,
      edits.toSorted((one, other) => one.at - other.at),
    );
}

function collect(node: Nodes, line: Line, blocks: Blocks): void {
  if (node.type === 'text' && line.code === 0 && !node.value.includes('://')) {
    line.texts.push({ node, start: line.text.length });
    line.text += node.value;
  } else if (node.type === 'break') line.text += '\n';
  else if (node.type === 'html') {
    const [, end, name] = CODE.exec(node.value) ?? [];
    if (name !== undefined) line.code = Math.max(0, line.code + (end ? -1 : 1));
  } else if ('children' in node && PHRASING.has(node.type) && !isCode(node) && line.code === 0) {
    const lang = languageOf(node);
    if (lang === undefined) for (const child of node.children) collect(child, line, blocks);
    else {
      smartenLine(node, { ...blocks, lang });
      line.text += OBJECT;
    }
  } else line.text += node.type === 'inlineMath' && /^(?:\p{L}|\\\p{L}+)$/u.test(node.value) ? SYMBOL : OBJECT;
}

/** Keys, and links whose text is their address. */
function isCode(node: Nodes): boolean {
  if (node.type === 'textDirective') return node.name === 'kbd' || node.name === 'icon';
  if (node.type !== 'link') return false;
  const [only] = node.children;
  return node.children.length === 1 && only?.type === 'text' && node.url.endsWith(only.value);
}

/** Indices of characters that are escaped in the source: they mean themselves. */
function escapedIn({ value, position }: Text, file: VFile): number[] {
  const source = position ? String(file).slice(position.start.offset, position.end.offset) : value;
  if (source === value || !/\\["'.-]|&/.test(source)) return [];
  const found: number[] = [];
  let at = 0;
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    if (source.charAt(at) === '\\' && source.charAt(at + 1) === character) {
      found.push(index);
      at += 2;
    } else if (source.charAt(at) === character) at += 1;
    else if (source.charAt(at) === '&') {
      found.push(index);
      at = source.indexOf(';', at) + 1;
    } else return found;
  }
  return found;
}

/** The text with what is escaped as any other letter. */
function masked(text: string, kept: ReadonlySet<number>): string {
  if (kept.size === 0) return text;
  return Array.from({ length: text.length }, (_, at) => (kept.has(at) ? OBJECT : text.charAt(at))).join('');
}

function isFree(kept: ReadonlySet<number>, at: number, length: number): boolean {
  return kept.size === 0 || !Array.from({ length }, (_, index) => at + index).some((index) => kept.has(index));
}

function apply({ texts }: Line, edits: readonly Edit[]): void {
  let next = 0;
  for (const { node, start } of texts) {
    const end = start + node.value.length;
    let from = 0;
    let written = '';
    for (let edit = edits[next]; edit && edit.at < end; edit = edits[next]) {
      next += 1;
      const at = edit.at - start;
      if (at < from || edit.at + edit.length > end) continue;
      written += node.value.slice(from, at) + edit.value;
      from = at + edit.length;
    }
    if (from > 0) node.value = written + node.value.slice(from);
  }
}

/** Writes a text without markup as its language does. */
export function smartText(text: string, { lang, wanted }: Pick<Blocks, 'lang' | 'wanted'>): string {
  const node: Text = { type: 'text', value: text };
  const edits = smartEdits(text, lang, wanted);
  apply(
    { texts: [{ node, start: 0 }], text, code: 0 },
    edits.toSorted((one, other) => one.at - other.at),
  );
  return node.value;
}
