import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LecternError } from '../model/errors.ts';
import type { ThemeSource } from '../theme/theme.ts';
import { writeFiles } from './write-files.ts';

/**
 * Makes a theme of one's own: a folder with a copy of another one's style sheet and a `package.json` that says what it is.
 *
 * @returns the folder.
 * @throws LecternError `USAGE` where something stands there already, `OUTPUT_UNWRITABLE`
 */
export async function newTheme(name: string, from: ThemeSource, cwd: string): Promise<string> {
  const folder = path.resolve(cwd, name);
  const title = path.basename(folder);
  if (existsSync(folder)) {
    throw new LecternError('USAGE', `${name} is there already`, {
      advice: 'Choose another name; a theme is never written over.',
    });
  }
  const css = await readFile(from.file, 'utf8');
  const head = `/*\n * ${title}, made from ${from.name}. Name it in a deck: theme: ./${title}\n */\n`;
  const about = {
    name: title.toLowerCase().replace(/[^\w.-]+/g, '-'),
    version: '0.0.0',
    description: `A Lectern theme, made from ${from.name}`,
    lectern: { title },
  };
  await writeFiles([
    { path: path.join(folder, 'theme.css'), bytes: head + css.replace(/^\/\*[\s\S]*?\*\/\n/, '') },
    { path: path.join(folder, 'package.json'), bytes: `${JSON.stringify(about, null, 2)}\n` },
  ]);
  return folder;
}
