import path from 'node:path';
import type { VFile } from 'vfile';
import { FORMATS, type Format } from './export/formats.ts';
import { findStyle } from './files/find-style.ts';
import { builtInThemes, DEFAULT_THEME, findTheme } from './files/find-theme.ts';
import { loadStyles, type Styles } from './files/load-styles.ts';
import type { Deck, DeckMeta } from './model/deck.ts';
import { LecternError } from './model/errors.ts';
import { fail, type MessageOptions } from './model/messages.ts';
import { suggestion } from './model/nearest.ts';
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
 * The deck's theme, its style sheets being bundled already; `undefined` where the deck names one that does not exist,
 * which is a message then.
 *
 * @throws LecternError `USAGE` where the theme named in the call does not exist
 */
export function themeOf(meta: DeckMeta, file: VFile, choice: StyleChoice): Styles | undefined {
  const { theme, cwd } = choice;
  const name = theme ?? meta.theme ?? DEFAULT_THEME;
  const found = findTheme(name, theme === undefined ? folderOf(file) : cwd);
  if (found) return started(found, choice);
  if (theme !== undefined) {
    throw new LecternError('USAGE', `there is no theme “${name}”${suggestion(name, builtInThemes())}`, {
      advice: 'Name a built-in theme, a CSS file or a folder with a theme.css.',
    });
  }
  refuseTheme(name, file, { place: meta.positions.get('theme'), ruleId: 'theme' });
  return undefined;
}

function started(theme: ThemeSource, { loaded, to }: StyleChoice): Styles {
  const styles = loaded.get(theme.file) ?? loadStyles(theme);
  loaded.set(theme.file, styles);
  for (const format of to) void styles.sheet(FORMATS[format].styles);
  return styles;
}

function refuseTheme(name: string, file: VFile, options: MessageOptions): void {
  const advice = suggestion(name, builtInThemes());
  fail(
    file,
    `Unexpected theme “${name}”${advice}, the path of a CSS file or of a folder with a theme.css, or an npm package that has one`,
    options,
  );
}

/** Themes of slides that have another one than the deck, by the names that authors wrote; missing ones are messages. */
export function slideThemesOf({ slides }: Deck, styles: Styles): Map<string, ThemeSource> {
  const found = new Map<string, ThemeSource>();
  const missing = new Set<string>();
  for (const { settings, file, position } of slides) {
    const name = settings.theme;
    if (!name || found.has(name) || missing.has(name)) continue;
    const theme = findTheme(name, folderOf(file));
    if (theme && theme.file !== styles.theme.file) found.set(name, { ...theme, name: uniqueName(theme, found) });
    if (theme) continue;
    missing.add(name);
    refuseTheme(name, file, { place: position, ruleId: 'slide-theme' });
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
export function styleFilesOf(meta: DeckMeta, file: VFile): string[] {
  return meta.style.flatMap((name) => {
    const found = findStyle(name, folderOf(file));
    if (found) return [found];
    const reason = `Unexpected style “${name}”: there is no such file, and no installed package has it`;
    fail(file, reason, { place: meta.positions.get('style'), ruleId: 'style' });
    return [];
  });
}

function folderOf(file: VFile): string {
  return path.dirname(path.resolve(file.cwd, file.path));
}
