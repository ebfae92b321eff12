import { readDuration } from '../model/duration.ts';
import { isImpossibleDay } from '../model/languages.ts';
import type { Size, Split } from '../model/deck.ts';

const SIZES: ReadonlyMap<string, Size> = new Map([
  ['16:9', { width: 1280, height: 720 }],
  ['16:10', { width: 1280, height: 800 }],
  ['4:3', { width: 1024, height: 768 }],
  ['A4', { width: 1123, height: 794 }],
]);

/** Names of sizes of slides. */
export const SIZE_NAMES: readonly string[] = [...SIZES.keys()];

/** Reads a line of text. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}

/** Reads a day that exists, or other text. */
export function readDate(value: unknown): string | undefined {
  const date = readText(value);
  return date !== undefined && isImpossibleDay(date) ? undefined : date;
}

/** Reads a text or a list of texts. */
export function readList(value: unknown): string[] | undefined {
  const items = (Array.isArray(value) ? value : [value]).map(readText);
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** Reads a list of texts that are not empty. */
export function readNames(value: unknown): string[] | undefined {
  const names = readList(value);
  return names?.every((name) => name !== '') ? names : undefined;
}

/** Reads a list, or texts between commas. */
export function readKeywords(value: unknown): string[] | undefined {
  return readList(typeof value === 'string' ? value.split(',') : value);
}

/** Names and values of custom properties; nothing in them can end the declaration they will be in. */
export function readTokens(value: unknown): Map<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const tokens = Object.entries(value).map(([name, token]): [string, string] => [name, readText(token) ?? '']);
  const sound = tokens.every(
    ([name, token]) => token !== '' && /^[a-z][\w-]*$/i.test(name) && !/[;{}<\\]|\/\*|url\(/i.test(token),
  );
  return sound ? new Map(tokens) : undefined;
}

/** Reads whether there is a cover, or its image. */
export function readCover(value: unknown): boolean | string | undefined {
  const picture = typeof value === 'string' && /\.\w+$/.test(value.trim());
  return typeof value === 'boolean' ? value : picture ? value.trim() : undefined;
}

/** Reads a length of time in seconds. */
export function readLength(value: unknown): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? readDuration(String(value)) : undefined;
}

/** Reads the size of slides: a name such as 4:3, or px as in 1280x720. */
export function readSize(value: unknown): Size | undefined {
  if (typeof value !== 'string') return undefined;
  const named = SIZES.get(value);
  if (named) return named;
  const match = /^(\d+)\s*[x×]\s*(\d+)$/.exec(value);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  // Chromium prints pages of up to 200 inches; below 200 px no layout holds.
  return width >= 200 && height >= 200 && width <= 8000 && height <= 8000 ? { width, height } : undefined;
}

/** Reads the depth of headings that start slides. */
export function readSplit(value: unknown): Split | undefined {
  const depths: Split[] = [1, 2, 3, 4, 5, 6, 'rules'];
  return depths.find((depth) => depth === value);
}

/** Reads one of some words, or a list of them. */
export function readChoices<Word extends string>(value: unknown, words: readonly Word[]): Word[] | undefined {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  const known = words.filter((word) => given.includes(word));
  return known.length === new Set(given).size ? known : undefined;
}
