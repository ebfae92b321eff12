import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StyleFault } from '../model/style-fault.ts';
import { readStyleSheet } from '../theme/style-sheet.ts';
import { textFault } from '../theme/text-fault.ts';
import { trimReveal } from '../theme/trim-reveal.ts';

import type { StyleSheet } from '../theme/theme.ts';
import { styleFileType } from './embed-style-files.ts';
import { findStyle } from './find-style.ts';
import { isWebFont, localFonts } from './web-fonts.ts';

const ENTRY = 'lectern:styles.css';
/** Bytes of all style sheets together; fonts inside them as data are what gets there first. */
const MOST = 2_000_000;
const REMOTE = /^(?:[a-z][\w+.-]*:)?\/\//i;

export interface ReadStylesOptions {
  /** The file that is meant where a fault has no place of its own. */
  source: string;
  /** What `source` imports and is to be passed over there. @default nothing */
  hoisted?: readonly string[];
}

/**
 * Reads a style sheet and all that it imports as one, minified, with everything that it names found on the disk.
 *
 * @param entry - CSS, importing files by their absolute paths.
 * @throws StyleFault
 */
export async function readStyles(entry: string, { source, hoisted = [] }: ReadStylesOptions): Promise<StyleSheet> {
  const { bundleAsync } = await import('lightningcss');
  const reading = startReading(source, hoisted);
  try {
    const { code, dependencies } = await bundleAsync({
      filename: ENTRY,
      minify: true,
      analyzeDependencies: true,
      resolver: { read: (file) => (file === ENTRY ? entry : reading.read(file)), resolve: reading.resolve },
    });
    for (const dependency of dependencies ?? []) {
      if (dependency.type === 'url') checkFile(dependency.url, realFile(dependency.loc.filePath), dependency.loc.start);
    }
    const sheet = readStyleSheet(new TextDecoder().decode(code), dependencies ?? [], besides);
    return reading.warnings.length > 0 ? { ...sheet, warnings: reading.warnings } : sheet;
  } catch (error) {
    // Lightning CSS passes on what its resolver throws as an error of its own.
    throw reading.fault() ?? (error instanceof StyleFault ? error : syntaxFault(error, source));
  }
}

const BRAND = 'lectern:brand ';

/** The name of a style sheet that is nothing but a theme's brand. */
export function brandSheet(colour: string): string {
  return BRAND + colour;
}

interface Reading {
  read: (file: string) => Promise<string>;
  resolve: (specifier: string, from: string) => string;
  fault: () => StyleFault | undefined;
  warnings: string[];
}

/** What a bundler needs to know of the disk; the first thing that is wrong there is kept. */
function startReading(source: string, hoisted: readonly string[]): Reading {
  const warnings: string[] = [];
  const texts = new Map<string, string>();
  const importsOf = new Map<string, Set<string>>();
  const imported = new Map<string, number>();
  let first: StyleFault | undefined;
  let size = 0;

  function refuse(fault: StyleFault): never {
    first ??= fault;
    throw fault;
  }

  return {
    warnings,
    fault: () => first,
    async read(file) {
      if (isWebFont(file)) return localFonts(file, source, warnings);
      if (file.startsWith(BRAND)) return `:root{--deck-brand:${file.slice(BRAND.length)}}`;
      const text = await readFile(realFile(file), 'utf8').catch((cause: unknown) =>
        refuse(new StyleFault(file, `Unexpected style sheet: it cannot be read`, { ruleId: 'theme-file', cause })),
      );
      texts.set(realFile(file), text);
      size += text.length;
      if (size > MOST) {
        const megabytes = (Math.max(text.length, size - text.length) / 1e6).toFixed(1);
        const reason = `Unexpected ${megabytes} MB of CSS, expected at most ${MOST / 1e6} MB; keep fonts and pictures in files beside it`;
        refuse(new StyleFault(file, reason, { line: 1, column: 1, ruleId: 'theme-weight' }));
      }
      const wrong = textFault(text);
      if (wrong) {
        const { reason, index, ruleId } = wrong;
        refuse(new StyleFault(realFile(file), reason, { ...placeIn(text, index), ruleId }));
      }
      if (file === source) return withoutImports(text, hoisted);
      return /reveal\.js.dist.reveal\.css$/.test(file) ? trimReveal(text) : text;
    },
    resolve(specifier, importing) {
      if (isWebFont(specifier) || specifier.startsWith(BRAND)) return specifier;
      const from = realFile(importing);
      const text = texts.get(from) ?? '';
      const place = placeIn(text, text.indexOf(specifier));
      if (REMOTE.test(specifier)) refuse(remote(specifier, from, place));
      const file = findImport(specifier, from);
      if (file === undefined) {
        const reason = `Unexpected import of “${specifier}”: there is no such file, and no installed package has it`;
        return refuse(new StyleFault(from, reason, { ...place, ruleId: 'theme-file' }));
      }
      if (leadsTo(file, from, importsOf)) {
        const reason = `Unexpected import of “${specifier}”: that file imports this one; take one of the two imports out`;
        refuse(new StyleFault(from, reason, { ...place, ruleId: 'theme-cycle' }));
      }
      importsOf.set(from, (importsOf.get(from) ?? new Set()).add(file));
      const times = (imported.get(file) ?? 0) + 1;
      imported.set(file, times);
      return times > 1 ? `${file}?${times}` : file;
    },
  };
}

