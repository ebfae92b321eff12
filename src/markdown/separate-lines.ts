/** Begins a paragraph of its own wherever it is. */
export const BEGINS_PARAGRAPH: RegExp = /^[ \t>]*(?:#{1,6}[ \t]|[-*+][ \t]|1[.)][ \t]|$)/;
/** The line below the head of a table. */
export const DELIMITERS: RegExp = /^(?=[^-]*-)[ \t>|:-]+$/;

const NUMBERED = /^\d{1,9}[.)][ \t]/;
const EMPTY = /^[ \t>]*(?:$|#)/;

/**
 * Reads one line after the other; says which are certainly no part of the paragraph above: marks in them mean nothing to
 * those before.
 */
export function separateLines(): (line: string) => boolean {
  let before = '';
  /** Lines of the paragraph, or of the table. */
  let lines = 0;
  let isTable = false;
  let isNumbered = false;
  return (line) => {
    const begins = BEGINS_PARAGRAPH.test(line);
    const isItem = NUMBERED.test(line) && (begins || isNumbered || lines === 0);
    if (begins || isItem) {
      lines = EMPTY.test(line) ? 0 : 1;
      isTable = false;
      isNumbered = isItem;
    } else {
      lines += 1;
      if (/^[ \t]*>/.test(line)) isNumbered = false;
      if (lines === 2 && DELIMITERS.test(line)) isTable = cellsOf(before) === cellsOf(line);
    }
    before = line;
    return begins || isItem || isTable;
  };
}

function cellsOf(row: string): number {
  return row.trim().replace(/^\|/, '').replace(/\|$/, '').split('|').length;
}
