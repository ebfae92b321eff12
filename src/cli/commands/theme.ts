import path from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { builtInThemes, DEFAULT_THEME, findTheme, noTheme } from '../../styles/find-theme.ts';
import { newTheme } from '../../styles/new-theme.ts';
import { readThemeInfo, type ThemeInfo } from '../../styles/theme-info.ts';
import { LecternError } from '../../model/errors.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { StyleFault } from '../../model/style-fault.ts';
import type { ThemeSource } from '../../theme/theme.ts';
import { browserPlaces, showsColours } from '../environment.ts';
import { DECK_ERRORS, FINE } from '../exit-codes.ts';
import { parseOptions } from '../parse-options.ts';
import { projectArguments } from '../project-options.ts';
import { formatMessages } from '../format-messages.ts';
import { complain, complainText, say, sayText } from '../terminal.ts';

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  'out-dir': { type: 'string', short: 'o' },
  browser: { type: 'string' },
  'browser-url': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

const HELP = `Usage: lectern theme list
       lectern theme preview [THEME …] [--to png]
       lectern theme new FOLDER [--from THEME]
       lectern theme check THEME …

list                  the themes that come with Lectern
preview [THEME …]     a page with every layout in each theme, in its own tone and the other,
                      side by side; without names, all themes that come with Lectern
new FOLDER            a theme of your own: a folder with a theme.css to change
check THEME …         contrast, sizes, layouts, tokens, fonts, licences: what is wrong, and where

A THEME is the name of a built-in one, a CSS file, a folder with a theme.css or an npm package.

Options:
  --from THEME        the theme to begin with (default: ${DEFAULT_THEME})
  --to html|png       preview: one page, or a picture for each theme (default: html)
  --out-dir, -o DIR   preview: where to put it (default: dist)
  --browser PATH      the browser that looks (or LECTERN_BROWSER)
  --browser-url URL   a browser that runs elsewhere (ws://… or http://…)
  --help, -h          show this

Exit code: 0 fine, 1 a theme has something wrong with it, 2 the call or the environment is wrong.
`;

interface Call {
  names: string[];
  values: { from?: string; to?: string; 'out-dir'?: string; browser?: string; 'browser-url'?: string };
}

const ACTIONS: Record<string, (call: Call) => Promise<number>> = { list, preview, new: make, check };

export async function run(args: string[]): Promise<number> {
  const given = [...(await projectArguments([])), ...args];
  const { values, positionals } = parseOptions(given, OPTIONS, 'lectern theme --help');
  const [name, ...names] = positionals;
  if (values.help || name === undefined) {
    sayText(HELP.trimEnd());
    return FINE;
  }
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!action) {
    const near = didYouMean(name, Object.keys(ACTIONS));
    throw new LecternError('USAGE', `“lectern theme” does not know “${name}”${near}`, {
      advice: 'lectern theme --help shows what it can do.',
    });
  }
  return action({ names, values });
}

async function list(): Promise<number> {
  const coloured = showsColours(process.stdout);
  for (const name of builtInThemes()) sayText(describe(await readThemeInfo(existing(name)), coloured));
  return FINE;
}

/** What a glance at a theme sees first. */
const SWATCHES = [
  '--r-background-color',
  '--deck-panel',
  '--deck-line',
  '--deck-muted',
  '--r-main-color',
  '--deck-brand',
];

function describe({ name, description, tone, tones, fonts, colours }: ThemeInfo, coloured: boolean): string {
  const swatches = SWATCHES.map((token) => swatch(colours.get(token))).join('');
  const others = tones.filter((other) => other !== tone).join(' and ');
  const facts = [tone && `${tone} by itself${others && `, also ${others}`}`, fonts.join(', ')]
    .filter(Boolean)
    .join('; ');
  return `${coloured ? `${swatches}  ` : ''}${name.padEnd(12)}${description}\n${' '.repeat(coloured ? 26 : 12)}${facts}`;
}

function swatch(colour: string | undefined): string {
  if (colour === undefined) return '  ';
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `\u001B[48;2;${red};${green};${blue}m  \u001B[0m`;
}

async function preview({ names, values }: Call): Promise<number> {
  const to = values.to ?? 'html';
  if (to !== 'html' && to !== 'png') {
    throw new LecternError('USAGE', `invalid value “${to}” for --to${didYouMean(to, ['html', 'png'])}`, {
      advice: 'Write --to html for one page, or --to png for a picture of each theme.',
    });
  }
  const calls = names.length > 0 ? names : builtInThemes();
  const { previewThemes } = await import('../../app/preview-themes.ts');
  try {
    const files = await previewThemes({
      themes: calls.map((call) => ({ call, source: existing(call) })),
      to,
      outDir: path.resolve(values['out-dir'] ?? 'dist'),
      browser: browserPlaces({ path: values.browser, url: values['browser-url'] }),
    });
    for (const file of files) say`${path.relative('', file)}`;
    return FINE;
  } catch (error) {
    if (!(error instanceof StyleFault)) throw error;
    const place = [path.relative('', error.file), error.line, error.column].filter((part) => part !== undefined);
    complain`${place.join(':')}: ${error.message}`;
    return DECK_ERRORS;
  }
}

async function make({ names, values }: Call): Promise<number> {
  const [folder, ...more] = names;
  if (folder === undefined || more.length > 0) {
    throw new LecternError('USAGE', 'a new theme needs one name', { advice: 'Write: lectern theme new mine' });
  }
  const call = values.from ?? DEFAULT_THEME;
  const made = path.relative('', await newTheme(folder, { source: existing(call), call, cwd: process.cwd() }));
  say`${path.join(made, 'theme.css')} is yours to change. Name it in a deck: theme: ${made.startsWith('..') ? made : `./${made}`}`;
  return FINE;
}

async function check({ names, values }: Call): Promise<number> {
  if (names.length === 0) {
    throw new LecternError('USAGE', 'no theme was named', { advice: 'Write: lectern theme check ./mine' });
  }
  const { checkThemes } = await import('../../app/check-themes.ts');
  const files = await checkThemes({
    themes: names.map(existing),
    cwd: process.cwd(),
    browser: browserPlaces({ path: values.browser, url: values['browser-url'] }),
  });
  const fine = files.every(({ messages }) => messages.length === 0);
  if (fine) sayText(formatMessages(files, process.stdout));
  else complainText(formatMessages(files, process.stderr));
  return fine ? FINE : DECK_ERRORS;
}

function existing(name: string): ThemeSource {
  const theme = findTheme(name, process.cwd());
  if (!theme) throw noTheme(name);
  return theme;
}
