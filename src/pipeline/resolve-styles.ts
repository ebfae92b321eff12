import path from 'node:path';
import { VFile } from 'vfile';
import { projectRootOf, themeDoor } from './deck-door.ts';
import type { DeckOptions, Purpose, Resources } from './prepare-context.ts';
import { tokensOf, withFonts } from '../export/deck-css.ts';
import type { DeckStyles } from '../export/export-job.ts';
import type { Door } from '../files/door.ts';
import { findStyle } from '../styles/find-style.ts';
import { builtInThemes, DEFAULT_THEME, findDeckTheme, findTheme, noTheme } from '../styles/find-theme.ts';
import { inlineSheet, isInlineCss } from '../styles/style-imports.ts';
import { loadStyles, type Styles } from '../styles/load-styles.ts';
import { followsOther, isPlainColour } from '../model/colours.ts';
import type { AssetProblem } from '../model/deck-files.ts';
import type { Deck, DeckMeta } from '../model/deck.ts';
import { fail, warn, type MessageOptions } from '../model/messages.ts';
import { nearestName, didYouMean } from '../model/did-you-mean.ts';
import { writtenPoint } from '../model/written-text.ts';
import { StyleFault } from '../model/style-fault.ts';
import { brandFonts } from '../theme/brand-faces.ts';
import { shortName, TOKEN_NAMES, tokenName } from '../theme/tokens.ts';
import type { StyleSheet, ThemeSource } from '../theme/theme.ts';

/** How the theme of a deck is chosen and loaded. */
export interface ThemeChoice extends StyleLoading, Pick<DeckOptions, 'theme' | 'untrusted'> {
  /** Decides what the deck may read. */
  door: Door;
}

/** Style sheets of a theme to bundle, and the place to keep them. */
interface StyleLoading extends Pick<Purpose, 'styleKinds'> {
  /** Style sheets by the theme's file and the project. */
  kept: Resources['styles'];
}

/**
 * Finds the theme of a deck and begins to bundle its style sheets. A theme that does not exist is a message, and the deck
 * has the default one.
 *
 * @throws LecternError `USAGE` where the theme named on the command line does not exist
 */
export function resolveTheme(meta: DeckMeta, file: VFile, choice: ThemeChoice): Styles {
  const { theme, untrusted, door } = choice;
  if (theme !== undefined) {
    const given = findTheme(theme, file.cwd);
    if (!given) throw noTheme(theme);
    return loadTheme(given, file, { ...choice, themeDoor: themeDoor([given], projectRootOf(file), { untrusted }) });
  }
  const name = meta.theme ?? DEFAULT_THEME;
  const found = findDeckTheme(name, folderOf(file), door);
  if (!('problem' in found)) return loadTheme(found, file, choice);
  reportUnusable(name, found, file, { place: meta.positions.get('theme'), ruleId: 'theme' });
  return loadTheme(defaultTheme(file), file, choice);
}

function defaultTheme({ cwd }: VFile): ThemeSource {
  const theme = findTheme(DEFAULT_THEME, cwd);
  if (!theme) throw noTheme(DEFAULT_THEME);
  return theme;
}

interface LoadOptions extends StyleLoading {
  door: Door;
  /** Decides what the theme may read. @default `door` */
  themeDoor?: Door;
}

function loadTheme(theme: ThemeSource, file: VFile, options: LoadOptions): Styles {
  const { door, themeDoor = door, kept, styleKinds } = options;
  const key = JSON.stringify([theme.file, projectRootOf(file)]);
  const styles = kept.get(key) ?? loadStyles(theme, door, themeDoor);
  kept.set(key, styles);
  for (const kind of styleKinds) void styles.sheet(kind);
  return styles;
}

function reportUnusable(name: string, { problem, ruleId }: AssetProblem, file: VFile, options: MessageOptions): void {
  if (ruleId !== 'file-missing') {
    fail(file, `Cannot use the theme “${name}”: ${problem}`, { ...options, ruleId });
    return;
  }
  const near = nearestName(name, builtInThemes());
  const advice = near
    ? `did you mean “${near}”?`
    : `expected ${builtInThemes().join(', ')}, the path of a CSS file or of a folder with a theme.css, or an npm package that has one.`;
  warn(file, `Unknown theme “${name}”; ${advice} Using ${DEFAULT_THEME} until this is fixed`, options);
}

/**
 * Returns the style sheets of a deck that can be used. Those with errors are left out, and the default theme replaces a
 * theme with errors; the messages are in a file of its own for each style sheet.
 */
export async function resolveStyles(
  deck: Deck,
  styles: Styles,
  { file, ...loading }: StyleLoading & { file: VFile },
): Promise<[DeckStyles, VFile[]]> {
  const faults = new Map<string, VFile>();
  const works = async (load: () => Promise<StyleSheet>, without: string): Promise<boolean> => {
    try {
      for (const fault of (await load()).faults ?? []) reportFault(fault, file.cwd, faults);
      return true;
    } catch (error) {
      if (!(error instanceof StyleFault)) throw error;
      reportFault(error, file.cwd, faults, `; ${without} until this is fixed`);
      return false;
    }
  };
  const usable = (await works(styles.any, `the theme is ${DEFAULT_THEME}`))
    ? styles
    : loadTheme(defaultTheme(file), file, { ...loading, door: styles.door });
  reportTokens(deck.meta, file, (await usable.any()).css);
  await reportColours(deck.meta, file);
  const slideThemes = slideThemesOf(deck, usable);
  for (const [name, theme] of slideThemes) {
    if (!(await works(() => usable.scoped(theme), 'these slides have the theme of the deck'))) slideThemes.delete(name);
  }
  const styleFiles: string[] = [];
  for (const name of styleFilesOf(deck.meta, file, styles.door)) {
    if (await works(() => usable.own([name]), 'the whole style sheet is left out')) styleFiles.push(name);
  }
  return [{ styles: usable, slideThemes, styleFiles }, [...faults.values()]];
}

