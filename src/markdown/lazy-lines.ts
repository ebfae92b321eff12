import { BEGINS_PARAGRAPH } from './separate-lines.ts';

/**
 * Lines before each line that continues a quote or an item without its sign, all together: parsing goes back to the
 * beginning of the paragraph for each.
 */
const MOST_BEFORE = 10_000_000;
/** Begins an item or a footnote. Numbers above one begin nothing within a quote. */
const ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|^\[\^[^\]]+\]:/;
const UNINDENTED = /^(?:[ \t]*>)* ?[^ \t>]/;

/** Reads one line after the other; says when lines that continue a quote or an item without its sign are too many. */
export function lazyLines(): (line: string) => boolean {
  let lines = 0;
  let before = 0;
  let depth = 0;
  let inItem = false;
  return (line) => {
    const isItem = ITEM.test(line);
    const marks = quoteMarks(line);
    if (BEGINS_PARAGRAPH.test(line) || (isItem && depth === 0)) {
      lines = 0;
      before = 0;
      depth = marks;
      inItem = isItem;
      return false;
    }
    lines += 1;
    if (marks < depth || (inItem && UNINDENTED.test(line))) before += lines;
    depth = Math.max(depth, marks);
    return before > MOST_BEFORE;
  };
}

function quoteMarks(line: string): number {
  let marks = 0;
  for (const sign of line) {
    if (sign === '>') marks += 1;
    else if (sign !== ' ' && sign !== '\t') break;
  }
  return marks;
}
