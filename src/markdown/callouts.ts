import type { Blockquote, Nodes, Paragraph, Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import { spellingOf, didYouMean } from '../model/did-you-mean.ts';
import { CALLOUTS, type UiWords } from '../model/ui-words.ts';
import { hasType, walk } from '../model/walk.ts';

/** Obsidian folds call-outs by a sign behind the bracket; slides have nothing folded. */
const SIGN = /^\[!([A-Za-z]+)\](?:[-+](?=\s|$))?[ \t]*/;

/**
 * Makes call-outs of quotes that begin with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`, as GitHub
 * does. What follows on that line is the call-out's title.
 */
export const callouts: Plugin<[{ words: UiWords }], Root> = ({ words }) => {
  return (tree, file) => {
    if (!String(file).includes('[!') || !hasType(tree, 'blockquote')) return;
    walk(tree, (node: Nodes) => {
      if (node.type === 'blockquote') change(node, words, file);
    });
  };
};

function change(quote: Blockquote, words: UiWords, file: VFile): void {
  const paragraph = quote.children[0];
  if (paragraph?.type !== 'paragraph') return;
  const first = paragraph.children[0];
  const sign = first?.type === 'text' ? SIGN.exec(first.value) : undefined;
  if (!sign || first?.type !== 'text') return;
  const name = (sign[1] ?? '').toLowerCase();
  const kind = CALLOUTS.find((known) => known === name);
  if (!kind) {
    const reason = `Unknown call-out “[!${sign[1]}]”${didYouMean(name, CALLOUTS)}`;
    const spelling = spellingOf(name, CALLOUTS);
    const written = spelling && { actual: sign[1] ?? '', expected: spelling.expected.toUpperCase() };
    warn(file, reason, { place: quote, ruleId: 'callout-name', spelling: written });
    return;
  }
  first.value = first.value.slice(sign[0].length);
  const title = takeLine(paragraph);
  quote.data = { hName: 'div', hProperties: { className: ['callout'], dataKind: kind, role: 'note' } };
  const shown: Paragraph = {
    type: 'paragraph',
    children: title.length > 0 ? title : [{ type: 'text', value: words[kind] }],
    data: { hProperties: { className: ['callout-title'] } },
  };
  quote.children.splice(0, paragraph.children.length > 0 ? 0 : 1, shown);
}

/** Takes a paragraph's first line off it. */
function takeLine(paragraph: Paragraph): Paragraph['children'] {
  const index = paragraph.children.findIndex(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
  );
  const line = paragraph.children.splice(0, index === -1 ? paragraph.children.length : index);
  const end = paragraph.children[0];
  if (end?.type === 'text') {
    const at = end.value.indexOf('\n');
    if (at > 0) line.push({ type: 'text', value: end.value.slice(0, at) });
    end.value = end.value.slice(at + 1).trimStart();
    if (end.value === '') paragraph.children.shift();
  } else if (end) paragraph.children.shift();
  return line.filter((child) => child.type !== 'text' || child.value !== '');
}