/** The styles that the labels of drawings have on a slide. */
export interface LabelStyles {
  /** The theme's style sheet, then those that the deck adds. */
  sheets: readonly StyleSheet[];
  /** Tokens that the deck sets, as CSS. */
  tokens: string;
}

/** Returns the styles of labels in drawings, as far as they can be read; errors are reported on use. */
export async function labelStyles(meta: DeckMeta, file: VFile, styles: Styles): Promise<LabelStyles> {
  const theme = await styles.any();
  const found = meta.style
    .map((entry) => sheetOf(entry, meta, file, styles.door))
    .filter((name) => typeof name === 'string');
  const own = await Promise.all(found.map((name) => styles.own([name]).catch(() => undefined)));
  const more = own.filter((sheet) => sheet !== undefined);
  if (meta.brand) more.unshift(brandFonts(meta.brand.faces));
  return { sheets: [theme, ...withFonts(theme, more)], tokens: tokensOf(meta.tokens, theme.css) };
}

/** A token that no style sheet reads was meant to be another. */
function reportTokens({ tokens, positions }: DeckMeta, file: VFile, css: string): void {
  const known = TOKEN_NAMES.map(shortName);
  for (const name of tokens.keys()) {
    if (css.includes(`var(${tokenName(name)}`) || TOKEN_NAMES.includes(tokenName(name))) continue;
    const reason = `Unknown token “${name}”${didYouMean(name, known)}`;
    warn(file, reason, { place: positions.get('tokens'), ruleId: 'token' });
  }
}

/** Reports a brand that is not a colour, which would leave slides without colours. */
async function reportColours({ tokens, positions }: DeckMeta, file: VFile): Promise<void> {
  for (const name of ['accent', 'brand', 'brand-2']) {
    const value = tokens.get(name);
    if (value === undefined || isPlainColour(value) || followsOther(value)) continue;
    if ((await import('../model/css-colour.ts')).readColour(value)) continue;
    const reason = `Invalid value “${value}” for the token “${name}”, expected a CSS colour such as #c2410c or oklch(0.55 0.2 35)`;
    warn(file, reason, { place: positions.get('tokens'), ruleId: 'token' });
    tokens.delete(name);
  }
}

/** Files that are refused for safety keep a deck from being written, as for images. */
const REFUSALS = new Set(['file-outside', 'file-hidden']);

/** One message for each place, however many slides ask for that style sheet. */
function reportFault(
  { file, message, line, column, ruleId }: StyleFault,
  cwd: string,
  faults: Map<string, VFile>,
  consequence = '',
): void {
  const reason = message + consequence;
  const sheet = faults.get(file) ?? new VFile({ path: path.relative(cwd, file) || file, cwd });
  faults.set(file, sheet);
  const place = line === undefined ? undefined : { line, column: column ?? 1 };
  if (sheet.messages.some((known) => known.reason === reason && known.line === line && known.column === column)) return;
  const report = REFUSALS.has(ruleId) ? fail : warn;
  report(sheet, reason, { place, ruleId });
}

/** Themes of slides that have another one than the deck, by the names that authors wrote; missing ones are messages. */
function slideThemesOf({ slides }: Deck, styles: Styles): Map<string, ThemeSource> {
  const found = new Map<string, ThemeSource>();
  const missing = new Set<string>();
  for (const { settings, file, position } of slides) {
    const name = settings.theme;
    if (!name || found.has(name) || missing.has(name)) continue;
    const theme = findDeckTheme(name, folderOf(file), styles.door);
    if ('problem' in theme) {
      missing.add(name);
      reportUnusable(name, theme, file, { place: position, ruleId: 'slide-theme' });
    } else if (theme.file !== styles.theme.file) found.set(name, { ...theme, name: uniqueName(theme, found) });
  }
  return found;
}

/** The name that is in the styles: two themes may be files of the same name. */
function uniqueName({ name, file }: ThemeSource, others: Map<string, ThemeSource>): string {
  const plain = name.replace(/[^\w-]+/g, '-') || 'theme';
  const same = [...others.values()].find((other) => other.file === file);
  if (same) return same.name;
  const taken = new Set([...others.values()].map((other) => other.name));
  let unique = plain;
  for (let number = 2; taken.has(unique); number += 1) unique = `${plain}-${number}`;
  return unique;
}

/** Finds an entry of `style`: a file, or CSS in the front matter. */
function sheetOf(entry: string, { positions }: DeckMeta, file: VFile, door: Door): ReturnType<typeof findStyle> {
  if (!isInlineCss(entry)) return findStyle(entry, folderOf(file), door);
  const { line } = writtenPoint(file, positions.get('style')?.start ?? { line: 1, column: 1 });
  return inlineSheet(entry, path.resolve(file.cwd, file.path), line);
}

/** Style sheets that the deck adds to its theme; missing ones are messages. */
function styleFilesOf(meta: DeckMeta, file: VFile, door: Door): string[] {
  return meta.style.flatMap((name) => {
    const found = sheetOf(name, meta, file, door);
    if (typeof found === 'string') return [found];
    const place = meta.positions.get('style');
    if (found.ruleId === 'file-missing') {
      const reason = `Unknown style “${name}”: no such file, and no installed package has it`;
      warn(file, reason, { place, ruleId: 'style' });
    } else fail(file, `Cannot use the style “${name}”: ${found.problem}`, { place, ruleId: found.ruleId });
    return [];
  });
}

function folderOf(file: VFile): string {
  return path.dirname(path.resolve(file.cwd, file.path));
}
