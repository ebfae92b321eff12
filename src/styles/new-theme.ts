import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { LecternError } from '../model/errors.ts';
import type { ThemeSource } from '../theme/theme.ts';
import { readPlainFile, readPlainText } from '../files/plain-file.ts';
import { readThemeInfo } from './theme-info.ts';
import { writeFiles, type OutputFile } from '../files/write-files.ts';

interface NewThemeOptions {
  /** The theme to begin with. */
  source: ThemeSource;
  /** How it was named. */
  call: string;
  cwd: string;
}

/**
 * Makes a theme of one's own: a folder with a copy of another one's style sheet and what lies beside it, and a
 * `package.json` that says what it is. From a single style sheet it makes one that imports it.
 *
 * @returns the folder.
 * @throws LecternError `USAGE` where something is there already, `OUTPUT_UNWRITABLE`
 */
export async function newTheme(name: string, { source, call, cwd }: NewThemeOptions): Promise<string> {
  const folder = path.resolve(cwd, name);
  const title = path.basename(folder);
  if (existsSync(folder)) {
    throw new LecternError('USAGE', `${name} already exists`, {
      advice: 'Choose another name; existing themes are never overwritten.',
    });
  }
  const { tone, colours } = await readThemeInfo(source);
  const head = `/*\n * ${title}, made from ${source.name}. Name it in a deck: theme: ./${title}\n */\n`;
  const about = {
    name: title.toLowerCase().replace(/[^\w.-]+/g, '-'),
    version: '0.0.0',
    description: `A Lectern theme, made from ${source.name}`,
    lectern: { title, ...(tone && { tone }) },
  };
  const brand = colours.get('--r-link-color') ?? colours.get('--deck-brand') ?? '#175ea8';
  const whole = path.basename(source.file) === 'theme.css';
  const css = whole
    ? await readPlainText(source.file)
    : importing(addressOf(source.file, { call, folder, cwd }), brand);
  await writeFiles(
    [
      { path: path.join(folder, 'theme.css'), bytes: head + css.replace(/^\/\*[\s\S]*?\*\/\n/, '') },
      { path: path.join(folder, 'package.json'), bytes: `${JSON.stringify(about, null, 2)}\n` },
      ...(whole ? await beside(path.dirname(source.file), folder) : []),
    ],
    'Choose another folder, as in lectern theme new ../looks.',
  );
  return folder;
}

function importing(address: string, brand: string): string {
  return `@import '${address}';\n\n:root {\n  --deck-brand: ${brand};\n}\n`;
}

/** Seen from the new theme; a file of a package keeps its name. */
function addressOf(file: string, { call, folder, cwd }: { call: string; folder: string; cwd: string }): string {
  const local = path.resolve(cwd, call) === file;
  return local ? path.relative(folder, file).split(path.sep).join('/') : call;
}

/** Fonts, images and style sheets that lie in a theme's folder. */
async function beside(from: string, to: string): Promise<OutputFile[]> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const names = files.map((entry) => path.relative(from, path.join(entry.parentPath, entry.name)));
  // Themes that come with the package lie in node_modules themselves.
  const kept = names.filter(
    (name) => !['theme.css', 'package.json'].includes(name) && !/(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(name),
  );
  return Promise.all(
    kept.map(async (name) => ({ path: path.join(to, name), bytes: await readPlainFile(path.join(from, name)) })),
  );
}
