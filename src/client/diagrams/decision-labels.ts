/** A decision, as in `B{Enough orders?}`: its label without marks. */
const DECISION = /(?<=[\p{L}\d_])\{(?!\{)("?)([^{}"`<>:\n]{8,120})\1\}(?!\})/gu;

/** Labels of edges, as in `-->|scattered blue|` and `-- scattered blue -->`. */
const EDGE = /(?<=\|"?)[^|"`<>\n]{10,120}(?="?\|)|(?<=-- "?)[^-|"`<>\n]{10,120}(?="? --)/g;
/** Letters in a line of such a label. */
const EDGE_LINE = 16;

/** Breaks labels of edges in a flowchart that runs from left to right: each of them makes it wider. */
export function breakEdges(source: string, measure: (words: string) => number): string {
  return source.replace(EDGE, (label) => {
    const count = Math.max(2, Math.ceil(label.length / EDGE_LINE));
    return inLines(label.trim().split(/\s+/), count, measure).join('<br/>');
  });
}

/**
 * Breaks labels of decisions in a flowchart: a diamond is as wide as its label is wide and high together, so that it is
 * smallest where the label is nearly square.
 *
 * @param measure - returns the width of words in px. @param line - px from one line to the next.
 */
export function breakDecisions(source: string, measure: (words: string) => number, line: number): string {
  return source.replace(DECISION, (_, quote: string, label: string) => {
    const words = label.trim().split(/\s+/);
    const forms = words.map((_word, index) => inLines(words, index + 1, measure));
    const size = (rows: string[]): number => Math.max(...rows.map(measure)) + rows.length * line;
    const [first = [label], ...others] = forms;
    const best = others.reduce((smallest, rows) => (size(rows) < size(smallest) ? rows : smallest), first);
    return `{${quote}${best.join('<br/>')}${quote}}`;
  });
}

/** The label of a box, as in `A[Take the order]` and `B([Start])`, in a line that is none of a style or a link. */
const BOX = /(?<=[\p{L}\d_][[({]{1,2}"?)[^[\](){}"`<>|\n]{8,200}(?="?[\])}])/gu;
const NO_LABELS = /^[ \t]*(?:click|style|classDef|class|linkStyle)\b/;

/** Breaks labels of boxes into lines of about one length, so that none ends in a single short word. */
export function breakBoxes(source: string, measure: (words: string) => number, most: number): string {
  return source
    .split('\n')
    .map((line) => (NO_LABELS.test(line) ? line : line.replace(BOX, (label) => inEqualLines(label, measure, most))))
    .join('\n');
}

function inEqualLines(label: string, measure: (words: string) => number, most: number): string {
  const words = label.trim().split(/\s+/);
  const count = filled(words, most, measure).length;
  return count > 1 ? inLines(words, count, measure).join('<br/>') : label;
}

/** Shares words among so many lines that the longest is as short as possible. */
function inLines(words: readonly string[], count: number, measure: (words: string) => number): string[] {
  const most = measure(words.join(' '));
  const longest = Math.max(...words.map(measure));
  // The narrowest width at which no more lines are needed.
  let [low, high] = [longest, most];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (filled(words, middle, measure).length > count) low = middle;
    else high = middle;
  }
  return filled(words, high, measure);
}

function filled(words: readonly string[], width: number, measure: (words: string) => number): string[] {
  const rows: string[] = [];
  for (const word of words) {
    const longer = `${rows.at(-1)} ${word}`;
    if (rows.length > 0 && measure(longer) <= width) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}
