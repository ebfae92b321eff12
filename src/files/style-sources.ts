import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findImport } from './read-styles.ts';

/** Style sheets that style sheets are made of, installed packages left out: those that somebody may be writing. */
export async function styleSources(files: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || file.includes(`${path.sep}node_modules${path.sep}`)) continue;
    found.add(file);
    const css = await readFile(file, 'utf8').catch(() => '');
    for (const [, specifier = ''] of css.matchAll(/@import\s+(?:url\()?\s*["']([^"']+)["']/g)) {
      // One that is missing may be put there.
      const beside = specifier.startsWith('.') ? path.resolve(path.dirname(file), specifier) : undefined;
      const imported = findImport(specifier, file) ?? beside;
      if (imported !== undefined) open.push(imported);
    }
  }
  return [...found];
}
