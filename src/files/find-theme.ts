import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ThemeSource } from '../theme/theme.ts';
import { packageRoot } from './package-files.ts';

export const DEFAULT_THEME = 'folio';

/** Names of the themes that ship with Lectern. */
export function builtInThemes(): string[] {
  const folder = path.join(packageRoot(), 'themes');
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'theme.css')));
}

/**
 * Finds a theme by the name of a built-in one or by the path of a CSS file or of a folder with a `theme.css`.
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
  if (kind?.isFile()) return { name: path.basename(given, '.css'), file: given };
  const inside = path.join(given, 'theme.css');
  return kind?.isDirectory() && existsSync(inside) ? { name: path.basename(given), file: inside } : undefined;
}
