import { readFileSync } from 'node:fs';
import path from 'node:path';

/** An example of docs/language.md: a deck, and the picture of its first slide that stands under it. */
export interface LanguageExample {
  source: string;
  /** Name of the picture without folder and extension; `undefined` where there is none. */
  picture: string | undefined;
}

const EXAMPLE = /^(`{3,})markdown\n([\s\S]*?)^\1\n+(?:!\[[^\]]+\]\(images\/language\/([\w-]+)\.webp\)\n)?/gm;

/** Reads the examples out of docs/language.md. */
export function languageExamples(root: string): LanguageExample[] {
  const text = readFileSync(path.join(root, 'docs', 'language.md'), 'utf8');
  return [...text.matchAll(EXAMPLE)].map(([, , source = '', picture]) => ({ source, picture }));
}