/** Places stay what they are. */
function withoutImports(css: string, specifiers: readonly string[]): string {
  return css.replace(/@import\s+(?:url\()?\s*["']([^"']+)["'][^;]*;/g, (rule, specifier: string) =>
    specifiers.includes(specifier) ? rule.replace(/[^\n]/g, ' ') : rule,
  );
}

type Imports = ReadonlyMap<string, ReadonlySet<string>>;

function leadsTo(from: string, target: string, imports: Imports, seen = new Set<string>()): boolean {
  if (from === target) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(imports.get(from) ?? [])].some((file) => leadsTo(file, target, imports, seen));
}

/** Lightning CSS refuses one file in two layers; what is imported once more has a number behind its name. */
function realFile(file: string): string {
  return file.replace(/\?\d+$/, '');
}

/** A file beside the importing one, else a file of an installed package, as in `@fontsource/x/400.css`. */
export function findImport(specifier: string, from: string): string | undefined {
  if (path.isAbsolute(specifier)) return existsSync(specifier) ? specifier : undefined;
  const beside = path.resolve(path.dirname(from), specifier);
  if (existsSync(beside)) return beside;
  if (specifier.startsWith('.')) return undefined;
  try {
    return createRequire(from).resolve(specifier);
  } catch {
    // A theme that was made from one of Lectern's finds the fonts where that one does.
    return findStyle(specifier, path.dirname(from));
  }
}

interface Place {
  line: number;
  column: number;
}

function placeIn(text: string, index: number): Place {
  const before = text.slice(0, Math.max(0, index)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function remote(address: string, from: string, place: Place): StyleFault {
  const reason = `Unexpected address on the web, “${address}”: a deck loads nothing from outside; save the file beside the style sheet and name it there`;
  return new StyleFault(from, reason, { ...place, ruleId: 'theme-remote' });
}

/** Fonts and pictures that a style sheet shows. */
function checkFile(url: string, from: string, place: Place): void {
  if (/^(?:data:|#)/.test(url)) return;
  if (REMOTE.test(url)) throw remote(url, from, place);
  if (styleFileType(url) === undefined) {
    const reason = `Unexpected file “${url}”, expected a font or a picture`;
    throw new StyleFault(from, reason, { ...place, ruleId: 'theme-file' });
  }
  if (existsSync(besides(url, from))) return;
  const reason = `Unexpected file “${url}”: there is none at that place; put it there, or take the rule out`;
  throw new StyleFault(from, reason, { ...place, ruleId: 'theme-file' });
}

/** A file's address may carry a query or a fragment for older browsers. */
function besides(url: string, from: string): string {
  return path.resolve(path.dirname(from), decodeURI(url.replace(/[?#].*$/, '')));
}

function syntaxFault(error: unknown, source: string): StyleFault {
  const { fileName, loc } = error as { fileName?: string; loc?: Place };
  const own = fileName !== undefined && fileName !== ENTRY;
  const reason = error instanceof Error ? error.message : String(error);
  return new StyleFault(
    own ? realFile(fileName) : source,
    `Unexpected CSS: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    {
      ...(own && loc && { line: loc.line, column: loc.column }),
      ruleId: 'theme-syntax',
      cause: error,
    },
  );
}
