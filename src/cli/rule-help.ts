import type { PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readDocs, type DocsPage } from '../app/read-docs.ts';
import { parsePage } from '../app/search-docs.ts';
import { escapeHtml } from './escape-html.ts';

/** A rule as its page explains it, as HTML. */
export interface RuleHelp {
  id: string;
  /** Paragraphs below “Why it matters”. */
  why: string;
  /** Paragraphs below “How to fix it”. */
  fix: string;
}

/** Returns what the documentation says of rules; rules of plugins have no page. */
export async function readRuleHelp(ids: Iterable<string>): Promise<RuleHelp[]> {
  const pages = new Map((await readDocs()).map((page) => [page.id, page]));
  return [...new Set(ids)].toSorted().flatMap((id) => {
    const page = pages.get(`rules/${id}`);
    return page ? [helpOf(id, page)] : [];
  });
}

function helpOf(id: string, { text }: DocsPage): RuleHelp {
  const root = parsePage(text);
  return { id, why: paragraphs(root, 'Why it matters'), fix: paragraphs(root, 'How to fix it') };
}

/** Its examples belong to other slides, and are left out. */
function paragraphs({ children }: Root, title: string): string {
  const start = children.findIndex((node) => node.type === 'heading' && toString(node) === title) + 1;
  const length = children.slice(start).findIndex((node) => node.type === 'heading');
  return children
    .slice(start, length < 0 ? undefined : start + length)
    .flatMap((node) => (node.type === 'paragraph' && !toString(node).endsWith(':') ? [node] : []))
    .filter((node) => node.children.some(({ type }) => type !== 'image'))
    .map((node) => `<p>${node.children.map(inline).join('')}</p>`)
    .join('');
}

function inline(node: PhrasingContent): string {
  if (node.type === 'inlineCode') return `<code>${escapeHtml(node.value)}</code>`;
  if (node.type === 'link' && node.url.startsWith('https:')) {
    return `<a href="${escapeHtml(node.url)}">${node.children.map(inline).join('')}</a>`;
  }
  return 'children' in node ? node.children.map(inline).join('') : escapeHtml(toString(node));
}
