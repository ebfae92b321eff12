import type { Nodes, Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';
import { FOREIGN } from './foreign-marks.ts';
import type { Foreign } from './foreign.ts';
import { markdownInHtml } from './markdown-in-html.ts';
import { positionIn } from './position-in.ts';
import { UNREAD } from './unread-markdown.ts';

type SignTable = ReadonlyMap<Nodes['type'], readonly Foreign[]>;

const ALL: SignTable = new Map(
  [...new Set([...FOREIGN.keys(), ...UNREAD.keys()])].map((type) => [
    type,
    [...(FOREIGN.get(type) ?? []), ...(UNREAD.get(type) ?? [])],
  ]),
);

/**
 * Conditions that all signs of a type share. Nearly all nodes of a deck fail them, and testing each sign takes long.
 */
const NEEDED: ReadonlyMap<Nodes['type'], RegExp> = new Map<Nodes['type'], RegExp>([
  ['text', /[[\]{\\^]|==/],
  ['paragraph', /:|^[ \t]*[!-/:-@[-^{-~]/m],
  ['heading', /\n|\[fit\]/i],
]);

export interface ForeignSyntaxOptions {
  /** The deck was made for Marp, where the end of a line is the end of a line. */
  marp: boolean;
}

/** Tells of what authors bring along from other tools; who listens would read their notes. */
export const foreignSyntax: Plugin<[ForeignSyntaxOptions], Root> = ({ marp }) => {
  return (tree, file) => {
    const slides = tree.children.filter((child) => child.type === 'slide');
    let lineBreaks = marp;
    const has = once((sign) => sign.test(String(file)));
    for (const slide of slides) {
      const first = slide.children.find(({ type }) => type !== 'html');
      let positioned: Nodes = slide;
      walk<Nodes>(slide, (node) => {
        if (node.position) positioned = node;
        const at = node === first ? (slide === slides[0] ? 'deck' : 'slide') : undefined;
        reportSigns(node, { at, positioned, has, table: ALL }, file);
        if (!lineBreaks || node.type !== 'paragraph' || !hasLines(node.children)) return;
        lineBreaks = false;
        const reason = 'Line breaks of Marp are shown as spaces; end the line with “\\” to break it on the slide';
        warn(file, reason, { place: node, ruleId: 'foreign-syntax' });
      });
    }
    for (const notes of tree.children) {
      if (notes.type !== 'slideNotes') continue;
      let positioned: Nodes = notes;
      walk<Nodes>(notes, (node) => {
        if (node.position) positioned = node;
        reportSigns(node, { at: undefined, positioned, has, table: UNREAD }, file);
      });
    }
  };
};

function hasLines(children: RootContent[]): boolean {
  return children.some((child) => child.type === 'text' && child.value.includes('\n'));
}

interface NodeContext {
  at: Foreign['first'];
  /** The node, or what it is in: text beside a literal address has no place of its own. */
  positioned: Nodes;
  /** Whether the file has a sign. */
  has: (sign: RegExp) => boolean;
  /** Signs that count here. */
  table: SignTable;
}

/** Remembers the answers to questions about signs. */
function once(ask: (sign: RegExp) => boolean): NodeContext['has'] {
  const answers = new Map<RegExp, boolean>();
  return (sign) => {
    const answer = answers.get(sign) ?? ask(sign);
    answers.set(sign, answer);
    return answer;
  };
}

function reportSigns(node: Nodes, { at, positioned, has, table }: NodeContext, file: VFile): void {
  const kinds = table.get(node.type);
  if (!kinds) return;
  const needed = NEEDED.get(node.type);
  if (node.type === 'text' && !needed?.test(node.value)) return;
  const { start, end } = node.position ?? {};
  const source = start ? String(file).slice(start.offset, end?.offset) : node.type === 'text' ? node.value : '';
  const text = source.replaceAll('\r', '');
  if (needed && !needed.test(text)) return;
  let isBeginning = false;
  for (const { sign, fate, expected, first, beside } of kinds) {
    if (first && (isBeginning || (at !== first && at !== 'deck') || isSentence(text))) continue;
    // Asking first is cheap; nearly all text has none of them.
    if (text.search(sign) === -1) continue;
    for (const match of text.matchAll(sign)) {
      if (beside && !has(beside)) continue;
      // A mark at the start of a deck is reported once.
      isBeginning ||= first !== undefined;
      const written = match[1] ?? '';
      // What was taken off a text meanwhile is at home here.
      if (node.type === 'text' && !node.value.includes(written)) continue;
      const shown =
        node.type === 'html' && written.startsWith('<!--') ? `${written.replace(/^<!--\s*/, '<!-- ')} … -->` : written;
      const advice = typeof expected === 'string' ? expected : expected(written);
      if (advice === undefined) continue;
      const from = match.index + match[0].indexOf(written);
      const position =
        start && from > 0 && source === text ? positionIn(start, text, [from, from + written.length]) : positioned;
      warn(file, `Unexpected “${shown}”, ${fate}: expected ${advice}`, { place: position, ruleId: 'foreign-syntax' });
    }
  }
  const raw = node.type === 'html' ? markdownInHtml(text) : undefined;
  if (raw === undefined) return;
  const reason = `Unexpected “${raw}” in HTML, shown as written: expected blank lines between it and the tags around it`;
  warn(file, reason, { place: positioned, ruleId: 'foreign-syntax' });
}

/** One line of many words says something, but for what only front matter begins with. */
function isSentence(text: string): boolean {
  return !/^(?:title|subtitle|author):/.test(text) && !text.includes('\n') && text.split(/\s+/).length > 4;
}
