import path from 'node:path';
import { TONES, type Tone } from '../model/deck.ts';
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

const COLOUR = /(--(?:r|deck)-[\w-]+):\s*(#(?:[0-9a-f]{3}){1,2})\s*;/gi;
const FONT = /--r-(?:heading|main|code)-font:\s*['"]?([^'",;]+)/g;

/** Reads the facts about a theme. */
export async function readThemeInfo({ name, file }: ThemeSource): Promise<ThemeInfo> {
  const css = await readPlainText(file);
  const about = await readPackage(path.join(path.dirname(file), 'package.json'));
  const own = about['lectern'] as { title?: unknown; tone?: unknown } | undefined;
  const colours = new Map<string, string>();
  for (const [, token = '', value = ''] of css.matchAll(COLOUR))
    if (!colours.has(token)) colours.set(token, long(value));
  return {
    name,
    title: typeof own?.title === 'string' ? own.title : name,
    description: typeof about['description'] === 'string' ? about['description'] : '',
    author: authorOf(about['author']),
    tone: TONES.find((tone) => tone === own?.tone),
    tones: TONES.filter((tone) => new RegExp(`data-tone=["']?${tone}`).test(css)),
    fonts: [...new Set([...css.matchAll(FONT)].map(([, font = '']) => font.trim()))],
    colours,
  };
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
