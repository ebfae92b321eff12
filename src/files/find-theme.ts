import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { LecternError } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';
import type { ThemeSource } from '../theme/theme.ts';
import { findStyle } from './find-style.ts';
import { packageRoot } from './package-files.ts';

export const DEFAULT_THEME = 'folio';

/** Names of the themes that ship with Lectern. */
export function builtInThemes(): string[] {
  const folder = path.join(packageRoot(), 'themes');
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'theme.css')));
}

/**
 * Finds a theme by the name of a built-in one, by the path of a CSS file or of a folder with a `theme.css`, by the name of
 * an npm package that has a `theme.css`, or by the name of a CSS file in one, such as `reveal.js/theme/black.css`.
 *
 * @param from - folder that relative paths start at.
 * @returns `undefined` where there is no such theme.
 */
export function findTheme(name: string, from: string): ThemeSource | undefined {
  if (/^[\w-]+$/.test(name)) {
    const file = path.join(packageRoot(), 'themes', name, 'theme.css');
    if (existsSync(file)) return { name, file };
  }
  const given = path.resolve(from, name);
  const kind = statSync(given, { throwIfNoEntry: false });
  if (kind?.isFile() && name.endsWith('.css')) return { name: path.basename(given, '.css'), file: given };
  const inside = path.join(given, 'theme.css');
  if (kind?.isDirectory() && existsSync(inside)) return { name: path.basename(given), file: inside };
  return themeOfPackage(name, from);
}

/** An npm package that has a `theme.css`, such as `lectern-theme-acme` or `@acme/slides`, or a CSS file in one. */
function themeOfPackage(name: string, from: string): ThemeSource | undefined {
  if (!/^(?:@[\w.-]+\/)?[\w-][\w.-]*(?:\/[\w./-]+\.css)?$/.test(name)) return undefined;
  const file = findStyle(name.endsWith('.css') ? name : `${name}/theme.css`, from);
  return file === undefined ? undefined : { name: path.basename(name, '.css'), file };
}

/** For a theme that was asked for in the call and does not exist. */
export function noTheme(name: string): LecternError {
  return new LecternError('USAGE', `there is no theme “${name}”${suggestion(name, builtInThemes())}`, {
    advice: 'Name a built-in theme, a CSS file, a folder with a theme.css or an npm package that has one.',
  });
}
