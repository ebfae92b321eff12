import type { Box, Paragraph } from '../../client/shapes/measured.ts';
import { firstFeet, riseOf } from './line-places.ts';

/** Letters of other programs are a little wider or narrower: lines that just fit get so much more room. */
const SLACK = 0.06;
/** px that short lines get beside that. */
const LEAST = 6;

/**
 * Returns the room that a text needs in a presentation.
 *
 * Lines further apart than their font wants have that room above them, where a page puts half of it below: the letters of
 * the first line are where a page has them. A line that fills its room might break where letters are wider.
 *
 * @param width - of the slide in px.
 */
export function textRoom(box: Box, paragraphs: readonly Paragraph[], width: number): Box {
  const [first] = paragraphs;
  const y = first ? box.y + firstFeet(first) - riseOf(first) - first.box.y : box.y;
  const height = box.height + Math.max(0, box.y - y) + spareBelow(paragraphs);
  return widened({ ...box, y, height }, paragraphs, width);
}

/** Returns px below a text: programs make letters smaller, or lines closer, where a text just fits. */
export function spareBelow(paragraphs: readonly Paragraph[]): number {
  return SLACK * (paragraphs.at(-1)?.leading ?? 0);
}

function widened(box: Box, paragraphs: readonly Paragraph[], width: number): Box {
  const lines = paragraphs.filter((paragraph) => paragraph.lines === 1);
  const missing = lines.map(({ ink, box: own }) => ink.width * (1 + SLACK) + LEAST - Math.min(own.width, box.width));
  const more = Math.max(0, ...missing);
  if (more === 0) return box;
  const [first] = paragraphs;
  const isEnd = first && (first.align === 'right' || (first.align === 'left' && first.rtl));
  const left = first?.align === 'center' ? more / 2 : isEnd ? more : 0;
  const x = Math.max(0, box.x - left);
  return { ...box, x, width: Math.min(width, box.x + box.width + more - left) - x };
}

/**
 * Gives a single line the height that its font wants, so that it is where a page has it, however programs cut what is
 * above closer lines.
 */
export function asOneLine(paragraph: Paragraph): Paragraph {
  return paragraph.natural > paragraph.leading ? withOwnHeight(paragraph) : paragraph;
}

/** Gives a single line the height that its font wants, as running footers have it. */
export function withOwnHeight(paragraph: Paragraph): Paragraph {
  const { box, leading, natural, lines } = paragraph;
  const more = natural - leading;
  if (lines > 1) return paragraph;
  return { ...paragraph, leading: natural, box: { ...box, y: box.y - more / 2, height: box.height + more } };
}
