import type { PhrasingContent } from 'mdast';
import { inlineText } from './inline.ts';
import type { Token } from './words.ts';

/** Makes one word of each run of inline code: nothing is cut inside it. */
export function wholeCode(tokens: readonly Token[], nodes: readonly PhrasingContent[], text: string): readonly Token[] {
  if (nodes.every(({ type }) => type !== 'inlineCode')) return tokens;
  let offset = 0;
  let found = tokens;
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
