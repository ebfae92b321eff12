import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import MiniSearch from 'minisearch';
import { SEARCH_OPTIONS, searchSections, type DocsSection, type FoundSection } from '../model/docs-search.ts';
import type { DocsPage } from './read-docs.ts';

/** Parses a page of the documentation. */
export function parsePage(text: string): Root {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** Cuts a page at its headings. The ids of sections are those that GitHub gives to headings. */
export function sectionsOf(page: DocsPage): DocsSection[] {
  const slugger = new GithubSlugger();
  const sections: DocsSection[] = [];
  for (const node of parsePage(page.text).children) {
    if (node.type === 'heading') {
      const title = toString(node);
      const anchor = slugger.slug(title);
      const isTop = sections.length === 0;
      sections.push({ id: isTop ? page.id : `${page.id}#${anchor}`, title, page: page.title, text: '', code: '' });
    } else if (node.type !== 'html' && node.type !== 'definition') {
      const section = sections.at(-1);
      const field = node.type === 'code' ? 'code' : 'text';
      if (section) section[field] = `${section[field]} ${textOf(node)}`.trim();
    }
  }
  return sections;
}

/** Returns the Markdown of one section with those below it; `undefined` where the page has none of that id. */
export function sectionLines(page: DocsPage, anchor: string): string | undefined {
  const slugger = new GithubSlugger();
  const headings = parsePage(page.text).children.flatMap((node) =>
    node.type === 'heading'
      ? [{ depth: node.depth, start: node.position?.start.offset ?? 0, slug: slugger.slug(toString(node)) }]
      : [],
  );
  const at = headings.findIndex(({ slug }) => slug === anchor);
  const found = headings[at];
  if (!found) return undefined;
  const end = headings.find(({ depth }, index) => index > at && depth <= found.depth);
  return page.text.slice(found.start, end?.start);
}

/** Cells and items are words of their own. */
function textOf(node: Parameters<typeof toString>[0] & object): string {
  const parts = 'children' in node ? (node.children as (object & { type?: string })[]) : [];
  const isBlock = 'type' in node && ['list', 'listItem', 'table', 'tableRow', 'blockquote'].includes(String(node.type));
  return (isBlock ? parts.map(textOf).join(' ') : toString(node, { includeImageAlt: false })).replaceAll(/\s+/g, ' ');
}

/** Makes an index of pages, which `searchSections` searches. */
export function indexDocs(pages: readonly DocsPage[]): MiniSearch<DocsSection> {
  const index = new MiniSearch<DocsSection>(SEARCH_OPTIONS);
  index.addAll(pages.flatMap(sectionsOf));
  return index;
}

/** Finds sections by words, best first. */
export function searchDocs(pages: readonly DocsPage[], words: string): FoundSection[] {
  return searchSections(indexDocs(pages), words);
}
