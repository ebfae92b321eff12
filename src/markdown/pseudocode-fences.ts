import type { Root } from 'mdast';
import type { Plugin } from 'unified';

/** Makes algorithms of fences ```` ```pseudocode ````; decks without any do not load what reads them. */
export const pseudocode: Plugin<[], Root> = () => {
  return async (tree, file) => {
    if (!/(?:`{3}|~{3})[ \t]*\{?\.?pseudocode\b/i.test(String(file))) return;
    (await import('./pseudocode.ts')).replacePseudocode(tree, file);
  };
};
