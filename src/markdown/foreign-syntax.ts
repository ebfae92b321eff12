import type { Nodes, Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';
import { FOREIGN, type Foreign } from './foreign-signs.ts';
import { markdownInHtml } from './markdown-in-html.ts';
import { placeIn } from './place-in.ts';
import { UNREAD } from './unread-markdown.ts';

export interface ForeignSyntaxOptions {
  /** The deck was made for Marp, where the end of a line is the end of a line. */
  marp: boolean;
}

/** Tells of what authors bring along from other tools; who listens would read their notes. */
export const foreignSyntax: Plugin<[ForeignSyntaxOptions], Root> = ({ marp }) => {
  return (tree, file) => {
    const slides = tree.children.filter((child) => child.type === 'slide');
    let lineBreaks = marp;
    for (const slide of slides) {
      const first = slide.children.find(({ type }) => type !== 'html');
      let placed: Nodes = slide;
      walk<Nodes>(slide, (node) => {
        if (node.position) placed = node;
        const at = node === first ? (slide === slides[0] ? 'deck' : 'slide') : undefined;
        tell(node, { at, placed }, file);
        if (!lineBreaks || node.type !== 'paragraph' || !hasLines(node.children)) return;
        lineBreaks = false;
        const reason =
          'Unexpected line break of Marp, shown as a blank: expected “\\” at the end of a line that ends on the slide';
        warn(file, reason, { place: node, ruleId: 'foreign-syntax' });
      });
    }
  };
};

function hasLines(children: RootContent[]): boolean {
  return children.some((child) => child.type === 'text' && child.value.includes('\n'));
}

type Place = Foreign['first'];

/** @param placed - the node, or what it stands in: text beside a literal address has no place of its own. */
function tell(node: Nodes, { at, placed }: { at: Place; placed: Nodes }, file: VFile): void {
  const kinds = FOREIGN.get(node.type);
  const { start, end } = node.position ?? {};
  // Signs in text have brackets, braces or a backslash.
  if (!kinds || (node.type === 'text' && !/[[\]{\\]/.test(node.value))) return;
  const source = start ? String(file).slice(start.offset, end?.offset) : node.type === 'text' ? node.value : '';
  const text = source.replaceAll('\r', '');
  for (const { sign, fate, expected, first } of node.type === 'text' ? [...kinds, ...UNREAD] : kinds) {
    if (first && ((at !== first && at !== 'deck') || isSentence(text))) continue;
    for (const match of text.matchAll(sign)) {
      const written = match[1] ?? '';
      // What was taken off a text meanwhile is at home here.
      if (node.type === 'text' && !node.value.includes(written)) continue;
      const shown =
        node.type === 'html' && written.startsWith('<!--') ? `${written.replace(/^<!--\s*/, '<!-- ')} … -->` : written;
      const advice = typeof expected === 'string' ? expected : expected(written);
      const from = match.index + match[0].indexOf(written);
      const place = start && from > 0 && source === text ? placeIn(start, text, [from, from + written.length]) : placed;
      warn(file, `Unexpected “${shown}”, ${fate}: expected ${advice}`, { place, ruleId: 'foreign-syntax' });
    }
  }
  const raw = node.type === 'html' ? markdownInHtml(text) : undefined;
  if (raw === undefined) return;
  const reason = `Unexpected “${raw}” in HTML, shown as it is written: expected a blank line behind the tag before it, and one before the tag behind it`;
  warn(file, reason, { place: placed, ruleId: 'foreign-syntax' });
}

/** One line of many words says something. */
function isSentence(text: string): boolean {
  return !text.includes('\n') && text.split(/\s+/).length > 4;
}
