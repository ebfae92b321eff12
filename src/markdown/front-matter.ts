import type { VFile } from 'vfile';
import type { FrontMatterEntry } from './front-matter-yaml.ts';

export interface FrontMatter {
  entries: FrontMatterEntry[];
  /** The Markdown after the front matter. */
  body: string;
  /** Position of `body` in the file. */
  bodyStart: { line: number; offset: number };
}

/** YAML may end its documents with dots. */
const FENCED = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * Takes YAML front matter off a deck's source. YAML that cannot be read is an error at its own line and column, and
 * the deck goes on with the entries that could be read.
 */
export async function readFrontMatter(source: string, file: VFile): Promise<FrontMatter> {
  const match = FENCED.exec(source);
  if (!match) return { entries: [], body: source, bodyStart: { line: 1, offset: 0 } };
  const text = match[1] ?? '';
  const { readYaml } = await import('./front-matter-yaml.ts');
  return {
    entries: readYaml(text, match[0].indexOf('\n') + 1, file),
    body: source.slice(match[0].length),
    bodyStart: { line: match[0].split('\n').length, offset: match[0].length },
  };
}

/** Finds the YAML of the front matter in a source: where it begins and ends, and where the Markdown after it begins. */
export function frontMatterText(
  source: string,
): { yaml: string; start: number; end: number; bodyStart: number } | undefined {
  const match = FENCED.exec(source);
  if (!match) return undefined;
  const start = match[0].indexOf('\n') + 1;
  const { length } = match[1] ?? '';
  // The line end of the last entry is part of it.
  const end = length > 0 ? source.indexOf('\n', start + length) + 1 : start;
  return { yaml: source.slice(start, end), start, end, bodyStart: match[0].length };
}
