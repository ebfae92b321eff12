import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Selector } from 'lightningcss';
import type { OptionalSheet } from '../model/optional-sheets.ts';
import { withRules } from '../theme/style-sheet.ts';
import type { StyleSheet, ThemeSource } from '../theme/theme.ts';
import { dependencyFile, packageRoot } from '../files/package-files.ts';
import type { Door } from '../files/door.ts';
import { findImport } from './find-style.ts';
import { readPlainText } from '../files/plain-file.ts';
import { LAYERS } from '../theme/layers.ts';
import { readStyles } from './read-styles.ts';
import { brandSheet, importsIn } from './style-imports.ts';

/** The two kinds of document: with reveal.js's own styles, and without them, since its print rules undo layouts. */
export type StyleKind = 'deck' | 'print';

/** Style sheets of the base layer, in their order. */
const BASE = ['slide.css', 'grow.css', 'layouts.css', 'places.css', 'steps.css'];

/** Documents on paper. */
const PAPER = ['paper.css', 'prose.css', 'handout.css', 'speaker-pages.css', 'article.css'];
const SCREEN = ['overview.css', 'reading.css'];

/**
 * Bundles the base layer, a theme and, for the deck, reveal.js's styles into one sheet, every concern in a layer of its
 * own.
 *
 * @param theme - `undefined` leaves it out, for decks that have several.
 * @throws StyleFault
 */
export async function bundleStyles(theme: ThemeSource | undefined, kind: StyleKind, door: Door): Promise<StyleSheet> {
  const reset = layered(dependencyFile('reveal.js/reset.css'), 'reset');
  const reveal = layered(dependencyFile('reveal.js/reveal.css'), 'reveal');
  const base = [
    layered(baseFile('tokens.css'), 'tokens'),
    layered(baseFile('tones.css'), 'tones'),
    ...BASE.map((name) => layered(baseFile(name), 'base')),
    layered(baseFile('looks.css'), 'looks'),
    layered(baseFile('places-looks.css'), 'looks'),
    ...(kind === 'print' ? PAPER : SCREEN).map((name) => layered(baseFile(name), 'base')),
  ];
  const own = theme ? await themeImports(theme, door) : { imports: [], hoisted: [] };
  const imports = [reset, ...(kind === 'deck' ? [reveal] : []), ...base, ...own.imports];
  return readStyles([LAYERS, ...imports].join('\n'), { source: theme?.file ?? 'base', door, hoisted: own.hoisted });
}

interface ThemeImports {
  imports: string[];
  /** Imports of the theme that are in `imports` themselves. */
  hoisted: string[];
}

/**
 * A theme that was made for reveal.js has a say in colours and fonts, and none in where things are; so it is where
 * another theme imports it.
 */
async function themeImports({ file }: ThemeSource, door: Door): Promise<ThemeImports> {
  const css = await readPlainText(file).catch(() => '');
  if (isForeign(css)) return { imports: foreignImports(file, css), hoisted: [] };
  const foreign: ThemeImports = { imports: [], hoisted: [] };
  for (const specifier of importsIn(css)) {
    if (!specifier.endsWith('.css') || specifier.includes('fontsource')) continue;
    const found = findImport(specifier, file, door);
    if (typeof found !== 'string') continue;
    const imported = await readPlainText(found).catch(() => '');
    if (!isForeign(imported)) continue;
    foreign.imports.push(...foreignImports(found, imported));
    foreign.hoisted.push(specifier);
  }
  return { imports: [...foreign.imports, layered(file, 'theme')], hoisted: foreign.hoisted };
}

