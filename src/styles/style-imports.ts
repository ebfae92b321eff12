import path from 'node:path';
import type { AssetProblem } from '../model/deck-files.ts';
import { StyleFault } from '../model/style-fault.ts';
import { textFault } from '../theme/text-fault.ts';
import { trimReveal } from '../theme/trim-reveal.ts';
import type { Door } from '../files/door.ts';
import { findImport } from './find-style.ts';
import { readPlainText, unreadable } from '../files/plain-file.ts';
import { isWebFont, localFonts } from './web-fonts.ts';

/** Name of the style sheet that imports all others. */
export const ENTRY = 'lectern:styles.css';
/** Bytes of all style sheets together; fonts inside them as data are what gets there first. */
const MOST = 2_000_000;
/** Style sheets that are read for one; those that import others several times multiply. */
const MOST_FILES = 1000;
export const REMOTE: RegExp = /^(?:[a-z][\w+.-]*:)?\/\//i;

const BRAND = 'lectern:brand ';

const INLINE = 'lectern:inline ';

/** Tells whether an entry of `style` is CSS, and no name of a file. */
export function isInlineCss(entry: string): boolean {
  return entry.includes('{') || entry.trimStart().startsWith('/*');
}

/**
 * Returns the name of a style sheet that is written in a deck.
 *
 * @param file - path of the deck, which addresses are relative to.
 * @param line - the line of the deck that it begins behind.
 */
export function inlineSheet(css: string, file: string, line: number): string {
  return `${INLINE}${file}#${encodeURIComponent('\n'.repeat(line) + css)}`;
}

async function textOf(file: string): Promise<string> {
  return inlineCss(file) ?? readPlainText(realFile(file), { most: 4 * MOST });
}

/** Tells whether a style sheet is written in a deck. */
export function isInlineSheet(name: string): boolean {
  return name.startsWith(INLINE);
}

/** Returns the CSS of a style sheet that is written in a deck. */
function inlineCss(name: string): string | undefined {
  return name.startsWith(INLINE) ? decodeURIComponent(realName(name).slice(name.lastIndexOf('#') + 1)) : undefined;
}

/** Begins the names of style sheets that stand for those which are not there. */
const NOTHING = '/lectern-nothing-';

/** Returns the name of a style sheet that sets only a theme's brand colour. */
export function brandSheet(colour: string): string {
  return BRAND + colour;
}

export interface SourcePosition {
  line: number;
  column: number;
}

interface Reading {
  read: (file: string) => Promise<string>;
  resolve: (specifier: string, from: string) => string;
  fault: () => StyleFault | undefined;
  /** Imports that lead nowhere; the rest of a style sheet holds without them. */
  leftOut: StyleFault[];
  warnings: string[];
  /** Addresses as they are written, where the bundler is given others. */
  written: Map<string, string>;
}

interface ReadingOptions {
  source: string;
  door: Door;
  hoisted: readonly string[];
}

/** Creates the callbacks of the bundler that read and resolve files; the first error is kept. */
export function startReading(entry: string, { source, door, hoisted }: ReadingOptions): Reading {
  const warnings: string[] = [];
  const written = new Map<string, string>();
  const texts = new Map<string, string>();
  const leftOut: StyleFault[] = [];
  const importsOf = new Map<string, Set<string>>();
  const imported = new Map<string, number>();
  let first: StyleFault | undefined;
  let [size, count] = [0, 0];

  function refuse(fault: StyleFault): never {
    first ??= fault;
    throw fault;
  }

  return {
    warnings,
    written,
    leftOut,
    fault: () => first,
    async read(file) {
      if (file === ENTRY) return entry;
      if (file.startsWith(NOTHING)) return '';
      if (isWebFont(file)) return localFonts(file, { source, warnings, door });
      if (file.startsWith(BRAND)) return `:root{--deck-brand:${file.slice(BRAND.length)}}`;
      const text = await textOf(file).catch((cause: unknown) => refuse(unreadableSheet(realFile(file), cause)));
      texts.set(realFile(file), text);
      size += text.length;
      count += 1;
      if (size > MOST || count > MOST_FILES) refuse(tooMuch(file, text.length, size, count));
      const wrong = textFault(text);
      if (wrong)
        refuse(new StyleFault(realFile(file), wrong.reason, { ...pointAt(text, wrong.index), ruleId: wrong.ruleId }));
      if (/reveal\.js.dist.reveal\.css$/.test(file)) return trimReveal(text);
      return withAbsoluteTokens(file === source ? withoutImports(text, hoisted) : text, realFile(file), written);
    },
    resolve(specifier, importing) {
      if (isWebFont(specifier) || specifier.startsWith(BRAND)) return specifier;
      const from = realFile(importing);
      const text = texts.get(from) ?? '';
      const place = pointAt(text, text.indexOf(specifier));
      // What Lectern itself imports was found before.
      const isFound = importing === ENTRY || isWebFont(importing);
      const file = isFound ? specifier : findSheet(specifier, from, door);
      if (typeof file !== 'string') {
        const { problem, ruleId } = file;
        if (!LEFT_OUT.has(ruleId)) refuse(new StyleFault(from, problem, { ...place, ruleId }));
        leftOut.push(new StyleFault(from, `${problem}; the import is left out`, { ...place, ruleId }));
        return `${NOTHING}${leftOut.length}`;
      }
      if (leadsTo(file, from, importsOf)) {
        const reason = `Circular import of “${specifier}”: that file imports this one; remove one of the two imports`;
        refuse(new StyleFault(from, reason, { ...place, ruleId: 'theme-cycle' }));
      }
      importsOf.set(from, (importsOf.get(from) ?? new Set()).add(file));
      const times = (imported.get(file) ?? 0) + 1;
      imported.set(file, times);
      return times > 1 ? `${file}?${times}` : file;
    },
  };
}

