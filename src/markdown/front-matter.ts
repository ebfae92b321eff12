import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { fail, warn } from '../model/messages.ts';

export interface FrontMatter {
  entries: FrontMatterEntry[];
  /** The Markdown after the front matter. */
  body: string;
  /** Where `body` begins in the file. */
  bodyStart: { line: number; offset: number };
}

export interface FrontMatterEntry {
  key: string;
  value: unknown;
  /** Place of the key. */
  position: Position;
}

const FENCED = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

/**
 * Takes YAML front matter off a deck's source. YAML that cannot be read is an error at its own line and column, and
 * the deck goes on with the entries that could be read.
 */
export function readFrontMatter(source: string, file: VFile): FrontMatter {
  const match = FENCED.exec(source);
  if (!match) return { entries: [], body: source, bodyStart: { line: 1, offset: 0 } };
  const yaml = match[1] ?? '';
  const yamlOffset = match[0].indexOf('\n') + 1;
  const toPosition = positionsIn(yaml, yamlOffset);
  const document = parseDocument(yaml, { uniqueKeys: true, prettyErrors: false });
  for (const error of document.errors) {
    fail(file, `Unexpected YAML in the front matter: ${firstLine(error.message)}`, {
      place: toPosition(error.pos[0], error.pos[1]),
      ruleId: 'front-matter-yaml',
    });
  }
  return {
    entries: entriesOf(document, toPosition, file),
    body: source.slice(match[0].length),
    bodyStart: { line: match[0].split('\n').length, offset: match[0].length },
  };
}

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

function entriesOf(document: Document.Parsed, toPosition: ToPosition, file: VFile): FrontMatterEntry[] {
  const { contents } = document;
  if (contents === null) return [];
  if (!isMap(contents)) {
    if (document.errors.length === 0) {
      const [start, end] = contents.range;
      warn(file, 'Unexpected front matter, expected lines of the form “key: value”', {
        place: toPosition(start, end),
        ruleId: 'front-matter-yaml',
      });
    }
    return [];
  }
  const entries: FrontMatterEntry[] = [];
  for (const pair of contents.items) {
    if (!isScalar(pair.key)) continue;
    const [start, end] = pair.key.range ?? [0, 0];
    const value: unknown = pair.value ? document.createNode(pair.value).toJS(document) : null;
    entries.push({ key: String(pair.key.value), value, position: toPosition(start, end) });
  }
  return entries;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
