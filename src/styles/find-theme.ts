import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { AssetProblem } from '../model/deck-files.ts';
import { LecternError } from '../model/errors.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { ThemeSource } from '../theme/theme.ts';
import { createDoor, type Door } from '../files/door.ts';
import { findStyle } from './find-style.ts';
import { packageRoot } from '../files/package-files.ts';
import { isFile, kindOf } from '../files/plain-file.ts';

export const DEFAULT_THEME = 'folio';

/** Lists the names of the themes that ship with Lectern. */
export function builtInThemes(): string[] {
  const folder = path.join(packageRoot(), 'themes');
  return readdirSync(folder).filter((name) => isFile(path.join(folder, name, 'theme.css')));
}

/**
 * Finds a theme that a call names: by the name of a built-in one, by the path of a CSS file or of a folder with a
 * `theme.css`, by the name of an npm package that has a `theme.css`, or by the name of a CSS file in one, such as
 * `reveal.js/theme/black.css`.
 *
 * @param from - folder that relative paths start at.
 * @returns `undefined` where there is no such theme.
 */
export function findTheme(name: string, from: string): ThemeSource | undefined {
  const anywhere = createDoor({ projectRoot: path.parse(path.resolve(from)).root });
  const found = findDeckTheme(name, from, anywhere);
  return 'problem' in found ? undefined : found;
}

/** Finds a theme that a deck names, in the same ways; it lies in the project or in an installed package. */
export function findDeckTheme(name: string, from: string, door: Door): ThemeSource | AssetProblem {
  if (/^[\w-]+$/.test(name)) {
    const file = path.join(packageRoot(), 'themes', name, 'theme.css');
    if (isFile(file)) return { name, file };
  }
  const given = path.resolve(from, name);
  const file = kindOf(given) === 'folder' ? path.join(given, 'theme.css') : given;
  const admitted = door.findStyle(file, { from, written: name });
  const exists = typeof admitted === 'string' && isFile(admitted);
  if (exists && file.endsWith('.css')) {
    const named = file === given ? path.basename(given, '.css') : path.basename(given);
    return { name: named, file: isFile(file) ? file : admitted };
  }
  const ofPackage = themeOfPackage(name, from, door);
  if (ofPackage) return ofPackage;
  return typeof admitted === 'string' || admitted.ruleId === 'file-missing' ? NO_THEME : admitted;
}

const NO_THEME: AssetProblem = { problem: 'no such theme', ruleId: 'file-missing' };

/** Finds the `theme.css` of an npm package, such as `lectern-theme-acme` or `@acme/slides`, or a CSS file in one. */
function themeOfPackage(name: string, from: string, door: Door): ThemeSource | undefined {
  if (!/^(?:@[\w.-]+\/)?[\w-][\w.-]*(?:\/[\w./-]+\.css)?$/.test(name)) return undefined;
  const file = findStyle(name.endsWith('.css') ? name : `${name}/theme.css`, from, door);
  return typeof file === 'string' ? { name: path.basename(name, '.css'), file } : undefined;
}

/** Creates the error for a theme named on the command line that does not exist. */
export function noTheme(name: string): LecternError {
  return new LecternError('USAGE', `unknown theme “${name}”${didYouMean(name, builtInThemes())}`, {
    advice: 'Name a built-in theme, a CSS file, a folder with a theme.css or an npm package that has one.',
  });
}
