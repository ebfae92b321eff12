import { lazyLines } from './lazy-lines.ts';
import { BEGINS_PARAGRAPH, DELIMITERS, separateLines } from './separate-lines.ts';

/** Marks whose parsing time grows with their square: a slide has tens of them, and thousands take seconds. */
const LIMITS = [
  { most: 3000, sign: /[*~]|(?<!\w)_|_(?!\w)/g, what: 'marks of emphasis (“*”, “_”, “~”) in one paragraph' },
  { most: 3000, sign: /\[/g, what: 'opening brackets in one paragraph' },
];
/** Terms of a definition list, of which all on a slide count together. */
const MOST_DEFINED = 1000;
/** Cells of one table: rows that are written short have all of its columns as well. */
const MOST_CELLS = 200_000;

const DEFINES = /^[ \t>]*:[ \t]/;
const BEGINS_SLIDE = /^(?:#{1,6}[ \t]|---)/;

/** Reads one line after the other, and says what there are too many of. */
export function createParagraphLimits(): (line: string) => string | undefined {
  let counts = LIMITS.map(() => 0);
  let defined = 0;
  let columns = 0;
  let cells = 0;
  const isLazy = lazyLines();
  const isSeparate = separateLines();
  return (line) => {
    if (isLazy(line))
      return 'number of lines that continue a quote or list item without “>” or indentation; add it to each line';
    if (isSeparate(line)) counts = LIMITS.map(() => 0);
    if (BEGINS_PARAGRAPH.test(line)) {
      columns = 0;
      cells = 0;
    }
    if (DELIMITERS.test(line)) columns = Math.max(columns, line.split('|').length - 1);
    cells += columns;
    if (cells > MOST_CELLS)
      return `table of more than ${MOST_CELLS} cells, expected rows and columns that fit on a slide`;
    if (BEGINS_SLIDE.test(line)) defined = 0;
    else if (DEFINES.test(line)) defined += 1;
    if (defined > MOST_DEFINED) return `list of more than ${MOST_DEFINED} definitions, expected fewer on a slide`;
    for (const [index, { most, sign, what }] of LIMITS.entries()) {
      const count = (counts[index] ?? 0) + (line.match(sign)?.length ?? 0);
      counts[index] = count;
      if (count > most) return `number of more than ${most} ${what}; divide it with blank lines, or make it code`;
    }
    return undefined;
  };
}
