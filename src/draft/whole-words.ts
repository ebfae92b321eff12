import type { PhrasingContent } from 'mdast';
import { inlineText } from './inline.ts';
import type { Token } from './words.ts';

const ADDRESS = /\bhttps?:\/\/\S+/g;

/** Joins each run of inline code and each web address into one word, so that no cut splits it, and takes the final dot off the last word. */
export function wholeWords(given: readonly Token[], nodes: readonly PhrasingContent[], text: string): readonly Token[] {
  const tokens = withoutDot(given);
  let found = tokens;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const end = index + address.replace(/[^\p{L}\p{N}/]*$/u, '').length;
    found = joined(found, { start: index, end }, text);
  }
  let offset = 0;
  for (const node of nodes) {
    const start = offset;
    offset += inlineText([node]).length;
    if (node.type === 'inlineCode') found = joined(found, { start, end: offset }, text);
  }
  return found;
}

function joined(
  tokens: readonly Token[],
  { start, end }: { start: number; end: number },
  text: string,
): readonly Token[] {
  const first = tokens.findIndex((token) => token.end > start);
  const last = tokens.findLastIndex((token) => token.start < end);
  const [from, to] = [tokens[first], tokens[last]];
  if (!from || !to || last < first) return tokens;
  // What is glued to it, as in “`make()`s”, goes with it; a mark behind it does not.
  const tail = text.slice(end, to.end);
  const mark = /^[;:.,!?]$/.test(tail) ? tail : '';
  const span = { start: Math.min(from.start, start), end: Math.max(to.end, end) - mark.length };
  const word = text.slice(span.start, span.end);
  return [
    ...tokens.slice(0, first),
    { text: word, lower: word.toLowerCase(), pos: 'NOUN', ...span },
    ...(mark ? [{ text: mark, lower: mark, pos: 'PUNCT' as const, start: end, end: to.end }] : []),
    ...tokens.slice(last + 1),
  ];
}

/** “302°F/150°C.”: a word with digits takes the dot behind it along. */
function withoutDot(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1);
  if (!last || !/\d/.test(last.text) || !/[^.]\.$/.test(last.text)) return tokens;
  const end = last.end - 1;
  const word = { ...last, text: last.text.slice(0, -1), lower: last.lower.slice(0, -1), end };
  return [...tokens.slice(0, -1), word, { text: '.', lower: '.', pos: 'PUNCT', start: end, end: last.end }];
}
