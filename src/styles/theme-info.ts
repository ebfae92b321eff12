import path from 'node:path';
import { TONES, type Tone } from '../model/deck.ts';
import { declarationsOf } from '../theme/read-css.ts';
import type { ThemeSource } from '../theme/theme.ts';
import { readPlainText } from '../files/plain-file.ts';

/** Facts about a theme, from the `package.json` beside its `theme.css`. */
export interface ThemeInfo {
  name: string;
  title: string;
  description: string;
  /** Empty where nobody says. */
  author: string;
  /** The tone it has by itself. */
  tone: Tone | undefined;
  /** The tones it designs; slides have plain ones otherwise. */
  tones: Tone[];
  /** Families of its text, headings and code, in the order it names them. */
  fonts: string[];
  /** Colours by token, as `#rrggbb`; the first value that the style sheet gives each. */
  colours: Map<string, string>;
}

const TOKEN = /^--(?:r|deck)-/;
const COLOUR = /^#(?:[0-9a-f]{3}){1,2}$/i;
const FONT = /^--r-(?:heading|main|code)-font$/;

/** Reads the facts about a theme. */
export async function readThemeInfo({ name, file }: ThemeSource): Promise<ThemeInfo> {
  const declarations = declarationsOf(await readPlainText(file));
  const about = await readPackage(path.join(path.dirname(file), 'package.json'));
  const own = about['lectern'] as { title?: unknown; tone?: unknown } | undefined;
  const colours = new Map<string, string>();
  for (const { name: token, value } of declarations)
    if (TOKEN.test(token) && COLOUR.test(value) && !colours.has(token)) colours.set(token, long(value));
  const fonts = declarations
    .filter((declaration) => FONT.test(declaration.name))
    .map(({ value }) => firstFamily(value));
  return {
    name,
    title: typeof own?.title === 'string' ? own.title : name,
    description: typeof about['description'] === 'string' ? about['description'] : '',
    author: authorOf(about['author']),
    tone: TONES.find((tone) => tone === own?.tone),
    tones: TONES.filter((tone) => declarations.some(({ selector }) => hasTone(selector, tone))),
    fonts: [...new Set(fonts)],
    colours,
  };
}

function hasTone(selector: string, tone: Tone): boolean {
  return [tone, `"${tone}`, `'${tone}`].some((value) => selector.includes(`data-tone=${value}`));
}

function firstFamily(stack: string): string {
  return (stack.split(',', 1)[0] ?? '').replace(/["']/g, '').trim();
}

/** Converts `#fa0` to `#ffaa00`. */
function long(colour: string): string {
  return colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
}

/** npm knows `Name <mail>` and `{name}`. */
function authorOf(author: unknown): string {
  if (typeof author === 'object' && author !== null && 'name' in author) return String(author.name);
  return typeof author === 'string' ? author.replace(/\s*[<(].*$/, '') : '';
}

async function readPackage(file: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readPlainText(file)) as Record<string, unknown>;
  } catch {
    // A theme that is one CSS file says nothing of itself.
    return {};
  }
}
