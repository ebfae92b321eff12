import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Finds a style sheet by its path, or by its name in an installed package such as `@fontsource/noto-sans-jp/400.css`.
 *
 * @param from - folder that relative paths start at, and whose packages are looked at.
 * @returns its absolute path; `undefined` where there is none.
 */
export function findStyle(name: string, from: string): string | undefined {
  const file = path.resolve(from, name);
  if (existsSync(file) && statSync(file).isFile()) return file;
  if (name.startsWith('.') || path.isAbsolute(name)) return undefined;
  for (const place of [path.join(from, 'package.json'), import.meta.url]) {
    try {
      return createRequire(place).resolve(name);
    } catch {
      // Not there; the next place may have it.
    }
  }
  return undefined;
}
