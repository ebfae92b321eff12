import path from 'node:path';
import { builtInThemes, DEFAULT_THEME, findTheme, noTheme } from '../../styles/find-theme.ts';
import { newTheme } from '../../styles/new-theme.ts';
import { readThemeInfo, type ThemeInfo } from '../../styles/theme-info.ts';
import { LecternError } from '../../model/errors.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { StyleFault } from '../../model/style-fault.ts';
import type { ThemeSource } from '../../theme/theme.ts';
import { COMMAND_OPTIONS } from '../command-options.ts';
import { showsColours } from '../environment.ts';
import { DECK_ERRORS, FINE } from '../exit-codes.ts';
import { formatHelp } from '../format-help.ts';
import * as options from '../options.ts';
import { browserOf, readCall, type Call } from '../read-call.ts';
import { formatMessages } from '../format-messages.ts';
import { complain, complainText, say, sayText } from '../terminal.ts';

const ACTIONS: Record<string, (names: string[], call: Call) => Promise<number>> = { list, preview, new: make, check };

export async function run(args: string[]): Promise<number> {
  const call = readCall('theme', args);
  if (!call) return FINE;
  const [name, ...names] = call.operands;
  if (name === undefined) {
    sayText(formatHelp(COMMAND_OPTIONS.theme));
    return FINE;
  }
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!action) {
    const near = didYouMean(name, Object.keys(ACTIONS));
    throw new LecternError('USAGE', `unknown command “lectern theme ${name}”${near}`, {
      advice: 'lectern theme --help shows what it can do.',
    });
  }
  return action(names, call);
}

async function list(): Promise<number> {
  const coloured = showsColours(process.stdout);
  for (const name of builtInThemes()) sayText(describe(await readThemeInfo(existing(name)), coloured));
  return FINE;
}

/** Tokens whose colours show a theme at a glance. */
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
  const facts = [tone && `${tone} by default${others && `, also ${others}`}`, fonts.join(', ')]
    .filter(Boolean)
    .join('; ');
  return `${coloured ? `${swatches}  ` : ''}${name.padEnd(12)}${description}\n${' '.repeat(coloured ? 26 : 12)}${facts}`;
}

function swatch(colour: string | undefined): string {
  if (colour === undefined) return '  ';
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `\u001B[48;2;${red};${green};${blue}m  \u001B[0m`;
}

async function preview(names: string[], call: Call): Promise<number> {
  const shown = names.length > 0 ? names : builtInThemes();
  const { previewThemes } = await import('../../app/preview-themes.ts');
  try {
    const files = await previewThemes({
      themes: shown.map((name) => ({ call: name, source: existing(name) })),
      to: call.get(options.previewTo) ?? 'html',
      outDir: path.resolve(call.get(options.previewDir) ?? 'dist'),
      browser: browserOf(call),
      size: call.get(options.previewSize),
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

async function make(names: string[], { get }: Call): Promise<number> {
  const [folder, ...more] = names;
  if (folder === undefined || more.length > 0) {
    throw new LecternError('USAGE', 'a new theme needs one name', { advice: 'Write: lectern theme new mine' });
  }
  const call = get(options.fromTheme) ?? DEFAULT_THEME;
  const made = path.relative('', await newTheme(folder, { source: existing(call), call, cwd: process.cwd() }));
  say`${path.join(made, 'theme.css')} is yours to change. Name it in a deck: theme: ${made.startsWith('..') ? made : `./${made}`}`;
  return FINE;
}

async function check(names: string[], call: Call): Promise<number> {
  if (names.length === 0) {
    throw new LecternError('USAGE', 'no theme was named', { advice: 'Write: lectern theme check ./mine' });
  }
  const { checkThemes } = await import('../../app/check-themes.ts');
  const files = await checkThemes({
    themes: names.map(existing),
    cwd: process.cwd(),
    browser: browserOf(call),
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
