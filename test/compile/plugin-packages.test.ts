import path from 'node:path';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeCitation from 'rehype-citation';
import rehypeExternalLinks from 'rehype-external-links';
import rehypeKatex from 'rehype-katex';
import rehypeMathjax from 'rehype-mathjax';
import { rehypePrettyCode } from 'rehype-pretty-code';
import rehypeSlug from 'rehype-slug';
import { defListHastHandlers, remarkDefinitionList } from 'remark-definition-list';
import remarkEmoji from 'remark-emoji';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkSmartypants from 'remark-smartypants';
import remarkToc from 'remark-toc';
import remarkWikiLink from 'remark-wiki-link';
import { createHighlighter } from 'shiki';
import { describe, test } from 'vitest';
import type { DeckPlugins } from '../../src/model/plugins.ts';
import { expectFixture } from '../support/compile-fixtures.ts';
import { deckPlugins, plugin } from '../support/plugins.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'fixtures', 'plugins');

/** Shiki leaves a line half done that takes it more than half a second, and the first of a language may on a busy machine. */
async function warmHighlighter(
  options: Parameters<typeof createHighlighter>[0],
): Promise<Awaited<ReturnType<typeof createHighlighter>>> {
  const langs = ['js', 'ts'] as const;
  const highlighter = await createHighlighter({ ...options, langs: [...langs] });
  for (const lang of langs) {
    const code = 'const a = 1;\nlet b: string = "two";\ntype A = B;\n';
    highlighter.codeToTokensBase(code, { lang, theme: 'github-light', tokenizeTimeLimit: 0 });
  }
  return highlighter;
}

/** Packages that people use, each with a folder of fixtures. */
const CASES: Record<string, Partial<DeckPlugins>> = {
  'remark-emoji': { remark: [plugin('remark-emoji', remarkEmoji)] },
  'remark-smartypants': { remark: [plugin('remark-smartypants', remarkSmartypants)] },
  'remark-gfm': { remark: [plugin('remark-gfm', remarkGfm)] },
  'remark-toc': { remark: [plugin('remark-toc', remarkToc, { options: [{ tight: true }] })] },
  'remark-definition-list': {
    remark: [plugin('remark-definition-list', remarkDefinitionList)],
    remarkRehype: { handlers: defListHastHandlers },
  },
  'remark-wiki-link': {
    remark: [
      plugin('remark-wiki-link', remarkWikiLink, {
        options: [{ hrefTemplate: (name: string) => `#${name.replaceAll('_', '-')}`, aliasDivider: '|' }],
      }),
    ],
  },
  'remark-math-rehype-katex': {
    remark: [plugin('remark-math', remarkMath)],
    rehype: [plugin('rehype-katex', rehypeKatex, { scope: 'slide' })],
  },
  'rehype-mathjax': { rehype: [plugin('rehype-mathjax', rehypeMathjax, { scope: 'slide' })] },
  'rehype-slug-autolink': {
    rehype: [
      plugin('rehype-slug', rehypeSlug, { scope: 'slide' }),
      plugin('rehype-autolink-headings', rehypeAutolinkHeadings, { scope: 'slide', options: [{ behavior: 'wrap' }] }),
    ],
  },
  'rehype-external-links': {
    rehype: [
      plugin('rehype-external-links', rehypeExternalLinks, {
        scope: 'slide',
        options: [{ target: '_blank', rel: ['noopener'] }],
      }),
    ],
  },
  'rehype-pretty-code': {
    rehype: [
      plugin('rehype-pretty-code', rehypePrettyCode, {
        scope: 'slide',
        options: [{ theme: 'github-light', getHighlighter: warmHighlighter }],
      }),
    ],
  },
  'rehype-citation': {
    rehype: [
      plugin('rehype-citation', rehypeCitation, {
        options: [{ bibliography: 'refs.bib', path: path.join(FOLDER, 'rehype-citation'), linkCitations: true }],
      }),
    ],
  },
};

describe('packages as plugins', () => {
  for (const [name, plugins] of Object.entries(CASES)) {
    // oxlint-disable-next-line vitest/expect-expect -- its helper expects
    test(name, () => expectFixture(path.join(FOLDER, name), { plugins: deckPlugins(plugins) }));
  }
});
