import { readFileSync } from 'node:fs';
import path from 'node:path';

/** An example of the language: a deck, and the image of its first slide below it. */
export interface LanguageExample {
  source: string;
  /** Name of the image without folder and extension; `undefined` where there is none. */
  picture: string | undefined;
}

const EXAMPLE = /^(`{3,})markdown\n([\s\S]*?)^\1\n+(?:!\[[^\]]+\]\(images\/language\/([\w-]+)\.webp\)\n)?/gm;

const PAGES = ['language.md', 'components.md', 'write.md'];

/** Reads the examples out of the pages about the language. */
export function languageExamples(root: string): LanguageExample[] {
  const text = PAGES.map((page) => readFileSync(path.join(root, 'docs', page), 'utf8')).join('\n');
  return [...text.matchAll(EXAMPLE)].map(([, , source = '', picture]) => ({ source, picture }));
}
