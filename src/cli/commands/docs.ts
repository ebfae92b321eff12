import path from 'node:path';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readDocs, type DocsPage } from '../../app/read-docs.ts';
import { parsePage, searchDocs, sectionLines } from '../../app/search-docs.ts';
import { nearestName } from '../../model/did-you-mean.ts';
import { LecternError } from '../../model/errors.ts';
import { pagerCall, showsColours } from '../environment.ts';
import { FINE } from '../exit-codes.ts';
import { formatMarkdown, linkedFiles, type FormatOptions } from '../format-markdown.ts';
import { showInPager } from '../pager.ts';
import { readCall } from '../read-call.ts';
import { padTo, styled, wrapText } from '../terminal-text.ts';
import { sayPage } from '../terminal.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('docs', args);
  if (!call) return FINE;
  const pages = await readDocs();
  const options: FormatOptions = {
    width: Math.max(40, Math.min(process.stdout.columns ?? 88, 88)),
    styles: showsColours(process.stdout, { bits: 4 }),
  };
  await show(answer(pages, call.operands, options));
  return FINE;
}

/** Finds what a call asks for: the list of pages, a page, a section, or where words are. */
function answer(pages: readonly DocsPage[], words: readonly string[], options: FormatOptions): string {
  const [topic] = words;
  if (topic === undefined) return contents(pages, options);
  if (words.length === 1) {
    const [name = '', anchor] = topic.replace(/\.md(?=#|$)/, '').split('#');
    const page = pageOf(pages, name);
    if (page) return pageText(page, { pages, anchor, options });
  }
  const question = words.join(' ');
  const found = searchDocs(pages, question);
  const near = nearestName(
    question,
    pages.flatMap(({ id }) => [id, lastPart(id)]),
  );
  if (found.length === 0) {
    throw new LecternError('USAGE', `no page of the documentation is about “${question}”`, {
      advice: near ? `Did you mean “${near}”?` : 'lectern docs lists the pages.',
    });
  }
  const hint = near === undefined ? [] : [`Did you mean the page “${near}”?`, ''];
  const hits = found.map(({ id, title, page, excerpt }, index) => {
    const words = (index === 0 && shortAnswer(id, pages, options)) || wrapText(excerpt, options.width - 4);
    const name = bold(title === page ? title : `${title} – ${page}`, options);
    const lines = words.map((line) => `${line === '' ? '' : `    ${line}`}\n`);
    return `${name}\n${lines.join('')}    ${command(`lectern docs ${id}`, options)}\n`;
  });
  return [...hint, ...hits].join('\n').trimEnd();
}

/** A section of more lines is read on its own. */
const SHORT = 20;

/** Returns the lines of a section that is short enough to answer at once. */
function shortAnswer(id: string, pages: readonly DocsPage[], options: FormatOptions): string[] | undefined {
  const [name = '', anchor] = id.split('#');
  const page = pageOf(pages, name);
  const text = page && anchor !== undefined ? sectionLines(page, anchor) : undefined;
  if (!page || text === undefined) return undefined;
  const root = parsePage(text.replace(/^#.*\n+/, ''));
  const others = otherSections(root, page, pages).map((other) => command(`lectern docs ${other}`, options));
  const more = others.length > 0 ? ['', `More: ${others.join(', ')}`] : [];
  withoutLastLinks(root);
  const lines = formatMarkdown(root, { ...options, width: options.width - 4 })
    .trimEnd()
    .replace(/^\n+/, '')
    .split('\n');
  return lines.length > SHORT ? undefined : ['', ...lines, ...more, ''];
}

/** Takes links off the end of an answer: in a terminal they are words of no sentence, and “More” names them. */
function withoutLastLinks(root: Root): void {
  const last = root.children.at(-1);
  if (last?.type !== 'paragraph') return;
  const { children } = last;
  const isLink = (at: number): boolean => children.at(at)?.type === 'link';
  const isComma = (at: number): boolean => /^[,\s]*$/.test(toString(children.at(at)));
  let length = children.length;
  while (length > 0 && (isLink(length - 1) || isComma(length - 1))) length -= 1;
  const before = children.at(length - 1);
  // A link that ends a sentence is part of it.
  if (length > 0 && before?.type === 'text' && /[.!?:]\s+$/.test(before.value)) children.length = length;
}

/** A page is called by its path, or by the last part of it. */
function pageOf(pages: readonly DocsPage[], name: string): DocsPage | undefined {
  const wanted = name.toLowerCase();
  return (
    pages.find(({ id }) => id.toLowerCase() === wanted) ?? pages.find(({ id }) => lastPart(id).toLowerCase() === wanted)
  );
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

interface PageText {
  pages: readonly DocsPage[];
  /** Section to begin with. */
  anchor: string | undefined;
  options: FormatOptions;
}

function pageText(page: DocsPage, { pages, anchor, options }: PageText): string {
  const text = anchor === undefined ? page.text : sectionLines(page, anchor);
  if (text === undefined) {
    throw new LecternError('USAGE', `the page “${page.id}” has no section “${anchor}”`, {
      advice: `lectern docs ${page.id} shows all of it.`,
    });
  }
  const root = parsePage(text);
  const others = [...new Set(otherSections(root, page, pages).map((id) => id.replace(/#.*/, '')))];
  const body = formatMarkdown(root, options);
  if (others.length === 0) return body;
  const names = wrapText(others.join(' · '), options.width);
  return [body, '', bold('See also, with “lectern docs NAME”:', options), ...names].join('\n');
}

/** Returns the sections of other pages that a page, or a part of it, links to. */
function otherSections(root: Root, page: DocsPage, pages: readonly DocsPage[]): string[] {
  const ids = new Map(pages.map(({ file, id }) => [file, id]));
  const linked = linkedFiles(root).flatMap((url) => {
    const [file = '', anchor] = url.split('#');
    const id = ids.get(path.posix.join(path.posix.dirname(page.file), file));
    return id === undefined || id === page.id ? [] : [anchor === undefined ? id : `${id}#${anchor}`];
  });
  return [...new Set(linked)];
}

function contents(pages: readonly DocsPage[], options: FormatOptions): string {
  const shown = pages.filter(({ id }) => !id.startsWith('rules/'));
  const column = Math.max(...shown.map(({ id }) => id.length)) + 2;
  const sections = Map.groupBy(shown, ({ section }) => section);
  const lines = [...sections].map(([section, own]) => {
    const rows = own.map(({ id, title }) => `  ${padTo(command(id, options), column)}${title}\n`);
    return `${bold(section, options)}\n${rows.join('')}`;
  });
  const about = [
    `${command('lectern docs NAME', options)} shows a page, and ${command('lectern docs WORD …', options)} searches all of them.`,
    `Each rule of “lectern check” has a page by its id, such as ${command('lectern docs overflow', options)}.`,
  ];
  return [...lines, ...about].join('\n');
}

function bold(text: string, { styles }: FormatOptions): string {
  return styles ? styled(text, 'bold') : text;
}

function command(text: string, { styles }: FormatOptions): string {
  return styles ? styled(text, 'cyan') : text;
}

/** On a terminal a pager shows it; elsewhere it is printed. */
async function show(text: string): Promise<void> {
  const pager = process.stdout.isTTY ? pagerCall() : undefined;
  const isShown = pager !== undefined && (await showInPager(`${text}\n`, pager.call, pager.env));
  if (!isShown) sayPage(text);
}
