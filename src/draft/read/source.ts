import type { Root } from 'mdast';

/** What a file has of an article, whatever its format. Positions are lines of the file. */
export interface Source {
  tree: Root;
  title?: string | undefined;
  subtitle?: string | undefined;
  author?: string | undefined;
  date?: string | undefined;
  lang?: string | undefined;
}
