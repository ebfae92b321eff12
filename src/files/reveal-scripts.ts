import { readFile } from 'node:fs/promises';
import type { RevealScripts } from '../model/reveal-scripts.ts';
import { dependencyFile } from './package-files.ts';

/** Reads reveal.js as it is published: it cannot be imported without a browser. */
export async function readRevealScripts(): Promise<RevealScripts> {
  const script = (specifier: string): Promise<string> => readFile(dependencyFile(specifier), 'utf8');
  const [core, notes, search] = await Promise.all([
    script('reveal.js'),
    script('reveal.js/plugin/notes'),
    script('reveal.js/plugin/search'),
  ]);
  return { core, notes, search };
}