function isForeign(css: string): boolean {
  return /\.reveal\b/.test(css) && !/--deck-[\w-]+\s*:|\.slide\b|\[data-(?:layout|tone)/.test(css);
}

function foreignImports(file: string, css: string): string[] {
  // The colour of its links is the one colour that it has.
  const brand = /--r-link-color:\s*([#\w(),.%\s-]+)[;}]/.exec(css)?.[1];
  const tokens = brand ? [`@import ${JSON.stringify(brandSheet(brand))} layer(tokens);`] : [];
  return [layered(baseFile('foreign.css'), 'tokens'), ...tokens, layered(file, 'foreign')];
}

/** Bundles KaTeX's style sheet, for decks with formulas. */
export async function bundleMath(door: Door): Promise<StyleSheet> {
  const file = dependencyFile('katex/dist/katex.min.css');
  door.open(path.dirname(file));
  return readStyles(`${LAYERS}\n${layered(file, 'reset')}`, { source: file, door });
}

/** Bundles a sheet that only some decks have. Components have a folder: what all share first, then a file or several for each. */
export async function bundleOptional(name: OptionalSheet, door: Door): Promise<StyleSheet> {
  const files = name === 'components' ? componentFiles() : [baseFile(`${name}.css`)];
  const imports = files.map((file) => layered(file, 'base'));
  return readStyles([LAYERS, ...imports].join('\n'), { source: files[0] ?? '', door });
}

function componentFiles(): string[] {
  const folder = baseFile('components');
  const names = readdirSync(folder).flatMap((name) => (name.endsWith('.css') ? [path.basename(name, '.css')] : []));
  const ordered = ['component', ...names.toSorted().filter((name) => name !== 'component')];
  return ordered.map((name) => path.join(folder, `${name}.css`));
}

/**
 * Bundles style sheets that a deck adds to its theme.
 *
 * @throws StyleFault
 */
export async function bundleOwn(files: readonly string[], door: Door): Promise<StyleSheet> {
  return readStyles([LAYERS, ...files.map((file) => layered(file, 'deck'))].join('\n'), {
    source: files[0] ?? '',
    door,
  });
}

/**
 * Bundles a theme for some slides of a deck.
 *
 * @param name - its rules hold inside `[data-theme=name]` only; `undefined` for the deck's own theme, whose rules hold
 *   everywhere else.
 * @throws StyleFault
 */
export async function bundleScoped(theme: ThemeSource, door: Door, name?: string): Promise<StyleSheet> {
  const { imports, hoisted } = await themeImports(theme, door);
  const sheet = await readStyles([LAYERS, ...imports].join('\n'), { source: theme.file, door, hoisted });
  const [{ transform }, { rootSelector, scopeSelector, withoutNobody }] = await Promise.all([
    import('lightningcss'),
    import('../theme/scope.ts'),
  ]);
  const rewritten = (change: (selector: Selector) => Selector): string => {
    const code = new TextEncoder().encode(sheet.css);
    const result = transform({ filename: theme.file, code, minify: true, visitor: { Selector: change } });
    return withoutNobody(new TextDecoder().decode(result.code));
  };
  const rules = rewritten((selector) => scopeSelector(selector, name));
  if (name === undefined) return withRules(sheet, rules);
  const tokens = rewritten((selector) => rootSelector(selector, name)).replace(FONT_FACES, '');
  return withRules(sheet, withOwnFamilies(`${inLayer(tokens, 'root')}${rules}`, sheet, name));
}

/**
 * Font faces hold for the whole document: a family that two themes have in different weights would be one family. So a
 * theme for some slides has families of its own.
 */
function withOwnFamilies(css: string, { fonts }: StyleSheet, name: string): string {
  let renamed = css;
  for (const family of new Set(fonts.map((face) => face.family))) {
    const pattern = family.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const named = new RegExp(`(?<=[:,]\\s*)(["']?)${pattern}\\1(?=\\s*[,;}])`, 'g');
    renamed = renamed.replace(named, `"${family} ${name}"`);
  }
  return renamed;
}

const FONT_FACES = /@font-face\s*\{[^}]*\}/g;

/** Puts the rules of all layers into one. */
function inLayer(css: string, layer: string): string {
  return css.replace(/@layer ([\w-]+)\{/g, `@layer ${layer}{`);
}

/** Tokens that only the deck's own theme has would be inherited from it. */
export function resetTokens(name: string, sheet: StyleSheet, own: StyleSheet): string {
  const known = tokensOf(sheet);
  const foreign = [...tokensOf(own)].filter((token) => !known.has(token));
  if (foreign.length === 0) return '';
  return `@layer tokens{[data-theme="${name}"]{${foreign.map((token) => `${token}:initial`).join(';')}}}`;
}

function tokensOf({ css }: StyleSheet): Set<string> {
  return new Set([...css.matchAll(/(?<=[{};])(--[\w-]+):/g)].map(([, token = '']) => token));
}

function baseFile(name: string): string {
  return path.join(packageRoot(), 'themes', 'base', name);
}

function layered(file: string, layer: string): string {
  return `@import ${JSON.stringify(file)} layer(${layer});`;
}
