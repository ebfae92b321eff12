import type { Position } from 'unist';
import type { VFile } from 'vfile';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
} from 'yaml';
import { fail, warn } from '../model/messages.ts';
import { faultAdvice, unquotedText } from './yaml-advice.ts';

export interface FrontMatterEntry {
  key: string;
  value: unknown;
  /** The same with numbers as they are written, for what is text. */
  written: unknown;
  /** Place of the key. */
  position: Position;
}

/** A problem of an entry, at an offset of the YAML. */
interface Fault {
  start: number;
  end: number;
  reason: string;
}

/**
 * Reads the YAML of front matter. Kept apart from finding it, so that a deck without any does not load the parser.
 *
 * @param offset - of the YAML's first character in the file; it is on the file's second line.
 */
export function readYaml(yaml: string, offset: number, file: VFile): FrontMatterEntry[] {
  const toPosition = positionsIn(yaml, offset);
  const document = parse(yaml);
  if (document.errors.length === 0) return readDocument(document, yaml, { toPosition, file });
  // Each entry is read by itself, so that an error in one does not hide the others.
  const entries = entryTexts(yaml).flatMap(({ text, at }) =>
    readDocument(parse(text), text, { toPosition: (start, end) => toPosition(start + at, end + at), file }),
  );
  const known = new Set<string>();
  return entries.filter(({ key, position }) => {
    if (known.has(key)) {
      const reason = `Duplicate key “${key}” in the front matter; keep one of them`;
      fail(file, reason, { place: position, ruleId: 'front-matter-yaml' });
      return false;
    }
    known.add(key);
    return true;
  });
}

function parse(yaml: string): Document.Parsed {
  return parseDocument(yaml, { uniqueKeys: true, prettyErrors: false });
}

function entryTexts(yaml: string): { text: string; at: number }[] {
  const starts = [0];
  for (let at = yaml.indexOf('\n'); at !== -1; at = yaml.indexOf('\n', at + 1)) {
    if (!INSIDE.test(yaml.charAt(at + 1))) starts.push(at + 1);
  }
  return starts.map((at, index) => ({ text: yaml.slice(at, starts[index + 1]).trimEnd(), at }));
}

/** The start of a line that continues the entry before. */
const INSIDE = /[\s#\-\]}]|^$/;

interface Reading {
  toPosition: ToPosition;
  file: VFile;
}

function readDocument(document: Document.Parsed, yaml: string, { toPosition, file }: Reading): FrontMatterEntry[] {
  const invalid = new Set<number>();
  for (const { start, end, reason } of [...syntaxFaults(document, yaml), ...valueFaults(document, yaml)]) {
    // Further errors of an entry follow from the first.
    const entry = entryAt(yaml, start);
    if (!invalid.has(entry)) fail(file, reason, { place: toPosition(start, end), ruleId: 'front-matter-yaml' });
    invalid.add(entry);
  }
  for (const { start, end, reason } of cutTexts(document, yaml)) {
    if (!invalid.has(entryAt(yaml, start)))
      warn(file, reason, { place: toPosition(start, end), ruleId: 'front-matter-yaml' });
  }
  const { contents } = document;
  if (isMap(contents)) return entriesOf(document, yaml, { invalid, toPosition });
  if (contents !== null && invalid.size === 0) {
    const [start, end] = contents.range;
    warn(file, 'Unexpected front matter, expected lines of the form “key: value”', {
      place: toPosition(start, end),
      ruleId: 'front-matter-yaml',
    });
  }
  return [];
}

type Range = [start: number, end: number];
type ToPosition = (start: number, end: number) => Position;

function positionsIn(yaml: string, yamlOffset: number): ToPosition {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = yaml.indexOf('\n'); at !== -1; at = yaml.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  const point = (offset: number): Position['start'] => {
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, column: col, offset: offset + yamlOffset };
  };
  return (start, end) => ({ start: point(start), end: point(Math.max(start, end)) });
}

/** The offset of the line that opens the entry which `at` belongs to. */
function entryAt(yaml: string, at: number): number {
  let start = yaml.lastIndexOf('\n', at - 1) + 1;
  while (start > 0 && INSIDE.test(yaml.charAt(start))) start = yaml.lastIndexOf('\n', start - 2) + 1;
  return start;
}

/** Describes syntax errors in YAML; where quotes would make a value valid, the message suggests them. */
function syntaxFaults({ errors }: Document.Parsed, yaml: string): Fault[] {
  return errors.map(({ pos: [start, end], code, message }) => {
    const from = yaml.lastIndexOf('\n', start - 1) + 1;
    const line = yaml.slice(from).split('\n', 1)[0] ?? '';
    const unquoted = unquotedText(line);
    if (!unquoted) return { start, end, reason: `Invalid YAML in the front matter: ${faultAdvice(code, message)}` };
    const value = line.slice(unquoted.column).trim();
    const at = from + unquoted.column;
    return { start: at, end: at + value.length, reason: unexpected(value, `it ${unquoted.advice}`) };
  });
}

