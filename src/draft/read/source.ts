import type { Root } from 'mdast';

/** The article in a file, whatever its format. Positions are lines of the file. */
export interface Source {
  tree: Root;
  title?: string | undefined;
  subtitle?: string | undefined;
  author?: string | undefined;
  date?: string | undefined;
  lang?: string | undefined;
}
