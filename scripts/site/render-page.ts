/** Pages of the documentation as HTML. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { common, createLowlight } from 'lowlight';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { DocsPage } from '../../src/app/read-docs.ts';
import { liveDeck } from './live-deck.ts';
import { docsPath, linkFrom, livePath, type Site } from './site.ts';

export interface OutlineEntry {
  id: string;
  title: string;
  depth: number;
}

export interface RenderedPage {
  html: string;
  /** Its headings below the first. */
  outline: OutlineEntry[];
  /** Files of the repository that it links to, from the root. */
  files: string[];
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSlug).freeze();
const lowlight = createLowlight(common);

/** Renders the Markdown of a page. */
export async function renderPage(page: DocsPage, site: Site, root: string): Promise<RenderedPage> {
  const tree: Root = await processor.run(processor.parse(page.text));
  const outline: OutlineEntry[] = [];
  const files: string[] = [];
  placeExamples(tree, page, site);
  visit(tree, 'element', (element, index, parent) => {
    // Frames of decks have links of their own.
    if (element.tagName === 'figcaption') return SKIP;
    const heading = /^h([2-4])$/.exec(element.tagName);
    if (heading) outline.push(addAnchor(element, Number(heading[1])));
    if (element.tagName === 'a') files.push(...rewriteLink(element, { page, site, root }));
    if (element.tagName === 'img') rewriteImage(element, page);
    if (element.tagName === 'pre') highlightCode(element);
    if (element.tagName === 'table' && parent && index !== undefined && !isScrolled(parent)) {
      parent.children[index] = scrolled(element);
    }
    return undefined;
  });
  return { html: toHtml(tree, { allowDangerousHtml: true }), outline, files };
}

/** Puts the source of a deck, its slide and its image side by side. */
function placeExamples(tree: Root, page: DocsPage, site: Site): void {
  let number = 0;
  for (const [index, node] of tree.children.entries()) {
    if (node.type !== 'element' || !isDeck(node)) continue;
    number += 1;
    const deck = livePath(page.id, number);
    if (!site.live.has(deck)) continue;
    const at = tree.children.findIndex((other, later) => later > index && other.type === 'element');
    const next = tree.children[at];
    const picture = next?.type === 'element' ? pictureIn(next) : undefined;
    const from = docsPath(page.id);
    const live = liveDeck({
      address: linkFrom(from, deck),
      title: `Example ${number} of “${page.title}”`,
      // The first of a page runs as soon as it is seen.
      picture: number === 1 ? undefined : picture,
    });
    if (picture) tree.children[at] = { type: 'text', value: '' };
    tree.children[index] = element('div', { className: ['example'] }, [node, live]);
  }
}

function isDeck({ tagName, children: [code] }: Element): boolean {
  return tagName === 'pre' && code?.type === 'element' && classesOf(code).includes('language-markdown');
}

/** Returns the image in a paragraph that has nothing else. */
function pictureIn({ tagName, children }: Element): Element | undefined {
  const [only, ...more] = children;
  const isPicture = tagName === 'p' && more.length === 0 && only?.type === 'element' && only.tagName === 'img';
  return isPicture && String(only.properties['src']).startsWith('images/language/') ? only : undefined;
}

function addAnchor(heading: Element, depth: number): OutlineEntry {
  const id = String(heading.properties['id']);
  const title = toString(heading);
  heading.children.push(
    element('a', { className: ['anchor'], href: `#${id}`, ariaLabel: `Link to “${title}”` }, [
      { type: 'text', value: '#' },
    ]),
  );
  return { id, title, depth };
}

interface LinkPlace {
  page: DocsPage;
  site: Site;
  root: string;
}

/** Leads a link where its file is on the site. @returns the file of the repository that it names. */
function rewriteLink(link: Element, { page, site, root }: LinkPlace): string[] {
  const href = String(link.properties['href'] ?? '');
  if (/^[a-z]+:/i.test(href)) {
    link.properties['rel'] = ['noopener'];
    return [];
  }
  const [file = '', anchor] = href.split('#');
  if (file === '') return [];
  const target = path.posix.join('docs', path.posix.dirname(page.file), file);
  const place = placeOf(target, site, root);
  if (place === undefined) {
    link.tagName = 'span';
    link.properties = {};
    return [];
  }
  link.properties['href'] = linkFrom(docsPath(page.id), anchor === undefined ? place : `${place}#${anchor}`);
  return place.startsWith('source/') ? [target] : [];
}

/** Returns where a file of the repository is on the site; `undefined` where it is a folder or has no place there. */
function placeOf(target: string, { docs, decks }: Pick<Site, 'docs' | 'decks'>, root: string): string | undefined {
  const page = docs.find(({ file }) => `docs/${file}` === target);
  if (page) return docsPath(page.id);
  if (target === 'README.md' || target === 'docs/README.md') return 'index.html';
  const deck = decks.find(({ name }) => target === `slides/${name}.md`);
  if (deck) return `gallery/${deck.name}.html`;
  const file = path.join(root, target);
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  return target.startsWith('docs/images/') ? target : `source/${target}${/\.(?:ts|md)$/.test(target) ? '.txt' : ''}`;
}

function rewriteImage(image: Element, page: DocsPage): void {
  const target = path.posix.join('docs', path.posix.dirname(page.file), String(image.properties['src']));
  Object.assign(image.properties, { src: linkFrom(docsPath(page.id), target), loading: 'lazy', decoding: 'async' });
}

function highlightCode(block: Element): void {
  const [code] = block.children;
  // Long lines are scrolled with the keyboard, too.
  block.properties['tabIndex'] = 0;
  if (code?.type !== 'element' || code.tagName !== 'code') return;
  const [language] = classesOf(code).flatMap((name) => /^language-(.+)$/.exec(name)?.[1] ?? []);
  if (language === undefined || !lowlight.registered(language)) return;
  code.children = lowlight.highlight(language, toString(code)).children as ElementContent[];
}

function isScrolled(parent: Element | Root): boolean {
  return parent.type === 'element' && classesOf(parent).includes('wide-table');
}

/** A wide table is scrolled by itself, with the keyboard, too. */
function scrolled(table: Element): Element {
  return element('div', { className: ['wide-table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' }, [table]);
}

function classesOf(element: Element): string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
