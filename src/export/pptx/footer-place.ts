import type { Box, MeasuredBox, MeasuredText, Paragraph } from '../../client/shapes/measured.ts';
import { curveInsets } from './paint.ts';
import { NO_CURVE, placeholderOf, type Placeholder } from './placeholders.ts';
import { textRoom, withOwnHeight } from './text-room.ts';

/**
 * Returns the text of a part of the running footer, for programs that fill its place with other words: a number at the end of
 * a slide ends where it did, and one with a background stays in the middle of it.
 *
 * @param width - of the slide in px.
 */
export function footerParagraphs(
  { kind, box }: MeasuredBox | MeasuredText,
  paragraphs: readonly Paragraph[],
  width: number,
): Paragraph[] {
  const isMiddle = Math.abs(box.x + box.width / 2 - width / 2) < width / 50 && box.x > width / 5;
  const isEnd = box.x > width / 2;
  return paragraphs.map((paragraph) => {
    const align = kind === 'box' || isMiddle ? 'center' : isEnd ? 'right' : paragraph.align;
    return withOwnHeight(paragraph.lines > 1 ? paragraph : { ...paragraph, align });
  });
}

/**
 * Makes a placeholder of a part of the running footer, with the background that it has.
 *
 * @param given.width - of the slide in px.
 */
export function footerPlaceholder(
  block: MeasuredBox | MeasuredText,
  { width, ...given }: Pick<Placeholder, 'type' | 'index' | 'name'> & { width: number },
): Placeholder | undefined {
  const text = block.kind === 'text' ? block : block.blocks.find(({ kind }) => kind === 'text');
  if (text?.kind !== 'text') return undefined;
  const paragraphs = footerParagraphs(block, text.paragraphs, width);
  const found = placeholderOf(paragraphs, given);
  if (block.kind === 'text') return found && { ...found, box: footerRoom(block.box, paragraphs) };
  const { box, paint } = block;
  return found && { ...found, box, insets: insetsOf(block, footerRoom(text.box, paragraphs)), paint };
}

/** Returns the room of a part of the running footer. */
function footerRoom(box: Box, paragraphs: readonly Paragraph[]): Box {
  return textRoom({ ...box, y: paragraphs[0]?.box.y ?? box.y }, paragraphs, Infinity);
}

/** Programs keep text out of round corners. */
function insetsOf({ box: outer, paint }: MeasuredBox, inner: Box): Placeholder['insets'] {
  const curve = paint ? curveInsets(outer, paint) : NO_CURVE;
  return [
    Math.max(0, inner.x - outer.x - curve.x),
    Math.max(0, inner.y - outer.y - curve.y),
    Math.max(0, outer.x + outer.width - inner.x - inner.width - curve.x),
    0,
  ];
}
