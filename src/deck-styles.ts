import path from 'node:path';
import { VFile } from 'vfile';
import type { DeckLooks } from './export/export-job.ts';
import { FORMATS, type Format } from './export/formats.ts';
import { findStyle } from './files/find-style.ts';
import { builtInThemes, DEFAULT_THEME, findTheme, noTheme } from './files/find-theme.ts';
import { loadStyles, type Styles } from './files/load-styles.ts';
import type { Deck, DeckMeta } from './model/deck.ts';
import { warn, type MessageOptions } from './model/messages.ts';
import { suggestion } from './model/nearest.ts';
import { StyleFault } from './model/style-fault.ts';
import { shortName, TOKEN_NAMES, tokenName } from './theme/tokens.ts';
import type { ThemeSource } from './theme/theme.ts';

export interface StyleChoice {
  /** The theme named in the call, which wins over the deck's. */
  theme: string | undefined;
  cwd: string;
  to: readonly Format[];
  /** Style sheets by the theme's file. */
  loaded: Map<string, Styles>;
}

/**
 * The deck's theme, its style sheets being bundled already. A theme that does not exist is a message, and the deck has
 * the default one.
 *
 * @throws LecternError `USAGE` where the theme named in the call does not exist
 */
export function themeOf(meta: DeckMeta, file: VFile, choice: StyleChoice): Styles {
  const { theme, cwd } = choice;
  const name = theme ?? meta.theme ?? DEFAULT_THEME;
  const found = findTheme(name, theme === undefined ? folderOf(file) : cwd);
  if (found) return started(found, choice);
  if (theme !== undefined) throw noTheme(name);
  tellMissing(name, file, { place: meta.positions.get('theme'), ruleId: 'theme' });
  return defaultStyles(choice);
}

function defaultStyles(choice: StyleChoice): Styles {
  const theme = findTheme(DEFAULT_THEME, choice.cwd);
  if (!theme) throw noTheme(DEFAULT_THEME);
  return started(theme, choice);
}

function started(theme: ThemeSource, { loaded, to }: StyleChoice): Styles {
  const styles = loaded.get(theme.file) ?? loadStyles(theme);
  loaded.set(theme.file, styles);
  for (const format of to) void styles.sheet(FORMATS[format].styles);
  return styles;
}

function tellMissing(name: string, file: VFile, options: MessageOptions): void {
  const advice = suggestion(name, builtInThemes());
  const expected = 'the path of a CSS file or of a folder with a theme.css, or an npm package that has one';
  warn(file, `Unexpected theme “${name}”${advice}, ${expected}; until then it is ${DEFAULT_THEME}`, options);
}

/**
 * The style sheets of a deck that can be used. What is wrong with the others is told, in a file of its own for each
 * style sheet: instead of the deck's theme there is the default one then, and others are left out.
 */
export async function looksOf(
  deck: Deck,
  styles: Styles,
  choice: StyleChoice & { file: VFile },
): Promise<[DeckLooks, VFile[]]> {
  const { file } = choice;
  const faults = new Map<string, VFile>();
  const works = async (load: () => Promise<unknown>): Promise<boolean> => {
    try {
      await load();
      return true;
    } catch (error) {
      if (!(error instanceof StyleFault)) throw error;
      tellFault(error, choice.cwd, faults);
      return false;
    }
  };
  const usable = (await works(styles.any)) ? styles : defaultStyles(choice);
  tellTokens(deck.meta, file, (await usable.any()).css);
  const slideThemes = slideThemesOf(deck, usable);
  for (const [name, theme] of slideThemes) {
    if (!(await works(() => usable.scoped(theme)))) slideThemes.delete(name);
  }
  const styleFiles: string[] = [];
  for (const name of styleFilesOf(deck.meta, file)) {
    if (await works(() => usable.own([name]))) styleFiles.push(name);
  }
  return [{ styles: usable, slideThemes, styleFiles }, [...faults.values()]];
}

/** A token that no style sheet reads was meant to be another. */
function tellTokens({ tokens, positions }: DeckMeta, file: VFile, css: string): void {
  const known = TOKEN_NAMES.map(shortName);
  for (const name of tokens.keys()) {
    if (css.includes(`var(${tokenName(name)}`) || TOKEN_NAMES.includes(tokenName(name))) continue;
    const reason = `Unexpected token “${name}”${suggestion(name, known)}`;
    warn(file, reason, { place: positions.get('tokens'), ruleId: 'token' });
  }
}

/** One message for each place, however many slides ask for that style sheet. */
function tellFault({ file, message, line, column, ruleId }: StyleFault, cwd: string, faults: Map<string, VFile>): void {
  const sheet = faults.get(file) ?? new VFile({ path: path.relative(cwd, file) || file, cwd });
  faults.set(file, sheet);
  const place = line === undefined ? undefined : { line, column: column ?? 1 };
  if (sheet.messages.some((known) => known.reason === message)) return;
  warn(sheet, message, { place, ruleId });
}

/** Themes of slides that have another one than the deck, by the names that authors wrote; missing ones are messages. */
function slideThemesOf({ slides }: Deck, styles: Styles): Map<string, ThemeSource> {
  const found = new Map<string, ThemeSource>();
  const missing = new Set<string>();
  for (const { settings, file, position } of slides) {
    const name = settings.theme;
    if (!name || found.has(name) || missing.has(name)) continue;
    const theme = findTheme(name, folderOf(file));
    if (theme && theme.file !== styles.theme.file) found.set(name, { ...theme, name: uniqueName(theme, found) });
    if (theme) continue;
    missing.add(name);
    tellMissing(name, file, { place: position, ruleId: 'slide-theme' });
  }
  return found;
}

/** The name that stands in the styles: two themes may be files of the same name. */
function uniqueName({ name, file }: ThemeSource, others: Map<string, ThemeSource>): string {
  const plain = name.replace(/[^\w-]+/g, '-') || 'theme';
  const same = [...others.values()].find((other) => other.file === file);
  if (same) return same.name;
  const taken = new Set([...others.values()].map((other) => other.name));
  let unique = plain;
  for (let number = 2; taken.has(unique); number += 1) unique = `${plain}-${number}`;
  return unique;
}

/** Style sheets that the deck adds to its theme; missing ones are messages. */
function styleFilesOf(meta: DeckMeta, file: VFile): string[] {
  return meta.style.flatMap((name) => {
    const found = findStyle(name, folderOf(file));
    if (found) return [found];
    const reason = `Unexpected style “${name}”: there is no such file, and no installed package has it`;
    warn(file, reason, { place: meta.positions.get('style'), ruleId: 'style' });
    return [];
  });
}

function folderOf(file: VFile): string {
  return path.dirname(path.resolve(file.cwd, file.path));
}
