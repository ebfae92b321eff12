import path from 'node:path';
import type { Door } from '../files/door.ts';
import { findImport } from './find-style.ts';
import { readPlainText } from '../files/plain-file.ts';
import { importsIn, isInlineSheet } from './style-imports.ts';

/**
 * Returns the style sheets that style sheets are made of, installed packages left out: those that an author may be
 * changing.
 */
export async function styleSources(files: readonly string[], door: Door): Promise<string[]> {
  const found = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || isInlineSheet(file) || file.includes(`${path.sep}node_modules${path.sep}`)) continue;
    found.add(file);
    const css = await readPlainText(file).catch(() => '');
    for (const specifier of importsIn(css)) {
      const imported = findImport(specifier, file, door);
      if (typeof imported === 'string') open.push(imported);
      // One that is missing may be put there.
      else if (imported.ruleId === 'file-missing' && specifier.startsWith('.')) {
        open.push(path.resolve(path.dirname(file), specifier));
      }
    }
  }
  return [...found];
}
