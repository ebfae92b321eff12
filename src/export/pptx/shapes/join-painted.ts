import type { Box, Measured, MeasuredBox, Paint } from '../../../client/shapes/measured.ts';
import { UNPAINTED } from '../../../client/shapes/unpainted.ts';
import { commonBorder } from '../paint.ts';
import { barsOf } from './bars.ts';

/**
 * Joins boxes without content that look the same into one shape with several parts, as the rules of a list and the discs
 * behind its numbers: who edits a slide has few shapes to move.
 */
export function joinPainted(blocks: readonly Measured[]): Measured[] {
  const parts = new Map<string, MeasuredBox[]>();
  const firsts = new Map<MeasuredBox, string>();
  const joined: Measured[] = [];
  for (const block of blocks.flatMap(withBars)) {
    const look = block.kind === 'box' ? lookOf(block) : undefined;
    if (block.kind !== 'box' || look === undefined) {
      joined.push(block);
      continue;
    }
    const same = parts.get(look);
    const [first] = same ?? [];
    if (same && first && isClear(joined.slice(joined.indexOf(first) + 1), block.box)) {
      same.push(block);
      continue;
    }
    parts.set(look, [block]);
    firsts.set(block, look);
    joined.push(block);
  }
  return joined.map((block) => {
    const look = block.kind === 'box' ? firsts.get(block) : undefined;
    const same = look === undefined ? undefined : parts.get(look);
    return block.kind === 'box' && same?.[0] === block && same.length > 1 ? asOne(block, same) : block;
  });
}

/** Borders at some sides of an empty box without a background are boxes of their own. */
function withBars(block: Measured): Measured[] {
  if (block.kind !== 'box' || !block.paint || block.blocks.length > 0 || block.rotation !== 0) return [block];
  const { paint } = block;
  if (paint.fills.length > 0 || paint.shadow || paint.ring || paint.lines || commonBorder(paint)) return [block];
  if (paint.borders.every((line) => !line)) return [block];
  return barsOf(block.box, paint).map(({ box, colour }): MeasuredBox => {
    const { node, step, opacity, rotation } = block;
    const bar: Paint = { ...UNPAINTED, fills: [{ kind: 'solid', colour }] };
    return { kind: 'box', node, box, step, opacity, rotation, role: 'Rule', paint: bar, blocks: [] };
  });
}

/** Returns a text that is the same for boxes that can be one shape; `undefined` for those that cannot. */
function lookOf({ paint, blocks, rotation, opacity, step, box }: MeasuredBox): string | undefined {
  if (!paint || blocks.length > 0 || rotation !== 0) return undefined;
  const { fills, borders, radius, corners, ellipse, pieces, lines, polygon, shadow, ring } = paint;
  if (corners || pieces || lines || polygon || shadow || ring || (ellipse && box.width !== box.height))
    return undefined;
  if (fills.some(({ kind }) => kind !== 'solid') || (borders.some(Boolean) && !commonBorder(paint))) return undefined;
  return JSON.stringify([fills, borders, radius, ellipse, opacity, step]);
}

/** Tells whether nothing is in an area. */
function isClear(others: readonly Measured[], { x, y, width, height }: Box): boolean {
  return others.every(
    ({ box }) => box.x >= x + width || box.x + box.width <= x || box.y >= y + height || box.y + box.height <= y,
  );
}

function asOne(first: MeasuredBox, boxes: readonly MeasuredBox[]): MeasuredBox {
  const x = Math.min(...boxes.map(({ box }) => box.x));
  const y = Math.min(...boxes.map(({ box }) => box.y));
  const width = Math.max(...boxes.map(({ box }) => box.x + box.width)) - x;
  const height = Math.max(...boxes.map(({ box }) => box.y + box.height)) - y;
  const pieces = boxes.map(({ box }) => ({
    x: (box.x - x) / width,
    y: (box.y - y) / height,
    width: box.width / width,
    height: box.height / height,
  }));
  const paint: Paint | undefined = first.paint && { ...first.paint, pieces, radius: radiusOf(first), ellipse: false };
  return { ...first, node: undefined, box: { x, y, width, height }, paint };
}

function radiusOf({ paint, box }: MeasuredBox): number {
  return paint?.ellipse ? box.width / 2 : (paint?.radius ?? 0);
}
