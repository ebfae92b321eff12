import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { eachElement } from '../model/walk.ts';
import { addClass, element as elementOf, text } from './elements.ts';
import { prepareLargeText } from './large-text.ts';
import { breakable, hasLongRun, mayBreak, PROSE, roomsInTables, type WordRoom } from './long-words.ts';

/** Letters, digits and hyphens in a row. */
const RUN = /[\p{L}\p{N}\u00AD-]+/gu;

/** Numbers from one to another, such as pages and years. */
const RANGE = /^(\D{0,2})(\d{1,6}–\d{1,6})(\D*)$/u;

/** Words of fewer characters never break. */
const SHORT = 17;

/** Characters of the name of a site, with what is before it, that stay on one line. */
const SITE = 24;

/** Characters of code that stays on one line. */
const COMMAND = 16;

/** Where text is not prose: it breaks as it always does, or not at all. */
const NO_PROSE = new Set([
  'code',
  'kbd',
  'pre',
  'samp',
  'script',
  'style',
  'svg',
  'text',
  'textPath',
  'title',
  'tspan',
]);

/**
 * Keeps short compounds on one line. In the large type of a slide a line that ends in `fan-` reads badly, and what reads
 * text out of a PDF takes that hyphen for one that hyphenation made: `fanout`. Lets long words break, and keeps short words
 * in large text with the next one.
 */
export const shortCompounds: Plugin<[], Root> = () => (tree) => {
  prepareLargeText(tree);
  const made = new WeakSet<Element>();
  const rooms = roomsInTables(tree);
  eachElement(tree, (element, parent) => {
    const room = rooms.get(element) ?? PROSE;
    const isInlineCode = element.tagName === 'code' && !(parent.type === 'element' && parent.tagName === 'pre');
    if (isInlineCode) {
      if (isCommand(element)) addClass(element, 'unbroken');
      return splitCode(element, room, made);
    }
    // The spans made here are visited in their turn.
    if (NO_PROSE.has(element.tagName) || made.has(element)) return;
    if (!element.children.some((child) => child.type === 'text' && maySplit(child.value))) return;
    element.children = element.children.flatMap((child) =>
      child.type === 'text' ? split(child.value, room, made) : [child],
    );
  });
};

/** Tells whether code is of a few short words, such as `git commit`, which are read as one. */
function isCommand({ children: [only, ...more] }: Element): boolean {
  return only?.type === 'text' && more.length === 0 && only.value.length <= COMMAND && /\S[ -]\S/.test(only.value);
}

function maySplit(value: string): boolean {
  return /-|\d–\d/.test(value) || value.includes('\u00AD') || hasLongRun(value, SHORT);
}

function split(value: string, room: WordRoom, made: WeakSet<Element>): ElementContent[] {
  const parts: ElementContent[] = [];
  const addText = (more: string): void => {
    const last = parts.at(-1);
    if (last?.type === 'text') last.value += more;
    else if (more) parts.push(text(more));
  };
  const addSpan = (span: Element): void => {
    made.add(span);
    parts.push(span);
  };
  for (const word of value.split(/(\s+)/)) {
    const [, before = '', range, after = ''] = RANGE.exec(word) ?? [];
    if (mayBreak(word, room)) addSpan(room.isInTable ? breakable(word, room) : address(word, room, made));
    else if (range !== undefined) {
      addText(before);
      addSpan(unbroken(range));
      addText(after);
    } else if (!word.includes('-')) addText(word);
    else {
      let from = 0;
      for (const { 0: run, index } of word.matchAll(RUN)) {
        if (!isShortCompound(run, room)) continue;
        addText(word.slice(from, index));
        addSpan(unbroken(run));
        from = index + run.length;
      }
      addText(word.slice(from));
    }
  }
  return parts;
}

/** Returns a long word that breaks behind slashes where it has some, but not in a date or a short compound. */
function address(word: string, room: WordRoom, made: WeakSet<Element>): Element {
  const long = breakable(word, room);
  const parts = word.split(/(?<=[^/:]\/)(?!\/)/);
  if (parts.length === 1 || !word.includes('-')) return long;
  long.children = [];
  for (const part of parts) {
    if (long.children.length > 0) long.children.push(elementOf('wbr', {}));
    const end = part.endsWith('/') ? 1 : 0;
    const run = part.slice(0, part.length - end);
    const isSite = run.includes('//') && run.length <= SITE;
    if (isSite || isShortCompound(run, room)) {
      const span = unbroken(run);
      made.add(span);
      long.children.push(span, text(part.slice(run.length)));
    } else long.children.push(text(part));
  }
  return long;
}

/**
 * Two short words and the hyphen between them, such as `fan-out` or `T-shirt`, dates, and names such as `us-east-1`; in
 * tables, where each line is short, words such as `non-programmers`, too.
 */
function isShortCompound(run: string, { isInTable }: WordRoom): boolean {
  const lengths = run.split('-').map((part) => [...part].length);
  if (lengths.length < 2 || lengths.includes(0) || run.includes('\u00AD')) return false;
  const [first = 0] = lengths;
  if (isInTable && lengths.length === 2 && first <= 4) return [...run].length < SHORT;
  return lengths.length === 2 ? Math.max(...lengths) <= 6 : [...run].length >= 5 && [...run].length <= 13;
}

/**
 * Keeps options such as `--log-level` on one line, since what reads a PDF takes a hyphen at a line's end for one that
 * hyphenation made. Where code is longer than a narrow column is wide, it may break anywhere.
 */
function splitCode(code: Element, room: WordRoom, made: WeakSet<Element>): void {
  const [only] = code.children;
  if (code.children.length !== 1 || only?.type !== 'text') return;
  const parts = only.value.split(/(\s+)/);
  if (!parts.some((part) => part.includes('-') || part.length > room.long)) return;
  code.children = parts.map((part): ElementContent => {
    const span = part.length > room.long ? breakable(part, room) : part.includes('-') ? unbroken(part) : undefined;
    if (span) made.add(span);
    return span ?? text(part);
  });
}

function unbroken(word: string): Element {
  return elementOf('span', { className: ['unbroken'] }, [text(word)]);
}
