import path from 'node:path';
import type { DocsPage } from '../../src/app/read-docs.ts';
import type { GalleryDeck, GalleryTheme } from './galleries.ts';

/** The parts that the pages of the site are made of. */
export interface Site {
  version: string;
  docs: readonly DocsPage[];
  decks: readonly GalleryDeck[];
  themes: readonly GalleryTheme[];
  /** Decks of examples that were built, by the path of the page in `docs/` and the number of the example in it. */
  live: ReadonlySet<string>;
  /** The deck that the README shows, and the commands that install Lectern. */
  first: { deck: string; install: string };
}

/** A page of the site. */
export interface SitePage {
  /** Where it is, from the root of the site, as in `docs/print.html`. */
  path: string;
  title: string;
  description: string;
  /** The part of the site that it belongs to. */
  part: 'home' | 'docs' | 'gallery' | 'themes';
  body: string;
}

/** Writes an address as it is from a page: the site works below any address, and from a disk. */
export function linkFrom(page: string, target: string): string {
  const [file = '', anchor] = target.split('#');
  const from = path.posix.dirname(page);
  const link = file === '' ? '' : path.posix.relative(from, file) || path.posix.basename(file);
  return anchor === undefined ? link : `${link}#${anchor}`;
}

/** Returns where a page of the documentation is on the site. */
export function docsPath(id: string): string {
  return `docs/${id}.html`;
}

/** Returns where the deck of an example is on the site. */
export function livePath(page: string, number: number): string {
  return `live/${page.replaceAll('/', '-')}-${number}.html`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
