/** The examples of the documentation as decks that run in its pages. */
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from '../../src/app/build.ts';
import type { DocsPage } from '../../src/app/read-docs.ts';
import type { BrowserPlaces } from '../../src/browser/find-browser.ts';
import { RULES } from '../../src/check/rules.ts';
import { livePath } from './site.ts';

const EXAMPLE = /^(`{3,})markdown\n([\s\S]*?)^\1$/gm;

/** Returns the decks that a page shows, in their order. */
function examplesOf(markdown: string): string[] {
  return [...markdown.matchAll(EXAMPLE)].map(([, , source = '']) => source);
}

export interface ExamplesOptions {
  root: string;
  /** Folder of the site. */
  out: string;
  places: BrowserPlaces;
  keeps: boolean;
}

/**
 * Builds the examples of pages next to the images that they show. @returns the paths of the decks, from the root of the
 * site.
 */
export async function buildExamples(
  examples: ReadonlyMap<string, string>,
  { root, out, places, keeps }: ExamplesOptions,
): Promise<Set<string>> {
  const missing = [...examples].filter(([target]) => !keeps || !existsSync(path.join(out, target)));
  const sources = missing.map(([target, text]) => ({
    target,
    text,
    file: path.join(root, 'slides', `.site-${path.basename(target, '.html')}.md`),
  }));
  try {
    for (const { file, text } of sources) await writeFile(file, text);
    if (sources.length > 0) {
      const decks = sources.map(({ file }) => path.relative(root, file));
      await build({ decks, to: ['html'], outDir: path.join(out, 'live'), cwd: root, browser: places });
    }
    for (const { file, target } of sources) {
      await rename(path.join(out, 'live', `${path.basename(file, '.md')}.html`), path.join(out, target));
    }
  } finally {
    for (const { file } of sources) await rm(file, { force: true });
  }
  return new Set(examples.keys());
}

/** Names the examples of pages by where their decks are on the site. */
export function examplesOfPages(pages: readonly DocsPage[]): Map<string, string> {
  return new Map(
    pages.flatMap(({ id, text }) => {
      const sources = examplesOf(text).slice(0, mostOf(id));
      return sources.map((source, index) => [livePath(id, index + 1), source] as const);
    }),
  );
}

const OF_SLIDES: ReadonlySet<string> = new Set(RULES.map((rule) => `rules/${rule.id}`));

/** The page of a rule shows its problem, if it is visible on a slide. */
function mostOf(id: string): number {
  if (!id.startsWith('rules/')) return Infinity;
  return OF_SLIDES.has(id) ? 1 : 0;
}
