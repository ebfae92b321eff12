type Matrix = readonly [number, number, number, number, number, number];

const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];
/** Shares of their size that letters are wide and high: the narrower they are taken for, the surer is what is found. */
const [WIDTH, HEIGHT] = [0.42, 0.72];
/** The share of a line's width from which on readers ask no further. */
const WIDE = 0.85;
/** How much fuller the width has to be than the height. */
const SURE = 1.25;

/**
 * Whether readers that follow PDFium may take a page for one that is written from top to bottom, and copy and search it
 * letter by letter: they ask how much of its width and of its height has text, and short words in columns fill little of
 * the width.
 *
 * @param content - of a page.
 */
export function looksVertical(content: string): boolean {
  const across: Span[] = [];
  const down: Span[] = [];
  const outer: Matrix[] = [];
  let matrix = UNMOVED;
  let [size, x, y] = [0, 0, 0];
  // An operator stands at the end of each line.
  for (let start = 0, end = 0; start < content.length; start = end + 1) {
    end = content.indexOf('\n', start);
    if (end === -1) end = content.length;
    if (content.endsWith('q', end)) outer.push(matrix);
    else if (content.endsWith('Q', end)) matrix = outer.pop() ?? UNMOVED;
    else if (content.endsWith(' cm', end)) matrix = times(matrixOf(content.slice(start, end)), matrix);
    else if (content.endsWith(' Tf', end)) size = Number(content.slice(content.indexOf(' ', start), end - 3));
    else if (content.endsWith(' Tm', end)) [, , , , x, y] = matrixOf(content.slice(start, end));
    else if (content.endsWith(' Tj', end) || content.endsWith(' TJ', end)) {
      const text = content.lastIndexOf(' ', end - 4);
      if (text > start) {
        const [right, up] = content.slice(start, text).split(' ');
        x += Number(right);
        y += Number(up);
      }
      // A letter takes four digits; what is not in digits is seldom long.
      const width = ((end - 3 - Math.max(text, start)) / 4) * size * WIDTH;
      const [left, base] = placed(matrix, x, y);
      const [right, top] = placed(matrix, x + width, y - size * HEIGHT);
      across.push([Math.min(left, right), Math.max(left, right)]);
      down.push([Math.min(base, top), Math.max(base, top)]);
    }
  }
  const width = filled(across);
  return width < WIDE && width < filled(down) * SURE;
}

function matrixOf(line: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = line.split(' ', 6).map(Number);
  return [a, b, c, d, e, f];
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

function placed([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

type Span = readonly [from: number, to: number];

/** How much is covered of what lies between the first and the last, from 0 to 1. */
function filled(spans: readonly Span[]): number {
  let [covered, reached] = [0, -Infinity];
  const sorted = spans.toSorted(([one], [other]) => one - other);
  for (const [from, to] of sorted) {
    covered += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  const [first = 0] = sorted[0] ?? [];
  return reached > first ? covered / (reached - first) : 0;
}

/** A letter that is not seen, as wide as the page: such a page is read across. */
export function lineAcross(content: string): string {
  const [, font] = /\/(F\d+) \S+ Tf\n/.exec(content) ?? [];
  const [, letter] = /<([0-9A-F]{4})[0-9A-F]*> Tj/.exec(content) ?? [];
  if (font === undefined || letter === undefined) return '';
  const text = `BT\n3 Tr\n/${font} 1 Tf\n9999 0 0 -9 0 9 Tm\n<${letter}> Tj\nET`;
  return `\n/Artifact BMC\n/Span <</ActualText <FEFF200B> >>BDC\n${text}\nEMC\nEMC`;
}
