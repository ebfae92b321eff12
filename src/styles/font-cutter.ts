import { stat } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { byteCache } from '../files/byte-cache.ts';
import { fontCharacters, tableOf } from './font-characters.ts';
import { readPlainFile } from '../files/plain-file.ts';
import { isOwnProcess } from '../model/own-process.ts';

export interface FontCut {
  characters: ReadonlySet<number>;
  /** Tags of the layout features to keep; `undefined` keeps all. */
  features: readonly string[] | undefined;
}

/**
 * A font with the glyphs of some characters and no others, as WOFF; `'empty'` where it has none of them but white space,
 * which every font has; `undefined` where it cannot be cut.
 */
export type CutFont = (file: string, cut: FontCut) => Promise<Uint8Array | 'empty' | undefined>;

/** Cuts fonts. What was cut for an earlier build is taken from there: a change of words seldom brings a new letter. */
export function fontCutter(cacheFolder: string): CutFont {
  const cache = byteCache(cacheFolder);
  return async (file, { characters, features }) => {
    const text = String.fromCodePoint(...[...characters].toSorted((one, other) => one - other));
    const { size, mtimeMs } = await stat(file);
    const key = ['2', file, String(size), String(mtimeMs), text, features?.join() ?? 'all'];
    const kept = await cache.read(key);
    if (kept) return kept.length > 0 ? kept : 'empty';
    keepBaseline();
    const [{ default: subsetFont }, font] = await Promise.all([import('subset-font'), readPlainFile(file)]);
    try {
      const cut = await subsetFont(font, text, {
        targetFormat: 'woff',
        ...(features && { keepFeatures: [...features] }),
      });
      const empty = showsNothing(cut);
      await cache.write(key, empty ? '' : cut);
      return empty ? 'empty' : cut;
    } catch {
      // A font that the cutter cannot read may be one that browsers can.
      return undefined;
    }
  };
}

/**
 * Fonts are cut by WebAssembly that runs for a few milliseconds. V8 would go on to optimise it in the background, and the
 * process would wait for that when everything is done: a build with new letters took twice as long. Before fonts are cut
 * the flag would cost more than it saves: what Node has compiled of itself counts for the flags it was compiled with.
 */
function keepBaseline(): void {
  if (isOwnProcess()) setFlagsFromString('--liftoff-only');
}

/** Fonts that name their characters in a way that is not read here count as ones that show something. */
function showsNothing(woff: Uint8Array): boolean {
  if (glyphCount(woff) <= 1) return true;
  const characters = [...fontCharacters(woff)];
  return characters.length > 0 && characters.every((point) => /\s/.test(String.fromCodePoint(point)));
}

/** Reads how many glyphs a WOFF has, the one for missing characters included. */
function glyphCount(woff: Uint8Array): number {
  return tableOf(woff, 'maxp')?.readUInt16BE(4) ?? Infinity;
}
