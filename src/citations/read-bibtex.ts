import type { CitationFault } from './citation.ts';
import { isRecord } from './item.ts';
import { bibtexEntries, withoutParents, type BibtexEntry } from './bibtex-entries.ts';
import type { FilePoint } from './xml-tree.ts';

/** An entry of a bibliography file. */
export interface BibliographyEntry {
  key: string;
  /** CSL-JSON. */
  value: Readonly<Record<string, unknown>>;
  place: FilePoint | undefined;
}

export interface ReadBibliography {
  entries: BibliographyEntry[];
  faults: CitationFault[];
}

/** Depth of entries that take fields from others, more than real bibliographies have. */
const DEEPEST = 4;

/**
 * Reads BibTeX or BibLaTeX. Entries are parsed one by one, so that a broken one is a problem at its place and the
 * others are still read.
 */
export async function readBibtex(source: string): Promise<ReadBibliography> {
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  const { entries: found, strings, faults } = bibtexEntries(source);
  const byKey = new Map(found.map((entry) => [entry.key.toLowerCase(), entry]));
  const entries = found.flatMap((entry): BibliographyEntry[] => {
    const { key, place } = entry;
    const parents = ancestors(entry, byKey, [entry]);
    try {
      const text = [...strings, entry.text, ...parents].join('\n');
      const parsed: unknown = plugins.input.chain(text, { generateGraph: false, forceType: '@biblatex/text' });
      const value: unknown = Array.isArray(parsed) ? parsed[0] : undefined;
      if (isRecord(value)) return [{ key, value: withPlainText(value), place }];
      faults.push({ problem: `the entry “${key}” cannot be read`, place });
    } catch (error) {
      faults.push({ problem: `the entry “${key}” cannot be read: ${reasonOf(error)}`, place });
    }
    return [];
  });
  return { entries, faults };
}

/** Texts of the entries that one takes fields from; what leads back to one before is taken out, so that it ends. */
function ancestors(
  entry: BibtexEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
  above: readonly BibtexEntry[],
): string[] {
  if (above.length > DEEPEST) return [];
  const found: string[] = [];
  for (const key of entry.parents) {
    const parent = byKey.get(key.toLowerCase());
    if (!parent || above.includes(parent)) continue;
    const circles = parent.parents.some((name) => above.some((one) => one.key.toLowerCase() === name.toLowerCase()));
    found.push(circles ? withoutParents(parent.text) : parent.text);
    if (!circles) found.push(...ancestors(parent, byKey, [...above, parent]));
  }
  return found;
}

/** The parser’s own positions count from the start of one entry, not of the file. */
function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const known = /expected "(\w+)"(?: or "\w+")*, got "(\w+)"/.exec(line);
  if (!known) return 'it is not valid BibTeX';
  const [, expected = '', got = ''] = known;
  return `expected ${TOKENS.get(expected) ?? expected}, got ${TOKENS.get(got) ?? got}`;
}

const TOKENS: ReadonlyMap<string, string> = new Map([
  ['rbrace', 'a comma or “}”'],
  ['lbrace', '“{”'],
  ['comma', 'a comma'],
  ['equals', '“=”'],
  ['identifier', 'a word'],
  ['label', 'a key'],
  ['quote', 'a quotation mark'],
]);

/** Takes away what LaTeX means only to itself: commands without meaning here show their content. */
function withPlainText(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainValue(name, one)]));
}

function plainValue(name: string, value: unknown): unknown {
  if (typeof value === 'string') return name === 'URL' || name === 'DOI' ? value : plainLatex(value);
  if (Array.isArray(value)) return value.map((one) => plainValue(name, one));
  return isRecord(value) ? withPlainText(value) : value;
}

function plainLatex(text: string): string {
  if (!/[\\~]/.test(text)) return text;
  return text
    .replace(/\\(LaTeX|TeX|BibTeX|XeTeX|LuaTeX)\s*/g, '$1')
    .replace(/\\[A-Za-z]+\s*/g, '')
    .replace(/\\(.)/g, '$1')
    .replaceAll('~', '\u00A0');
}
