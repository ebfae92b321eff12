import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LecternError } from '../model/errors.ts';
import { readStyleSheet } from '../theme/style-sheet.ts';
import type { StyleSheet, ThemeSource } from '../theme/theme.ts';
import { dependencyFile, packageRoot } from './package-files.ts';

const ENTRY = 'lectern:styles.css';

/** The two kinds of document: with reveal.js's own styles, and without them, since its print rules undo layouts. */
export type StyleKind = 'deck' | 'print';

/**
 * Bundles the base layer, a theme and, for the deck, reveal.js's styles into one sheet, every concern in a layer of its
 * own.
 *
 * @throws LecternError `THEME_UNREADABLE`
 */
export async function bundleStyles(theme: ThemeSource, kind: StyleKind): Promise<StyleSheet> {
  const reset = layered(dependencyFile('reveal.js/reset.css'), 'reset');
  const reveal = layered(dependencyFile('reveal.js/reveal.css'), 'reveal');
  const base = layered(path.join(packageRoot(), 'themes', 'base.css'), 'base');
  const imports = [reset, ...(kind === 'deck' ? [reveal] : []), base, layered(theme.file, 'theme')];
  return bundle(['@layer reset, reveal, base, theme, deck;', ...imports].join('\n'), theme);
}

function layered(file: string, layer: string): string {
  return `@import ${JSON.stringify(file)} layer(${layer});`;
}

async function bundle(entry: string, theme: ThemeSource): Promise<StyleSheet> {
  const { bundleAsync } = await import('lightningcss');
  try {
    const { code, dependencies } = await bundleAsync({
      filename: ENTRY,
      minify: true,
      analyzeDependencies: true,
      resolver: {
        read: (file) => (file === ENTRY ? entry : readFile(file, 'utf8')),
        resolve: resolveImport,
      },
    });
    return readStyleSheet(new TextDecoder().decode(code), dependencies ?? [], resolveUrl);
  } catch (cause) {
    if (cause instanceof LecternError) throw cause;
    throw new LecternError('THEME_UNREADABLE', `${placeOf(cause, theme)}: ${reasonOf(cause)}`, {
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
  if (REMOTE.test(specifier)) throw remote(specifier, from);
  if (path.isAbsolute(specifier)) return specifier;
  const beside = path.resolve(path.dirname(from), specifier);
  if (specifier.startsWith('.') || existsSync(beside)) return beside;
  return createRequire(from).resolve(specifier);
}

function resolveUrl(url: string, from: string): string {
  if (REMOTE.test(url)) throw remote(url, from);
  return path.resolve(path.dirname(from), url);
}

function placeOf(error: unknown, theme: ThemeSource): string {
  const { fileName, loc } = error as { fileName?: string; loc?: { line: number; column: number } };
  const file = fileName && fileName !== ENTRY ? fileName : theme.file;
  return loc && fileName !== ENTRY ? `${path.relative('', file)}:${loc.line}:${loc.column}` : path.relative('', file);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