/** Imports that are ignored as a browser passes over them; what is refused for safety's sake is not. */
const LEFT_OUT = new Set(['theme-remote', 'theme-file']);

function findSheet(specifier: string, from: string, door: Door): string | AssetProblem {
  if (REMOTE.test(specifier)) return { problem: remote(specifier), ruleId: 'theme-remote' };
  const found = findImport(specifier, from, door);
  if (typeof found === 'string') return found;
  const isMissing = found.ruleId === 'file-missing';
  const why = isMissing ? 'no such file, and no installed package has it' : found.problem;
  return {
    problem: `Cannot import “${specifier}”: ${why}`,
    ruleId: isMissing ? 'theme-file' : found.ruleId,
  };
}

function unreadableSheet(file: string, cause: unknown): StyleFault {
  const { problem, ruleId } = unreadable(cause);
  const tooLarge = ruleId === 'file-size';
  return new StyleFault(file, `Cannot use the style sheet: ${problem}`, {
    ruleId: tooLarge ? 'theme-weight' : 'theme-file',
    cause,
  });
}

function tooMuch(file: string, length: number, size: number, count: number): StyleFault {
  const megabytes = (Math.max(length, size - length) / 1e6).toFixed(1);
  const found = size > MOST ? `${megabytes} MB of CSS, expected at most ${MOST / 1e6} MB` : `${count} imports`;
  const advice = size > MOST ? 'keep fonts and images in separate files' : `expected at most ${MOST_FILES}`;
  return new StyleFault(realFile(file), `The style sheet has ${found}; ${advice}`, {
    line: 1,
    column: 1,
    ruleId: 'theme-weight',
  });
}

/** Places stay what they are. */
function withoutImports(css: string, specifiers: readonly string[]): string {
  return css.replace(IMPORT, (rule, specifier: string) =>
    specifiers.includes(specifier) ? rule.replace(/[^\n]/g, ' ') : rule,
  );
}

const IMPORT = /@import\s+(?:url\(\s*)?["']([^"']{1,1000})["'][^;]{0,500};/g;

/** Lists the specifiers that a style sheet imports, from its text alone. */
export function importsIn(css: string): string[] {
  return [...css.matchAll(/@import\s+(?:url\(\s*)?["']([^"']{1,1000})["']/g)].map(([, specifier = '']) => specifier);
}

/**
 * A custom property's address counts from the style sheet that has it. Lightning CSS knows only absolute ones there,
 * since they once counted from where the property is used.
 *
 * @param written receives the addresses that were there.
 */
function withAbsoluteTokens(css: string, file: string, written: Map<string, string>): string {
  if (!css.includes('--')) return css;
  const parts = css.split(/(?<=[;{}])/);
  return parts.map((part) => (part.includes('--') ? part.replace(URL_FUNCTION, absolute) : part)).join('');

  function absolute(whole: string, _: string, address: string): string {
    if (/^(?:[a-z][\w+.-]*:|[/#])/i.test(address)) return whole;
    const named = path.resolve(path.dirname(file), address).split(path.sep).join('/');
    written.set(named, address);
    return `url(${JSON.stringify(named)})`;
  }
}

const URL_FUNCTION = /url\(\s*(["']?)([^"')\s\\]{1,2000})\1\s*\)/g;

type Imports = ReadonlyMap<string, ReadonlySet<string>>;

function leadsTo(from: string, target: string, imports: Imports, seen = new Set<string>()): boolean {
  if (from === target) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(imports.get(from) ?? [])].some((file) => leadsTo(file, target, imports, seen));
}

/** Returns the file of an import. A second import has a number after its name, since Lightning CSS refuses one file in two layers. */
export function realFile(file: string): string {
  const name = realName(file);
  return name.startsWith(INLINE) ? name.slice(INLINE.length, name.lastIndexOf('#')) : name;
}

function realName(file: string): string {
  return file.replace(/\?\d+$/, '');
}

function pointAt(text: string, index: number): SourcePosition {
  const before = text.slice(0, Math.max(0, index)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Returns the message for an address on the web. */
export function remote(address: string): string {
  return `The style sheet loads “${address}” from the web, which decks never do; save the file next to the style sheet and use its path`;
}
