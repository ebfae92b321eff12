import type { Nodes, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { lettersOf } from '../html/statement.ts';
import { plainText } from '../markdown/plain-text.ts';
import { openingHeading } from '../markdown/slide-attributes.ts';
import type { SlideNode } from '../markdown/slide-node.ts';
import type { ReadSettings } from '../markdown/slide-settings.ts';
import { takesPlace } from '../markdown/unseen.ts';
import { saysGoodbye } from '../model/title-words.ts';
import { hasType, walk } from '../model/walk.ts';
import type { SourceSlide } from './deck-source.ts';

/** A slide and its settings. */
export interface ReadSlide extends SourceSlide {
  read: ReadSettings;
}

/** Slides of a deck that has an end, at least. */
const FEWEST = 3;
/** Lines below the heading, and letters of the heading and of each line; of one below thanks, which may be two. */
const [MOST_LINES, HEADING, LINE, LINE_OF_THANKS] = [4, 48, 64, 84];
/** Letters that an address counts for, and of the longest one that does not count for more. */
const [ADDRESS, LONG_ADDRESS] = [16, 70];
/** Ways to reach people: an address, or a name on a network. */
const CONTACT = /^(?:https?:\/\/|www\.|@[\w.]{2,}$)|@[\w-]+\.\w|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/|$)/i;

/**
 * Gives the last slide that counts the layout `end` where its author chose none, and it says goodbye or where to find the
 * speaker, in a heading and a few short lines.
 */
export function closeTalk(slides: readonly ReadSlide[]): void {
  const last = slides.findLast(({ read }) => !read.settings.uncounted);
  if (!last || slides.length < FEWEST || !isClosing(last)) return;
  last.read = { ...last.read, opensSection: false, withoutLayout: false, composed: 'end' };
  last.read.settings = { ...last.read.settings, layout: 'end' };
}

function isClosing({ node, read: { settings, byShape } }: ReadSlide): boolean {
  const { compose, autoAnimate, background, classes } = settings;
  if (!compose || !byShape || autoAnimate || background || classes.length > 0) return false;
  const heading = openingHeading(node);
  const rest = node.children.filter((child) => child !== heading && takesPlace(child) && !isCode(child));
  if (!heading || rest.some((child) => hasType(child, 'html'))) return false;
  const [title, lines] = [plainText(heading), rest.map(linesOf)];
  if (lettersOf(title) > HEADING || !lines.every((found) => found !== undefined)) return false;
  const all = lines.flat();
  const isGoodbye = saysGoodbye(title);
  const most = isGoodbye ? LINE_OF_THANKS : LINE;
  if (all.length > MOST_LINES || all.some((line) => lettersToRead(line, isGoodbye) > most)) return false;
  return isGoodbye || all.some((line) => line.split(/\s+/).some((word) => CONTACT.test(word)));
}

/**
 * Counts the letters of a line; an address counts as a few, since it is not read letter by letter.
 *
 * @param isGoodbye - addresses have words beside them as well; elsewhere they are lines of their own.
 */
function lettersToRead(line: string, isGoodbye: boolean): number {
  if (!isGoodbye && /\S\s+\S/.test(line)) return lettersOf(line);
  const spared = line
    .split(/\s+/)
    .filter((word) => CONTACT.test(word.replace(/^[(<[]/, '')))
    .reduce((sum, { length }) => sum + Math.max(0, Math.min(length, LONG_ADDRESS) - ADDRESS), 0);
  return lettersOf(line) - spared;
}

/** A code to scan has its own place at the end. */
function isCode(node: RootContent): boolean {
  return node.type === 'leafDirective' && node.name === 'qr';
}

/** Returns the lines of a paragraph or a flat list of words; `undefined` for anything else. */
function linesOf(node: Nodes): string[] | undefined {
  if (node.type === 'paragraph') return isWords(node) ? linesIn(node) : undefined;
  if (node.type !== 'list' || !node.children.every(({ children }) => children.length === 1)) return undefined;
  const lines = node.children.map(({ children: [only] }) => (only?.type === 'paragraph' ? linesOf(only) : undefined));
  return lines.every((found) => found !== undefined) ? lines.flat() : undefined;
}

function isWords(node: Nodes): boolean {
  return !['image', 'imageReference', 'inlineMath'].some((type) => hasType(node, type));
}

/** Returns the words of each line as it is written. */
export function linesIn(node: Nodes): string[] {
  const lines = [''];
  walk<Nodes>(node, (inner) => {
    if (inner.type === 'break') lines.push('');
    else if (inner.type === 'text' || inner.type === 'inlineCode') {
      const [first = '', ...more] = inner.value.split('\n');
      lines.push(`${lines.pop() ?? ''}${first}`, ...more);
    }
  });
  return lines;
}

/** Signs between facts of one line. */
const BETWEEN = /\n|[ \u00a0][·•|](?: |$)|^[·•|] /;

/**
 * Puts facts below each other at the end, as on a business card: lines as they are written, and what signs separate in them.
 * Beside an e-mail address, the address of a site is a link as well.
 */
export function keepLines({ children }: SlideNode): void {
  const paragraphs: Paragraph[] = [];
  let hasMail = false;
  walk<Nodes>({ type: 'root', children }, (node) => {
    if (node.type === 'paragraph') paragraphs.push(node);
    else if (node.type === 'link' && node.url.startsWith('mailto:')) hasMail = true;
  });
  for (const paragraph of paragraphs) {
    const lines = children.includes(paragraph) ? separateLines(paragraph.children) : paragraph.children;
    paragraph.children = hasMail ? lines.map((child) => asLink(child, lines)) : lines;
  }
}

/** An address of a site without its scheme, which is not the name of a file. */
const SITE =
  /^(?:[a-z\d][a-z\d-]*\.)+(?!(?:css|docx?|html?|js|json|md|pdf|png|pptx?|py|svg|ts|txt|xlsx?|zip)$)[a-z]{2,}(?:\/\S*)?$/i;

/** Returns a link to a site of text that is a line of its own and nothing but its address. */
function asLink(child: PhrasingContent, line: readonly PhrasingContent[]): PhrasingContent {
  if (child.type !== 'text' || !SITE.test(child.value.trim())) return child;
  const index = line.indexOf(child);
  const isAlone = [line[index - 1], line[index + 1]].every((one) => one === undefined || one.type === 'break');
  return isAlone ? { type: 'link', url: `https://${child.value.trim()}`, children: [child] } : child;
}

function separateLines(line: readonly PhrasingContent[]): PhrasingContent[] {
  return line.flatMap((child): PhrasingContent[] => {
    if (child.type !== 'text' || !BETWEEN.test(child.value)) return [child];
    const lines = child.value.split(BETWEEN).map((value): Text => ({ type: 'text', value }));
    return lines.flatMap((one, index) => (index === 0 ? [one] : [{ type: 'break' }, one]));
  });
}
