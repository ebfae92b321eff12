import type { CitationFault } from './citation.ts';
import type { FilePoint } from './xml-tree.ts';

/** An entry as it is written. */
export interface BibtexEntry {
  key: string;
  text: string;
  place: FilePoint;
  /** Keys of entries that it takes fields from. */
  parents: string[];
}

interface BibtexParts {
  entries: BibtexEntry[];
  /** `@string` definitions. */
  strings: string[];
  faults: CitationFault[];
}

const OPENING = /@\s*([a-z]+)\s*([{(])/gi;

/** Splits a file into its entries. What is between them is comment, as in BibTeX. */
export function bibtexEntries(source: string): BibtexParts {
  const parts: BibtexParts = { entries: [], strings: [], faults: [] };
  const placeAt = pointsOf(source);
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(source); match; match = OPENING.exec(source)) {
    const [whole, kind = '', bracket = ''] = match;
    const place = placeAt(match.index);
    const end = closingOf(source, match.index + whole.length, bracket);
    if (end === undefined) {
      const name = keyOf(source.slice(match.index + whole.length));
      parts.faults.push({ problem: `the entry ${name ? `“${name}” ` : ''}is not closed: a brace is missing`, place });
      // The next entry begins where a line begins with one.
      OPENING.lastIndex = match.index + whole.length;
      continue;
    }
    OPENING.lastIndex = end;
    addPart({ kind: kind.toLowerCase(), text: source.slice(match.index, end), place }, whole.length, parts);
  }
  return parts;
}

interface Part {
  kind: string;
  text: string;
  place: FilePoint;
}

function addPart({ kind, text, place }: Part, bodyStart: number, { entries, strings, faults }: BibtexParts): void {
  if (kind === 'comment' || kind === 'preamble') return;
  if (kind === 'string') {
    strings.push(text);
    return;
  }
  const key = keyOf(text.slice(bodyStart));
  if (key === undefined) {
    faults.push({ problem: `an entry “@${kind}” has no key, expected “@${kind}{key, …}”`, place });
    return;
  }
  entries.push({ key, text, place, parents: parentsOf(text) });
}

function keyOf(body: string): string | undefined {
  const key = /^\s*([^\s,={}"#%]+)\s*(?=[,}])/.exec(body)?.[1];
  return key === '' ? undefined : key;
}

const PARENTS = /\b(?:crossref|xdata)\s*=\s*[{"]([^{}"]*)[}"]/gi;

/** Takes out of an entry what names others. */
export function withoutParents(text: string): string {
  return text.replace(PARENTS, 'ignored = {}');
}

function parentsOf(text: string): string[] {
  const fields = text.matchAll(PARENTS);
  return [...fields].flatMap(([, keys = '']) => keys.split(',').map((key) => key.trim())).filter(Boolean);
}

/** Offset behind the bracket that closes an entry; an entry ends before a line that opens another one. */
function closingOf(source: string, from: number, bracket: string): number | undefined {
  let depth = bracket === '{' ? 1 : 0;
  for (let index = from; index < source.length; index += 1) {
    const sign = source[index];
    if (sign === '\\') index += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (
      sign === '@' &&
      source[index - 1] === '\n' &&
      /^@\s*[a-z]+\s*[{(]\s*[^\s,=]+\s*,/i.test(source.slice(index, index + 200))
    ) {
      return undefined;
    }
    if (bracket === '{' ? depth === 0 : depth === 0 && sign === ')') return index + 1;
  }
  return undefined;
}

/** Finds lines and columns of offsets that only grow. */
function pointsOf(source: string): (offset: number) => FilePoint {
  let [line, start, done] = [1, 0, 0];
  return (offset) => {
    for (let next = source.indexOf('\n', done); next !== -1 && next < offset; next = source.indexOf('\n', done)) {
      line += 1;
      start = next + 1;
      done = start;
    }
    return { line, column: offset - start + 1 };
  };
}
