import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { fail, warn } from '../model/messages.ts';
import type { FrontMatterEntry } from './front-matter.ts';

/**
 * Reads the YAML of front matter. Kept apart from finding it, so that a deck without any does not load the parser.
 *
 * @param offset - of the YAML's first character in the file; it stands on the file's second line.
 */
export function readYaml(yaml: string, offset: number, file: VFile): FrontMatterEntry[] {
  const toPosition = positionsIn(yaml, offset);
  const document = parseDocument(yaml, { uniqueKeys: true, prettyErrors: false });
  for (const error of document.errors) {
    fail(file, `Unexpected YAML in the front matter: ${firstLine(error.message)}`, {
      place: toPosition(error.pos[0], error.pos[1]),
      ruleId: 'front-matter-yaml',
    });
  }
  return entriesOf(document, toPosition, file);
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
