import type { Box, MeasuredBox, MeasuredText, Paragraph } from '../../client/shapes/measured.ts';
import { curveInsets } from './paint.ts';
import { NO_CURVE, placeholderOf, type Placeholder } from './placeholders.ts';
import { textRoom, withOwnHeight } from './text-room.ts';

/** Makes a placeholder of a part of the running footer, with the background that it has. */
export function footerPlaceholder(
  block: MeasuredBox | MeasuredText,
  given: Pick<Placeholder, 'type' | 'index' | 'name'>,
): Placeholder | undefined {
  const text = block.kind === 'text' ? block : block.blocks.find(({ kind }) => kind === 'text');
  if (text?.kind !== 'text') return undefined;
  const paragraphs = text.paragraphs.map(withOwnHeight);
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
