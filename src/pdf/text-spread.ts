type Matrix = readonly [number, number, number, number, number, number];

const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];
/** Shares of their size that letters are wide and high: the narrower they are taken for, the surer is what is found. */
const [WIDTH, HEIGHT] = [0.42, 0.72];
/** The share of a line's width from which on readers ask no further. */
const WIDE = 0.85;
/** How much fuller the width has to be than the height. */
const SURE = 1.25;

/**
 * Tells whether readers that follow PDFium may take a page for one that is written from top to bottom, and copy and
 * search it letter by letter: they ask how much of its width and of its height has text, and short words in columns
 * fill little of the width.
 *
 * @param content - of a page.
 */
export function isVertical(content: string): boolean {
  const across: Span[] = [];
  const down: Span[] = [];
  const outer: Matrix[] = [];
  let matrix = UNMOVED;
  // An operator is at the end of each line.
  for (let start = 0, end = 0; start < content.length; start = end + 1) {
    end = content.indexOf('\n', start);
    if (end === -1) end = content.length;
    const last = content.charCodeAt(end - 1);
    const before = content.charCodeAt(end - 2);
    if (last === UPPER_T && before === UPPER_B) {
      const over = content.indexOf('ET\n', end);
      const text = over === -1 ? content.length : over;
      for (const { left, right, top, bottom } of linesOf(content, end + 1, text)) {
        across.push(span(acrossAt(matrix, left, bottom), acrossAt(matrix, right, top)));
        down.push(span(downAt(matrix, left, bottom), downAt(matrix, right, top)));
      }
      end = text + 2;
    } else if (last === LOWER_M && before === LOWER_C) matrix = times(matrixOf(content.slice(start, end)), matrix);
    else if (last === LOWER_Q) outer.push(matrix);
    else if (last === UPPER_Q) matrix = outer.pop() ?? UNMOVED;
  }
  const width = filled(across);
  return width < WIDE && width < filled(down) * SURE;
}

/** A run of letters without a gap, in the units of its text. */
interface Line {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Returns the runs of a text, from after `BT` to before `ET`. Most lines of a page are in one, so this is what takes time. */
function linesOf(content: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  let [size, x, y] = [0, 0, 0];
  for (let start = from, end = from; start < to; start = end + 1) {
    end = content.indexOf('\n', start);
    if (end === -1) end = to;
    const last = content.charCodeAt(end - 1);
    if (last === LOWER_J || last === UPPER_J) {
      const text = content.indexOf('<', start);
      if (text > start) {
        const middle = content.indexOf(' ', start);
        x += Number(content.slice(start, middle));
        // Nearly all of them go on in the line that they are in.
        if (content.charCodeAt(middle + 1) !== DIGIT_0 || content.charCodeAt(middle + 2) !== SPACE) {
          y += Number(content.slice(middle + 1, content.indexOf(' ', middle + 1)));
          line = undefined;
        }
      }
      // A letter takes four digits; what is not in digits is seldom long.
      const right = x + ((end - 3 - Math.max(text, start)) / 4) * size * WIDTH;
      if (line && x >= line.left && x <= line.right) line.right = Math.max(line.right, right);
      else lines.push((line = { left: x, right, bottom: y, top: y - size * HEIGHT }));
    } else if (last === LOWER_M) {
      const second = content.lastIndexOf(' ', end - 4);
      x = Number(content.slice(content.lastIndexOf(' ', second - 1), second));
      y = Number(content.slice(second, end - 3));
      line = undefined;
    } else if (last === LOWER_F) {
      size = Number(content.slice(content.indexOf(' ', start), end - 3));
      line = undefined;
    }
  }
  return lines;
}

const [SPACE, DIGIT_0] = codesOf(' 0');
const [LOWER_C, LOWER_F, LOWER_J, LOWER_M, LOWER_Q] = codesOf('cfjmq');
const [UPPER_B, UPPER_J, UPPER_Q, UPPER_T] = codesOf('BJQT');

function codesOf(letters: string): number[] {
  return [...letters].map((letter) => letter.charCodeAt(0));
}

function matrixOf(line: string): Matrix {
  const numbers = line.split(' ', 6).map(Number);
  return [numbers[0] ?? 1, numbers[1] ?? 0, numbers[2] ?? 0, numbers[3] ?? 1, numbers[4] ?? 0, numbers[5] ?? 0];
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

function acrossAt(matrix: Matrix, x: number, y: number): number {
  return matrix[0] * x + matrix[2] * y + matrix[4];
}

function downAt(matrix: Matrix, x: number, y: number): number {
  return matrix[1] * x + matrix[3] * y + matrix[5];
}

function span(one: number, other: number): Span {
  return one < other ? [one, other] : [other, one];
}

type Span = readonly [from: number, to: number];

/** How much is covered of what lies between the first and the last, from 0 to 1. */
function filled(spans: readonly Span[]): number {
  let [covered, reached] = [0, -Infinity];
  const sorted = spans.toSorted((one, other) => one[0] - other[0]);
  for (const [from, to] of sorted) {
    covered += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  const [first = 0] = sorted[0] ?? [];
  return reached > first ? covered / (reached - first) : 0;
}

/** Returns an invisible letter as wide as the page, so that readers treat the page as horizontal. */
export function lineAcross(content: string): string {
  const [, font] = /\/(F\d+) \S+ Tf\n/.exec(content) ?? [];
  const [, letter] = /<([0-9A-F]{4})[0-9A-F]*> Tj/.exec(content) ?? [];
  if (font === undefined || letter === undefined) return '';
  const text = `BT\n3 Tr\n/${font} 1 Tf\n9999 0 0 -9 0 9 Tm\n<${letter}> Tj\nET`;
  return `\n/Artifact BMC\n/Span <</ActualText <FEFF200B> >>BDC\n${text}\nEMC\nEMC`;
}
