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