function unexpected(value: string, problem: string): string {
  return `Invalid value ${value.length > 40 ? `${value.slice(0, 40)}…` : value} in the front matter: ${problem}`;
}

/** Not even quotes make text of these. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/**
 * Values that YAML understands and Lectern does not: names of nodes, which may multiply them without end, are followed
 * to text alone.
 */
function valueFaults(document: Document.Parsed, yaml: string): Fault[] {
  const faults: Fault[] = [];
  const add = ([start, end]: Range, problem: string): void => {
    faults.push({ start, end, reason: unexpected(yaml.slice(start, end), problem) });
  };
  const quotesFor = (sign: string): string => `it begins with “${sign}”; put it into quotes`;
  for (const { code, pos } of document.warnings) if (code === 'TAG_RESOLVE_FAILED') add(pos, quotesFor('!'));
  const followed = new Set<unknown>();
  visit(document, {
    Alias(_, alias) {
      const target = alias.resolve(document);
      if (isScalar(target)) followed.add(target);
      else add(rangeOf(alias), quotesFor('*'));
    },
  });
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) return;
      const range = rangeOf(node);
      const at = node.anchor === undefined ? -1 : yaml.lastIndexOf(`&${node.anchor}`, range[0]);
      if (at !== -1 && !followed.has(node)) add([at, range[1]], quotesFor('&'));
      if (!isScalar(node)) return;
      const comment = node.value === null ? /^[ \t]*(#[^\s#]+)/.exec(yaml.slice(range[0])) : undefined;
      if (comment?.[1]) {
        const end = range[0] + comment[0].length;
        faults.push({ start: end - comment[1].length, end, reason: unexpected(comment[1], quotesFor('#')) });
      }
      if (isCutMacro(node, yaml)) add(range, 'it has a “#”, which begins a comment; put all of it into single quotes');
      if (typeof node.value === 'object' && node.value !== null) add(range, 'expected text, a number, true or false');
      if (typeof node.value === 'string' && CONTROL.test(node.value)) {
        faults.push({
          start: range[0],
          end: range[1],
          reason: 'The front matter has a control character; remove it',
        });
      }
    },
  });
  return faults;
}

/** Finds texts such as `Talk #1`, whose ends are comments: who means a comment writes a space behind the sign. */
function cutTexts(document: Document.Parsed, yaml: string): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Scalar(_, { type, value, range }) {
      const end = range?.[1] ?? 0;
      const comment = /^[ \t]+(#[^\s#][^\n]*)/.exec(yaml.slice(end));
      if (type !== 'PLAIN' || typeof value !== 'string' || !comment?.[1]) return;
      const start = end + comment[0].length - comment[1].length;
      const reason = `“${comment[1].trim()}” is read as a comment in the front matter; if it is text, put the whole value into quotes`;
      faults.push({ start, end: start + comment[1].trimEnd().length, reason });
    },
  });
  return faults;
}

/** LaTeX whose first parameter became a comment. */
function isCutMacro({ value, range }: Scalar, yaml: string): boolean {
  return typeof value === 'string' && value.includes('\\') && /^[ \t]+#[1-9]/.test(yaml.slice(range?.[1]));
}

function rangeOf({ range }: Node): Range {
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

function entriesOf(
  document: Document.Parsed,
  yaml: string,
  { invalid, toPosition }: { invalid: Set<number>; toPosition: ToPosition },
): FrontMatterEntry[] {
  const { contents } = document;
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value: node }) => {
    if (!isScalar(key) || invalid.has(entryAt(yaml, rangeOf(key)[0]))) return [];
    const [value, written] = [plain(node, document, false), plain(node, document, true)];
    return [{ key: String(key.value), value, written, position: toPosition(...rangeOf(key)) }];
  });
}

/** @param written - leave numbers as they are written: `3.10` in a title is not 3.1. */
function plain(node: unknown, document: Document.Parsed, written: boolean): unknown {
  if (isAlias(node)) return plain(node.resolve(document), document, written);
  if (isScalar(node)) return written && typeof node.value === 'number' ? (node.source ?? node.value) : node.value;
  if (isSeq(node)) return node.items.map((item) => plain(item, document, written));
  if (!isMap(node)) return null;
  const entries = node.items.map(({ key, value }): [string, unknown] => [
    String(isScalar(key) ? (key.source ?? key.value) : key),
    plain(value, document, written),
  ]);
  return Object.fromEntries(entries);
}
