import type { LineRoom } from './measured.ts';
import { round } from './page.ts';

interface Line {
  left: number;
  right: number;
  middle: number;
  /** px of its first word, or of the part of it that is on this line. */
  first: number;
}

/** The width of a blank as a share of the size of letters. */
const BLANK = 0.25;

/**
 * Measures the room that keeps the lines of a paragraph as they are: with less of it, a word would move down; with more,
 * up. Style sheets break lines earlier than they have to, so that all are about as long, or so that no word is alone.
 *
 * @param size - px of its letters.
 */
export function lineRoom(nodes: readonly Node[], size: number): LineRoom | undefined {
  const lines: Line[] = [];
  for (const { left, right, top, bottom } of nodes.flatMap(wordsIn)) {
    const middle = (top + bottom) / 2;
    const last = lines.at(-1);
    if (last && Math.abs(middle - last.middle) < size * 0.6) {
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
    } else lines.push({ left, right, middle, first: right - left });
  }
  if (lines.length < 2) return undefined;
  const widths = lines.map(({ left, right }) => right - left);
  const least = Math.max(...widths);
  const most = Math.min(...lines.slice(1).map(({ first }, index) => (widths[index] ?? 0) + BLANK * size + first));
  return { least: round(least), most: round(most) };
}

/** Returns the areas of words; one that is broken has several. */
function wordsIn(node: Node): DOMRect[] {
  if (!(node instanceof Text)) return [...node.childNodes].flatMap(wordsIn);
  const range = document.createRange();
  return [...node.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  });
}
