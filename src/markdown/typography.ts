import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { DeckMeta } from '../model/deck.ts';

/** Anything that typography may write otherwise. */
const SIGNS = /["']|--|\.\.\.|[ ][;:!?»]|«[ ]|\d[ ][^\s\d]|[€$£¥RDPF][ ]\d/;

type Settings = Pick<DeckMeta, 'typography' | 'lang' | 'positions'>;

/**
 * Writes quotes, apostrophes, dashes and dots as the language does: where the front matter asks for it, or names a language
 * whose quotes are known. What has none of them is not looked at.
 */
export const typography: Plugin<[Settings], Root> = (settings) => {
  return async (tree, file) => {
    if (!isOn(settings) || !SIGNS.test(String(file))) return;
    const { smartenBlocks } = await import('./smart-blocks.ts');
    smartenBlocks(tree, { file, lang: settings.lang, asked: settings.typography === true });
  };
};

/** Does the same with the texts of the front matter that are shown. */
export async function smartenTitles(meta: DeckMeta): Promise<void> {
  if (!isOn(meta) || !SIGNS.test(`${meta.title} ${meta.subtitle}`)) return;
  const { smartText } = await import('./smart-blocks.ts');
  const by = { lang: meta.lang, asked: meta.typography === true };
  meta.title = smartText(meta.title, by);
  meta.subtitle = smartText(meta.subtitle, by);
}

function isOn({ typography: given, positions }: Settings): boolean {
  return given ?? positions.has('lang');
}
