import { isWord, type Span, type Token } from '../words.ts';

const OPEN = /^["“„«»「]$/;
const CLOSE = /^["”“»«」]$/;

/** Finds what somebody is quoted with: five words in quotes, or more. */
export function quotedSpan(tokens: readonly Token[]): Span | undefined {
  const from = tokens.findIndex(({ text }) => OPEN.test(text));
  if (from === -1) return undefined;
  const straight = tokens[from]?.text === '"';
  const close = tokens.findIndex(({ text }, index) => index > from && (straight ? text === '"' : CLOSE.test(text)));
  const to = close === -1 ? tokens.length : close;
  let end = to;
  while (end > from && /^,$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
  const count = tokens.slice(from + 1, end).filter(isWord).length;
  return count >= 5 && count <= 30 ? { from: from + 1, to: end } : undefined;
}
