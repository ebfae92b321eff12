import type { BlockContent, DefinitionContent, ListItem } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { becomeList, box, itemParts, onlyList, part, readComponent, refuseContent } from './component.ts';

const SHAPES = ['chevrons', 'discs', 'cycle', 'funnel', 'pyramid'] as const;
type Shape = (typeof SHAPES)[number];

/** How many stages each shape has room for. */
const ROOM: Readonly<Record<Shape, readonly [least: number, most: number]>> = {
  chevrons: [2, 6],
  discs: [2, 8],
  cycle: [3, 8],
  funnel: [2, 7],
  pyramid: [2, 7],
};

/** A row has room for this many letters side by side, with what lies between stages. */
const [ROW_WIDTH, GAP] = [66, 4];
const MOST_IN_A_ROW = 6;

/** Reads `:::process{shape=cycle}`: stages one after the other, from a list. */
export function process(node: ContainerDirective, file: VFile): void {
  const read = readComponent(node, file, ['shape']);
  const shape = read.settings.choice('shape', SHAPES) ?? 'chevrons';
  const [least, most] = ROOM[shape];
  const list = onlyList(read);
  const count = list?.children.length ?? 0;
  if (!list || count < least || count > most) {
    refuseContent(
      node,
      file,
      `a list of ${least} to ${most} stages for the shape ${shape}, as in “1. **Draft** Write it down”`,
    );
    return;
  }
  const items = list.children.map((item, index) => stage(item, { file, shape, index, count }));
  becomeList(node, {
    read,
    ordered: true,
    items,
    className: [`process-${shape}`, ...(isUpright(list.children, shape) ? ['process-upright'] : [])],
    style: `--process-count: ${count}`,
  });
}

/** Tells whether stages are below each other: many of them, and long words. */
function isUpright(items: readonly ListItem[], shape: Shape): boolean {
  if (shape !== 'chevrons' && shape !== 'discs') return false;
  const words = items.flatMap((item) => item.children.flatMap((block) => toString(block).split(/[\s\u00ad-]+/)));
  const longest = Math.max(...words.map((word) => word.length));
  return items.length > MOST_IN_A_ROW || longest > ROW_WIDTH / items.length - GAP;
}

interface StageContext {
  file: VFile;
  shape: Shape;
  index: number;
  count: number;
}

function stage(item: ListItem, { file, shape, index, count }: StageContext): ListItem {
  const { lead, rest, more } = itemParts(item, file);
  const blocks = more as (BlockContent | DefinitionContent)[];
  // Without bold words, the first paragraph is the name of the stage.
  const [title, line] = lead.length > 0 ? [lead, rest] : [rest, []];
  const text = [...(line.length > 0 ? [part('process-line', line, 'p')] : []), ...blocks];
  const style = styleOf(shape, index, count);
  return {
    ...item,
    children: [part('process-title', title), ...(text.length > 0 ? [box('process-text', text)] : [])],
    ...(style && { data: { hProperties: style } }),
  };
}

function styleOf(shape: Shape, index: number, count: number): Record<string, string> | undefined {
  if (shape === 'funnel') return { style: bands(1 - (index * 0.7) / count, 1 - ((index + 1) * 0.7) / count, index) };
  if (shape === 'pyramid') return { style: bands(index / count, (index + 1) / count, index) };
  if (shape !== 'cycle') return undefined;
  const turn = (of: number): number => ((of / count) * 2 - 0.5) * Math.PI;
  const [x, y] = [Math.cos(turn(index)), Math.sin(turn(index))];
  const middle = turn(index + 0.5);
  const values = {
    '--cycle-x': x,
    '--cycle-y': y,
    '--arrow-x': Math.cos(middle) - x,
    '--arrow-y': Math.sin(middle) - y,
    '--arrow-turn': (middle * 180) / Math.PI + 90,
  };
  const style = Object.entries(values).map(([name, value]) => `${name}: ${rounded(value)}`);
  const pole = Math.abs(x) < 0.01 && (y < 0 ? 'top' : 'bottom');
  return { style: style.join('; '), dataSide: x < -0.01 ? 'before' : 'behind', ...(pole && { dataPole: pole }) };
}

/** Widths of the upper and the lower edge of a level, as shares. */
function bands(upper: number, lower: number, index: number): string {
  return `--upper: ${rounded(upper)}; --lower: ${rounded(lower)}; --level: ${index}`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
