import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LecternError } from '../model/errors.ts';
import { readStyleSheet, withRules } from '../theme/style-sheet.ts';
import type { StyleSheet, ThemeSource } from '../theme/theme.ts';
import { findStyle } from './find-style.ts';
import { isWebFont, localFonts } from './web-fonts.ts';
import { dependencyFile, packageRoot } from './package-files.ts';

const ENTRY = 'lectern:styles.css';

/** The two kinds of document: with reveal.js's own styles, and without them, since its print rules undo layouts. */
export type StyleKind = 'deck' | 'print';

/** Names every layer in its order. */
const LAYERS = '@layer reset, reveal, looks, foreign, base, theme, deck;';

/**
 * Bundles the base layer, a theme and, for the deck, reveal.js's styles into one sheet, every concern in a layer of its
 * own.
 *
 * @param theme - `undefined` leaves it out, for decks that have several.
 * @throws LecternError `THEME_UNREADABLE`
 */
export async function bundleStyles(theme: ThemeSource | undefined, kind: StyleKind): Promise<StyleSheet> {
  const reset = layered(dependencyFile('reveal.js/reset.css'), 'reset');
  const reveal = layered(dependencyFile('reveal.js/reveal.css'), 'reveal');
  const base = BASE.map((name) => layered(path.join(packageRoot(), 'themes', 'base', name), 'base'));
  const themes = theme ? await themeImports(theme) : [];
  const imports = [reset, ...(kind === 'deck' ? [reveal] : []), ...base, ...themes];
  return bundle([LAYERS, ...imports].join('\n'), theme?.file ?? 'base');
}

/** A theme that was made for reveal.js gets plain looks below it, and has no say in where things stand. */
async function themeImports({ file }: ThemeSource): Promise<string[]> {
  const css = await readFile(file, 'utf8').catch(() => '');
  const foreign = /\.reveal\b/.test(css) && !/--deck-[\w-]+\s*:|\.slide\b|\[data-(?:layout|tone)/.test(css);
  if (!foreign) return [layered(file, 'theme')];
  return [layered(path.join(packageRoot(), 'themes', 'base', 'looks.css'), 'looks'), layered(file, 'foreign')];
}

/** Style sheets of the base layer, in their order. */
const BASE = ['slide.css', 'layouts.css', 'constructs.css', 'drawings.css', 'code.css', 'steps.css'];

/** KaTeX's style sheet, for decks with formulas. */
export async function bundleMath(): Promise<StyleSheet> {
  const file = dependencyFile('katex/dist/katex.min.css');
  return bundle(`${LAYERS}\n${layered(file, 'reset')}`, file);
}

/**
 * Bundles style sheets that a deck adds to its theme.
 *
 * @throws LecternError `THEME_UNREADABLE`
 */
export async function bundleOwn(files: readonly string[]): Promise<StyleSheet> {
  return bundle([LAYERS, ...files.map((file) => layered(file, 'deck'))].join('\n'), files[0] ?? '');
}

/**
 * Bundles a theme for some slides of a deck.
 *
 * @param name - its rules hold inside `[data-theme=name]` only; `undefined` for the deck's own theme, whose rules hold
 *   everywhere else.
 * @throws LecternError `THEME_UNREADABLE`
 */
export async function bundleScoped(theme: ThemeSource, name?: string): Promise<StyleSheet> {
  const sheet = await bundle(`${LAYERS}\n${layered(theme.file, 'theme')}`, theme.file);
  const [{ transform }, { scopeSelector }] = await Promise.all([import('lightningcss'), import('../theme/scope.ts')]);
  const { code } = transform({
    filename: theme.file,
    code: new TextEncoder().encode(sheet.css),
    minify: true,
    visitor: { Selector: (selector) => scopeSelector(selector, name) },
  });
  return withRules(sheet, new TextDecoder().decode(code));
}

/** Tokens that only the deck's own theme has would be inherited from it. */
export function resetTokens(name: string, sheet: StyleSheet, own: StyleSheet): string {
  const known = tokensOf(sheet);
  const foreign = [...tokensOf(own)].filter((token) => !known.has(token));
  if (foreign.length === 0) return '';
  return `@layer theme{[data-theme="${name}"]{${foreign.map((token) => `${token}:initial`).join(';')}}}`;
}

function tokensOf({ css }: StyleSheet): Set<string> {
  return new Set([...css.matchAll(/(?<=[{;])(--[\w-]+):/g)].map(([, token = '']) => token));
}

function layered(file: string, layer: string): string {
  return `@import ${JSON.stringify(file)} layer(${layer});`;
}

async function bundle(entry: string, source: string): Promise<StyleSheet> {
  const { bundleAsync } = await import('lightningcss');
  const warnings: string[] = [];
  try {
    const { code, dependencies } = await bundleAsync({
      filename: ENTRY,
      minify: true,
      analyzeDependencies: true,
      resolver: {
        read: (file) => {
          if (file === ENTRY) return entry;
          return isWebFont(file) ? localFonts(file, source, warnings) : readFile(file, 'utf8');
        },
        resolve: resolveImport,
      },
    });
    const sheet = readStyleSheet(new TextDecoder().decode(code), dependencies ?? [], resolveUrl);
    return warnings.length > 0 ? { ...sheet, warnings } : sheet;
  } catch (cause) {
    if (cause instanceof LecternError) throw cause;
    throw new LecternError('THEME_UNREADABLE', `${placeOf(cause, source)}: ${reasonOf(cause)}`, {
      advice: 'Mend the style sheet at that place, or choose another theme.',
      cause,
    });
  }
}

const REMOTE = /^(?:[a-z][\w+.-]*:)?\/\//i;

function remote(address: string, from: string): LecternError {
  return new LecternError('THEME_UNREADABLE', `${path.relative('', from)}: the style sheet loads ${address}`, {
    advice: 'Save that file beside the style sheet and name it there: a deck loads nothing from outside.',
  });
}

/** A file beside the importing one, else a file of an installed package, as in `@fontsource/x/400.css`. */
function resolveImport(specifier: string, from: string): string {
  if (isWebFont(specifier)) return specifier;
  if (REMOTE.test(specifier)) throw remote(specifier, from);
  if (path.isAbsolute(specifier)) return specifier;
  const beside = path.resolve(path.dirname(from), specifier);
  if (specifier.startsWith('.') || existsSync(beside)) return beside;
  try {
    return createRequire(from).resolve(specifier);
  } catch (error) {
    // A theme that was made from one of Lectern's finds the fonts where that one does.
    const own = findStyle(specifier, path.dirname(from));
    if (own === undefined) throw error;
    return own;
  }
}

function resolveUrl(url: string, from: string): string {
  if (REMOTE.test(url)) throw remote(url, from);
  return path.resolve(path.dirname(from), url);
}

function placeOf(error: unknown, source: string): string {
  const { fileName, loc } = error as { fileName?: string; loc?: { line: number; column: number } };
  const file = fileName && fileName !== ENTRY ? fileName : source;
  return loc && fileName !== ENTRY ? `${path.relative('', file)}:${loc.line}:${loc.column}` : path.relative('', file);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
