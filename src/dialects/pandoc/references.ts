import type { DialectSource } from '../../model/dialect.ts';
import type { SourceLine } from '../common/scan-lines.ts';
import { readHeading } from './headings.ts';

/** Kinds of references of Quarto whose numbers are those of the order in the source, and their words. */
const COUNTED: ReadonlyMap<string, string> = new Map([
  ['fig', 'Figure'],
  ['tbl', 'Table'],
  ['lst', 'Listing'],
]);
const THEOREMS: ReadonlySet<string> = new Set(['thm', 'lem', 'cor', 'prp', 'cnj', 'def', 'exm', 'exr', 'sol']);

const LABEL = /\{#((?:fig|tbl|lst|eq|thm|lem|cor|prp|cnj|def|exm|exr|sol)-[\w-]{1,80})[^{}\n]{0,500}\}/g;
const CELL_LABEL = /^(?:#|\/\/|%%|--)\|[ \t]{0,9}label:[ \t]{0,9}["']?((?:fig|tbl|lst)-[\w-]{1,80})/;
const REFERENCE = /`[^`\n]{0,500}`|\[?(-?)@((fig|tbl|lst|eq|sec|thm|lem|cor|prp|cnj|def|exm|exr|sol)-[\w-]{1,80})\]?/g;

/** Turns references to figures, tables, formulas, theorems and sections into words or links, where the document has what they name. */
export function readReferences(lines: readonly SourceLine[], source: DialectSource): void {
  const { numbers, sections } = labelsIn(lines, source);
  if (numbers.size === 0 && sections.size === 0) return;
  for (const line of lines) {
    if (line.isCode || line.isComment || !line.text.includes('@')) continue;
    for (const match of line.text.matchAll(REFERENCE)) {
      const [all, dash, name = '', kind = ''] = match;
      if (all.startsWith('`') || /\w/.test(line.text.charAt(match.index - 1))) continue;
      const written = wordsOf({ name, kind, isBare: dash === '-' }, { numbers, sections });
      if (written === undefined) continue;
      const start = line.start + match.index;
      const isBracketed = all.startsWith('[') && all.endsWith(']');
      const from = start + (all.startsWith('[') && !isBracketed ? 1 : 0);
      const end = start + all.length - (all.endsWith(']') && !isBracketed ? 1 : 0);
      source.replace({ start: from, end }, written);
    }
  }
}

interface Labels {
  numbers: Map<string, number>;
  /** The words of headings, by their ids. */
  sections: Map<string, string>;
}

/** Finds labels. Those of formulas move into them. */
function labelsIn(lines: readonly SourceLine[], source: DialectSource): Labels {
  const labels: Labels = { numbers: new Map(), sections: new Map() };
  const counts = new Map<string, number>();
  const add = (name: string): void => {
    const kind = name.slice(0, name.indexOf('-'));
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (!labels.numbers.has(name)) labels.numbers.set(name, count);
  };
  for (const line of lines) {
    const { text } = line;
    if (line.isComment) continue;
    const cell = line.isCode ? CELL_LABEL.exec(text)?.[1] : undefined;
    if (cell !== undefined) add(cell);
    if (line.isCode || !text.includes('{#')) continue;
    for (const [, name = ''] of text.matchAll(LABEL)) add(name);
    const heading = readHeading(line);
    if (heading?.attributes?.id.startsWith('sec-')) labels.sections.set(heading.attributes.id, heading.words);
    moveFormulaLabel(line, source);
  }
  return labels;
}

/** `$$ {#eq-x}` at the end of a formula is `\label{eq-x}` in it. */
function moveFormulaLabel(line: SourceLine, source: DialectSource): void {
  const found = /(\$\$)[ \t]{0,9}\{#(eq-[\w-]{1,80})[^{}\n]{0,200}\}[ \t]*$/.exec(line.text);
  if (!found) return;
  const at = line.start + found.index;
  source.insert(at, `\\label{${found[2]}}${found.index === 0 ? '\n' : ''}`);
  source.replace({ start: at + 2, end: line.end }, '');
}

function wordsOf(
  { name, kind, isBare }: { name: string; kind: string; isBare: boolean },
  { numbers, sections }: Labels,
): string | undefined {
  const words = sections.get(name);
  if (words !== undefined) return `[${words}](#${name})`;
  const number = numbers.get(name);
  if (number === undefined) return undefined;
  if (kind === 'eq') return isBare ? `\\ref{${name}}` : `Equation \\ref{${name}}`;
  if (THEOREMS.has(kind)) return `:ref[#${name}]`;
  return isBare ? String(number) : `${COUNTED.get(kind) ?? ''} ${number}`.trim();
}
