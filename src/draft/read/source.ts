import type { Root } from 'mdast';

/** The article in a file, whatever its format. Positions are lines of the file. */
export interface Source {
  tree: Root;
  /** Titles are all of one level: the first may be that of the whole. */
  level?: 'one' | undefined;
  title?: string | undefined;
  subtitle?: string | undefined;
  author?: string | undefined;
  date?: string | undefined;
  lang?: string | undefined;
}
