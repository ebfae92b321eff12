import path from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { builtInThemes, DEFAULT_THEME, findTheme } from '../../files/find-theme.ts';
import { newTheme } from '../../files/new-theme.ts';
import { readThemeInfo, type ThemeInfo } from '../../files/theme-info.ts';
import { LecternError } from '../../model/errors.ts';
import { suggestion } from '../../model/nearest.ts';
import { showsColours } from '../environment.ts';
import { FINE } from '../exit-codes.ts';
import { parseOptions } from '../parse-options.ts';

const OPTIONS = {
  from: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

const HELP = `Usage: lectern theme list
       lectern theme new FOLDER [--from THEME]

list                  the themes that come with Lectern
new FOLDER            a theme of your own: a folder with a theme.css to change

Options:
  --from THEME        the theme to begin with: a name, a path or an npm package (default: ${DEFAULT_THEME})
  --help, -h          show this
`;

const ACTIONS = ['list', 'new'] as const;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'lectern theme --help');
  const [name, folder, ...more] = positionals;
  if (values.help || name === undefined) {
    console.log(HELP.trimEnd());
    return FINE;
  }
  const action = ACTIONS.find((known) => known === name);
  if (!action) {
    throw new LecternError('USAGE', `“lectern theme” does not know “${name}”${suggestion(name, ACTIONS)}`, {
      advice: 'lectern theme --help shows what it can do.',
    });
  }
  if (action === 'list') return list();
  if (folder === undefined || more.length > 0) {
    throw new LecternError('USAGE', 'a new theme needs one name', { advice: 'Write: lectern theme new mine' });
  }
  return make(folder, values.from ?? DEFAULT_THEME);
}

async function list(): Promise<number> {
  const coloured = showsColours(process.stdout);
  for (const name of builtInThemes()) {
    const theme = findTheme(name, '.');
    if (theme) console.log(describe(await readThemeInfo(theme), coloured));
  }
  return FINE;
}

/** What a glance at a theme sees first. */
const SWATCHES = [
  '--r-background-color',
  '--deck-panel',
  '--deck-line',
  '--deck-muted',
  '--r-main-color',
  '--deck-accent',
];

function describe({ name, description, tone, fonts, colours }: ThemeInfo, coloured: boolean): string {
  const swatches = SWATCHES.map((token) => swatch(colours.get(token))).join('');
  const facts = [tone && `${tone} by itself`, fonts.join(', ')].filter(Boolean).join('; ');
  return `${coloured ? `${swatches}  ` : ''}${name.padEnd(12)}${description}\n${' '.repeat(coloured ? 26 : 12)}${facts}`;
}

function swatch(colour = '#000000'): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `\u001B[48;2;${red};${green};${blue}m  \u001B[0m`;
}

async function make(folder: string, from: string): Promise<number> {
  const source = findTheme(from, process.cwd());
  if (!source) throw unknownTheme(from);
  const made = path.relative('', await newTheme(folder, source, process.cwd()));
  console.log(`${path.join(made, 'theme.css')} is yours to change. Name it in a deck: theme: ./${made}`);
  return FINE;
}

function unknownTheme(name: string): LecternError {
  return new LecternError('USAGE', `there is no theme “${name}”${suggestion(name, builtInThemes())}`, {
    advice: 'Name a built-in theme, a CSS file, a folder with a theme.css or an npm package that has one.',
  });
}
