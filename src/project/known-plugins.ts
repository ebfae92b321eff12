import type { ContentPlugin } from '../model/plugins.ts';

type Facts = Pick<ContentPlugin, 'pure' | 'chunkSafe' | 'scope'>;

/** Packages that make the same of the same slide, whatever is on others. */
const PURE = new Set([
  'rehype-autolink-headings',
  'rehype-external-links',
  'rehype-highlight',
  'rehype-katex',
  'rehype-mathjax',
  'rehype-pretty-code',
  'rehype-slug',
  'remark-breaks',
  'remark-definition-list',
  'remark-directive',
  'remark-emoji',
  'remark-gfm',
  'remark-math',
  'remark-smartypants',
  'remark-wiki-link',
]);

/** Packages whose syntax ends where a block that begins at the margin does. */
const CHUNK_SAFE = new Set(['remark-gfm', 'remark-wiki-link']);

/** rehype plugins that gather something from all slides. */
const WHOLE_DECK = new Set(['rehype-citation']);

/** Returns what holds for a plugin whose entry does not say otherwise. @param name - of the package or the function */
export function usualFacts(name: string, kind: 'remark' | 'rehype'): Facts {
  const known = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    pure: PURE.has(known),
    chunkSafe: CHUNK_SAFE.has(known),
    scope: kind === 'remark' || WHOLE_DECK.has(known) ? 'deck' : 'slide',
  };
}
