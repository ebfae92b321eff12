import type { SourceRange } from '../../model/dialect.ts';
import { scanLines } from './scan-lines.ts';

/** A tag of HTML in a source. */
export interface SourceTag extends SourceRange {
  name: string;
  kind: 'open' | 'close' | 'empty';
  /** The text between its name and its end. */
  attributes: string;
  /** It is the only thing on its lines. */
  isAlone: boolean;
}

/** A comment in a source. */
export interface SourceComment extends SourceRange {
  value: string;
}

/** A tag may be so long: it bounds the search for the end of one that is not closed. */
const LONGEST = 4000;
const NAME = /^[A-Za-z][\w.:-]*/;

/** Finds the tags and comments in a part of a text, but for those in code. */
export function scanTags(text: string, range: SourceRange): { tags: SourceTag[]; comments: SourceComment[] } {
  const tags: SourceTag[] = [];
  const comments: SourceComment[] = [];
  let skip = range.start;
  for (const line of scanLines(text, range)) {
    if (line.isCode) {
      skip = Math.max(skip, line.next);
      continue;
    }
    for (let at = Math.max(line.start, skip); at < line.end; at += 1) {
      const char = text.charAt(at);
      if (char === '`') at = endOfCode(text, at, line.end) - 1;
      else if (char === '\\') at += 1;
      else if (char === '<') {
        const found = readTag(text, at, range.end);
        if (!found) continue;
        if ('value' in found) comments.push(found);
        else tags.push(found);
        at = found.end - 1;
      }
      skip = at + 1;
    }
  }
  return { tags, comments };
}

/** Code in a line ends at as many backticks as it began with; without them, the backticks are text. */
function endOfCode(text: string, at: number, end: number): number {
  const ticks = /^`+/.exec(text.slice(at, end))?.[0] ?? '`';
  let close = text.indexOf(ticks, at + ticks.length);
  while (close !== -1 && close < end && text.charAt(close + ticks.length) === '`') {
    while (text.charAt(close) === '`') close += 1;
    close = text.indexOf(ticks, close);
  }
  return close === -1 || close >= end ? at + ticks.length : close + ticks.length;
}

function readTag(text: string, at: number, end: number): SourceTag | SourceComment | undefined {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    const stop = close === -1 || close + 3 > end ? end : close + 3;
    return { start: at, end: stop, value: text.slice(at + 4, close === -1 || close + 3 > end ? end : close) };
  }
  const isClose = text.charAt(at + 1) === '/';
  const from = at + (isClose ? 2 : 1);
  const name = NAME.exec(text.slice(from, from + 80))?.[0];
  if (name === undefined) return undefined;
  const stop = endOfTag(text, from + name.length, Math.min(end, at + LONGEST));
  if (stop === undefined) return undefined;
  const isEmpty = text.charAt(stop - 2) === '/';
  const attributes = text.slice(from + name.length, stop - (isEmpty ? 2 : 1));
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const lineEnd = text.indexOf('\n', stop);
  const after = text.slice(stop, lineEnd === -1 ? end : lineEnd);
  return {
    start: at,
    end: stop,
    name,
    kind: isClose ? 'close' : isEmpty ? 'empty' : 'open',
    attributes,
    isAlone: before.trim() === '' && after.trim() === '',
  };
}

/** Returns the offset after the `>` of a tag: not one between quotes. */
function endOfTag(text: string, from: number, limit: number): number | undefined {
  let quote = '';
  for (let at = from; at < limit; at += 1) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') return at + 1;
    else if (char === '<') return undefined;
    else if ((char === '"' || char === "'") && text.charAt(at - 1) === '=') quote = char;
  }
  return undefined;
}
