import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { DeckMeta } from '../model/deck.ts';
import type { Wanted } from './smart-text.ts';

/** Anything that typography may write otherwise. */
const SIGNS = /\p{L}(?:\$|\\\)) \p{L}{3}|["']|--|\.\.\.|[ ][;:!?»]|«[ ]|\d[ ][^\s\d]|[€$£¥RDPF][ ]\d/u;

/** A number with a blank before its unit, a currency with one before its number, or a symbol before what it counts. */
const UNITS = /\p{L}(?:\$|\\\)) \p{L}{3}|\d[ ](?:[%‰€$£¥°]|[\p{L}µ]{1,5}(?![\p{L}\p{N}]))|[€$£¥RDPF][ ]\d/u;

type Settings = Pick<DeckMeta, 'typography' | 'lang' | 'positions'>;

/**
 * Writes quotes, apostrophes, dashes and dots as the language does: where the front matter asks for it, or names a language
 * whose quotes are known. Elsewhere numbers keep their units on their line. What has none of them is not looked at.
 */
export const typography: Plugin<[Settings], Root> = (settings) => {
  return async (tree, file) => {
    const wanted = wantedIn(settings, String(file));
    if (!wanted) return;
    const { smartenBlocks } = await import('./smart-blocks.ts');
    smartenBlocks(tree, { file, lang: settings.lang, wanted });
  };
};

/** Does the same with the texts of the front matter that are shown. */
export async function smartenTitles(meta: DeckMeta): Promise<void> {
  const wanted = wantedIn(meta, `${meta.title} ${meta.subtitle}`);
  if (!wanted) return;
  const { smartText } = await import('./smart-blocks.ts');
  const by = { lang: meta.lang, wanted };
  meta.title = smartText(meta.title, by);
  meta.subtitle = smartText(meta.subtitle, by);
}

/** Says what a text may need; `undefined` is nothing. */
function wantedIn({ typography: given, positions }: Settings, text: string): Wanted | undefined {
  if (given === false) return undefined;
  if (given === undefined && !positions.has('lang')) return UNITS.test(text) ? 'units' : undefined;
  if (!SIGNS.test(text)) return undefined;
  return given ? 'asked' : 'language';
}
