import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import MiniSearch from 'minisearch';
import { SEARCH_OPTIONS, searchSections, type DocsSection, type FoundSection } from '../model/docs-search.ts';
import { plainText, withoutAddresses, type DocsPage } from './read-docs.ts';

/** Parses a page of the documentation. */
export function parsePage(text: string): Root {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/**
 * Cuts a page at its headings. The ids of sections are those that GitHub gives to headings. Lines are enough for a search:
 * parsing two hundred pages takes longer than anyone wants to wait.
 */
export function sectionsOf(page: DocsPage): DocsSection[] {
  const slugger = new GithubSlugger();
  const sections: DocsSection[] = [];
  let fence: string | undefined;
  for (const line of page.text.split('\n')) {
    const [, mark] = /^ {0,3}(`{3,})[^`]*$/.exec(line) ?? [];
    const [, heading] = fence === undefined ? (/^#{1,6} +(.+)$/.exec(line) ?? []) : [];
    const section = sections.at(-1);
    if (heading !== undefined) {
      const title = plainText(heading);
      const anchor = slugger.slug(title);
      const id = section ? `${page.id}#${anchor}` : page.id;
      sections.push({ id, title, page: page.title, text: '', code: '', also: '' });
    } else if (mark !== undefined && (fence === undefined || line.trim() === fence)) {
      fence = fence === undefined ? mark : undefined;
    } else if (section && fence === undefined && SEARCH_WORDS.test(line)) {
      section.also = SEARCH_WORDS.exec(line)?.[1] ?? '';
    } else if (section) {
      const isCode = fence !== undefined;
      const field = isCode ? 'code' : 'text';
      section[field] = `${section[field]} ${isCode ? line : proseOf(line)}`.trim();
    }
  }
  // A link may go on in the next line.
  for (const section of sections) section.text = withoutAddresses(section.text);
  return sections;
}

/** A comment with words for the search. */
const SEARCH_WORDS = /^<!-- search: (.*) -->$/;

/** Takes marks of lists, quotes and tables off a line. */
function proseOf(line: string): string {
  if (/^\s*(?:\|[\s:|-]+\||<!--.*-->)\s*$/.test(line)) return '';
  return plainText(line.replace(/^\s*(?:[-*>] |\d+\. )+/, '').replaceAll(/ ?(?<!\\)\| ?/g, ' ')).trim();
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

/** Returns the sections that a search may find: a heading that only groups others answers nothing. */
export function answersOf(page: DocsPage): DocsSection[] {
  return sectionsOf(page).filter(({ text, code }) => text !== '' || code !== '');
}

/** Makes an index of pages, which `searchSections` searches. */
export function indexDocs(pages: readonly DocsPage[]): MiniSearch<DocsSection> {
  const index = new MiniSearch<DocsSection>(SEARCH_OPTIONS);
  index.addAll(pages.flatMap(answersOf));
  return index;
}

/** Finds sections by words, best first. */
export function searchDocs(pages: readonly DocsPage[], words: string): FoundSection[] {
  return searchSections(indexDocs(pages), words);
}
