import { toString as textOf } from 'hast-util-to-string';
import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import { draftArticle, type Draft, type DraftOptions } from '../../src/draft/draft.ts';
import { readArticle } from '../../src/draft/read/read-article.ts';
import { readPlainText } from '../../src/draft/read/plain-text.ts';
import type { Source } from '../../src/draft/read/source.ts';
import type { Slide } from '../../src/model/deck.ts';

export interface DraftedArticle extends Draft {
  source: Source;
}

/** Drafts an article by its bytes and the name of its file. */
export async function draftOf(
  bytes: Uint8Array,
  name: string,
  options: Partial<DraftOptions> = {},
): Promise<DraftedArticle> {
  const source = await readArticle(bytes, name);
  return { source, ...(await draftArticle(source, { name: 'talk', ...options })) };
}

/** Drafts plain text. */
export async function draftText(text: string, options: Partial<DraftOptions> = {}): Promise<Draft> {
  return draftArticle(readPlainText(text), { name: 'talk', ...options });
}

/** Words as an audience hears them: letters and digits alone. */
export function spokenWords(text: string): string[] {
  // Long words get soft hyphens in some languages.
  return (
    text
      .replaceAll('\u00AD', '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words of an article's sentences, in order: paragraphs, lists and quotations, with footnotes where they are cited. */
export function articleWords({ tree }: Source): string[] {
  const notes = new Map(
    tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [])),
  );
  const cited = new Set<string>();
  const read = (node: Nodes): string => {
    if (node.type === 'code' || node.type === 'table' || node.type === 'footnoteDefinition' || node.type === 'html')
      return '';
    if (node.type === 'image') return '';
    if (node.type === 'paragraph' || node.type === 'heading') {
      const found: string[] = [];
      const visit = (one: Nodes): void => {
        if (one.type === 'footnoteReference' && !cited.has(one.identifier)) {
          cited.add(one.identifier);
          found.push(one.identifier);
        }
        if ('children' in one) for (const child of one.children) visit(child);
      };
      visit(node);
      const footnotes = found.map((name) =>
        (notes.get(name)?.children ?? []).map((child) => toString(child)).join(' '),
      );
      const words = node.type === 'heading' ? '' : toString(node, { includeImageAlt: false, includeHtml: false });
      return [words.replaceAll('\n', ' '), ...footnotes].join(' ');
    }
    return 'children' in node ? node.children.map(read).join(' ') : '';
  };
  return spokenWords(read(tree));
}

/** The words of all speaker notes, in the order of the slides. */
export function notesWords(slides: readonly Slide[]): string[] {
  return slides.flatMap(({ notes }) =>
    spokenWords(notes.map((node) => (node.type === 'element' ? textOf(node) : '')).join(' ')),
  );
}

/** The words that a slide shows, code and tables not counted. */
export function shownWords({ content }: Slide): string[] {
  const read = (node: Slide['content'][number]): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' || node.tagName === 'pre' || node.tagName === 'table') return ' ';
    return ` ${node.children.map(read).join('')} `;
  };
  return (
    content
      .map(read)
      .join(' ')
      .match(/\S*[\p{L}\p{N}]\S*/gu) ?? []
  );
}
