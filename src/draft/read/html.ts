import { Readability } from '@mozilla/readability';
import { fromHtml } from 'hast-util-from-html';
import type { Options } from 'hast-util-to-mdast';
import { parseHTML } from 'linkedom';
import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast';
import { markdownOf, withoutLayoutTables } from './from-html.ts';
import { REFERENCE, takeFootnotes } from './html-footnotes.ts';
import { withPageLines } from './page-lines.ts';
import type { Source } from './source.ts';

/** Reads a web page: its article without what is around it, such as navigation, advertisements and comments. */
export function readHtml(html: string): Source {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`);
  const lang = document.documentElement.getAttribute('lang') ?? undefined;
  const heading = document.querySelector('h1')?.textContent?.replaceAll(/\s+/g, ' ').trim();
  const date = document.querySelector('time[datetime]')?.getAttribute('datetime')?.slice(0, 10);
  // Short pages and fragments have no article to distinguish from the rest.
  const found = new Readability(document, { charThreshold: 100 }).parse();
  const tree = withPageLines(treeOf(found?.content ?? html), html);
  return {
    tree,
    title: heading || found?.title || undefined,
    author: byline(found?.byline),
    date: found?.publishedTime?.slice(0, 10) ?? date,
    lang: lang ?? found?.lang ?? undefined,
  };
}

/** Makes Markdown's tree of a fragment of HTML, with footnotes as such. */
export function treeOf(html: string): Root {
  const page = fromHtml(html, { fragment: true });
  const footnotes = takeFootnotes(page);
  withoutLayoutTables(page);
  const handlers: Options['handlers'] = {
    [REFERENCE]: (_, node): FootnoteReference => ({
      type: 'footnoteReference',
      identifier: String(node.properties['id']),
    }),
  };
  const notes = [...footnotes].map(([identifier, content]): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier,
    children: markdownOf({ type: 'root', children: [...content] }).children as FootnoteDefinition['children'],
  }));
  return { type: 'root', children: [...markdownOf(page, { handlers }).children, ...notes] };
}

function byline(written: string | null | undefined): string | undefined {
  const name = written
    ?.replace(/^\s*(?:by|von|par|por)\s+/i, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return name === '' || (name !== undefined && name.length > 80) ? undefined : name;
}
