import { createRequire } from 'node:module';
import path from 'node:path';
import type { AssetProblem } from '../model/deck-files.ts';
import type { Door } from '../files/door.ts';
import { ownDependency } from '../files/package-files.ts';
import { isFile, kindOf, notRegular } from '../files/plain-file.ts';

/**
 * Finds a style sheet by its path, or by its name in an installed package such as `@fontsource/noto-sans-jp/400.css`.
 *
 * @param from - folder that relative paths start at, and whose packages are looked at.
 * @returns its absolute path, or why it cannot be used.
 */
export function findStyle(name: string, from: string, door: Door): string | AssetProblem {
  const file = path.resolve(from, name);
  if (isFile(file) || name.startsWith('.') || path.isAbsolute(name)) return admitted(file, name, from, door);
  const found = resolved(name, path.join(from, 'package.json')) ?? ownDependency(name);
  if (found !== undefined) return door.findInPackage(found, { from, written: name });
  return admitted(file, name, from, door);
}

/**
 * Finds what a style sheet imports: a file beside it, else a file of an installed package, as in
 * `@fontsource/x/400.css`.
 *
 * @param from - the importing style sheet.
 */
export function findImport(specifier: string, from: string, door: Door): string | AssetProblem {
  const folder = path.dirname(from);
  const beside = path.resolve(folder, specifier);
  if (path.isAbsolute(specifier) || kindOf(beside) !== undefined || specifier.startsWith('.')) {
    return admitted(beside, specifier, folder, door);
  }
  const found = resolved(specifier, from);
  if (found !== undefined) return door.findInPackage(found, { from: folder, written: specifier });
  // A theme that was made from one of Lectern's finds the fonts where that one does.
  return findStyle(specifier, folder, door);
}

/** A file is relative to the place where it is named, not to the target of a link. */
function admitted(file: string, written: string, from: string, door: Door): string | AssetProblem {
  const real = door.findStyle(file, { from, written });
  if (typeof real !== 'string') return real;
  return notRegular(real) ?? (isFile(file) ? file : real);
}

function resolved(specifier: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(specifier);
  } catch {
    return undefined;
  }
}
