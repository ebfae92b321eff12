import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parseSync, Visitor } from 'rolldown/utils';
import { visit } from 'unist-util-visit';

/** Where prose comes from: a page of Markdown, a string of the source, a docstring, or the name of a test. */
export type Kind = 'page' | 'string' | 'docstring' | 'test';

/** Prose of a file. It has the length of its source, with everything else masked. */
export interface Prose {
  kind: Kind;
  file: string;
  /** The line of the file that it begins on. */
  line: number;
  text: string;
  /** Whether it describes an exported function. */
  describesFunction: boolean;
}

/** Words that a program looks for. */
const WORD_LIST = /^\s*(?:[\p{Ll}’-]+[\s|,]+){12,}[\p{Ll}’-]+\s*$/u;

/** Returns the prose of a file: of Markdown and of TypeScript. */
export function proseOf(root: string, file: string): Prose[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  if (file.endsWith('.md')) return [proseOfPage(source, file)];
  return file.endsWith('.test.ts') ? testNames(source, file) : proseOfCode(source, file);
}

/** Returns the prose of a page: code, HTML and addresses are masked. */
export function proseOfPage(source: string, file: string): Prose {
  let text = source;
  visit(fromMarkdown(source), (node) => {
    if (!['code', 'inlineCode', 'html', 'definition'].includes(node.type)) return;
    const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset];
    text = text.slice(0, start) + masked(source.slice(start, end)) + text.slice(end);
  });
  text = text.replaceAll(/\]\([^)\s]*/g, (address) => `]${masked(address.slice(1))}`);
  return { kind: 'page', file, line: 1, text, describesFunction: false };
}

/** Returns the strings of a module that have words in them, and its docstrings. */
export function proseOfCode(source: string, file: string): Prose[] {
  const { program, comments } = parseSync(file, source);
  const found: Prose[] = [];
  const functions = exportedFunctions(source);
  const lineOf = lines(source);
  const add = (kind: Kind, start: number, text: string, describesFunction = false): void => {
    if (/\p{L}\s+\p{L}/u.test(text) && !WORD_LIST.test(text))
      found.push({ kind, file, line: lineOf(start), text, describesFunction });
  };
  for (const { type, value, start } of comments) {
    if (type !== 'Block' || !value.startsWith('*')) continue;
    const text = `  ${value}`.replaceAll(/^\s*\*(?=[\s*])/gm, (stars) => stars.replace('*', ' '));
    add('docstring', start, codeMasked(text), functions.has(start));
  }
  new Visitor({
    Literal: ({ value, raw, start }) => {
      if (typeof value === 'string') add('string', start, unescaped(raw ?? ''));
    },
    TemplateLiteral: ({ start, end, expressions }) => {
      let text = source.slice(start, end);
      for (const inner of expressions) {
        const [from, to] = [inner.start - start - 2, inner.end - start + 1];
        text = text.slice(0, from) + 'X'.repeat(to - from) + text.slice(to);
      }
      add('string', start, unescaped(text));
    },
  }).visit(program);
  return found;
}

/** Returns the names of a module's tests. */
export function testNames(source: string, file: string): Prose[] {
  const lineOf = lines(source);
  return [...source.matchAll(/^ *(?:test|describe)\('((?:[^'\\\n]|\\.)*)'|^\]\)\('((?:[^'\\\n]|\\.)*)'/gm)].map(
    ({ index, 1: name = '', 2: ofRows = '' }) => ({
      kind: 'test',
      file,
      line: lineOf(index + 1),
      text: name || ofRows,
      describesFunction: false,
    }),
  );
}

/** Returns a function from offsets to lines, counted from 1. */
function lines(source: string): (offset: number) => number {
  const starts = [...source.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => starts.filter((start) => start < offset).length + 1;
}

/** Returns where docstrings of exported functions begin. */
function exportedFunctions(source: string): Set<number> {
  const starts = new Set<number>();
  for (const { index, 0: text } of source.matchAll(
    /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n(?=export (?:async )?function\b)/g,
  )) {
    starts.add(index + text.lastIndexOf('/**'));
  }
  return starts;
}

function masked(text: string): string {
  return text.replaceAll(/[^\n]/g, '`');
}

function codeMasked(text: string): string {
  return text.replaceAll(/`[^`\n]*`|@param [\w.]+|\{@link[^}]*\}/g, masked);
}

function unescaped(text: string): string {
  return codeMasked(text.replaceAll(/\\./g, '  ').slice(1, -1)).padStart(text.length - 1);
}
