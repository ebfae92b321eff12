import type { Measured, MeasuredBox, MeasuredText } from './measured.ts';
import { around } from './page.ts';

/** Joins paragraphs that are below each other in one column, so that each run of text is one text box. */
export function joinTexts(blocks: readonly Measured[]): Measured[] {
  const joined: Measured[] = [];
  for (const [index, block] of blocks.entries()) {
    const inner = block.kind === 'box' ? { ...block, blocks: joinTexts(block.blocks) } : block;
    const before = joined.at(-1);
    const next = blocks[index + 1];
    const isFirstOfRow = next !== undefined && isBeside(block, next);
    if (before?.kind === 'text' && inner.kind === 'text' && !isFirstOfRow && follows(before, inner)) {
      joined[joined.length - 1] = {
        ...before,
        box: around([before.box, inner.box]),
        paragraphs: [...before.paragraphs, ...inner.paragraphs],
      };
    } else joined.push(inner);
  }
  return joined;
}

/** Puts numbers that a style sheet sets beside items into their texts, before a tab; others come first. */
export function besideItems(blocks: readonly Measured[]): Measured[] {
  const texts: Measured[] = [];
  const painted: Measured[] = [];
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    const before = blocks[index - 1];
    if (block.kind === 'box' && block.role === 'ornament' && block.paint) painted.push(block);
    else if (block.kind === 'text' && before && isNumber(before)) texts.push(numbered(before, block));
    else if (!(isNumber(block) && next?.kind === 'text')) texts.push(block);
  }
  return [...painted, ...texts];
}

function isNumber(block: Measured): block is MeasuredBox {
  return block.kind === 'box' && block.role === 'ornament' && !block.paint && block.blocks.length === 1;
}

function numbered({ blocks }: MeasuredBox, item: MeasuredText): MeasuredText {
  const [number] = blocks;
  const [own, ...others] = item.paragraphs;
  const [before] = number?.kind === 'text' ? number.paragraphs : [];
  const [run] = before?.runs ?? [];
  if (!own || !before || !run) return item;
  const indent = own.rtl ? before.box.x + before.box.width - own.box.x - own.box.width : own.box.x - before.box.x;
  if (indent <= 0) return item;
  const box = { ...own.box, x: own.rtl ? own.box.x : before.box.x, width: own.box.width + indent };
  const paragraph = {
    ...own,
    box,
    ink: around([own.ink, before.ink]),
    runs: [...before.runs, { ...run, text: '\t' }, ...own.runs],
    marker: { text: '', number: undefined, colour: run.colour, indent },
  };
  return { ...item, box: around([item.box, box]), paragraphs: [paragraph, ...others] };
}

/** px that a line may reach into the one before. */
const OVERLAP = 4;
/** A gap of so many lines parts two texts; items of a list that shares out a slide may be further apart. */
const APART = 2.5;
const ITEMS_APART = 6;

/** A figure that is so many times as large as what follows it is a text of its own. */
const LARGE = 2.2;

/** Text and number of the running footer are texts of their own, however far content reaches. */
function isFooter({ role }: MeasuredText): boolean {
  return role === 'slide-footer-text' || role === 'slide-count';
}

/** Tells whether two blocks are beside each other, as the parts of a row are. */
function isBeside({ box: one }: Measured, { box: other }: Measured): boolean {
  const together = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const isApart = one.x + one.width <= other.x || other.x + other.width <= one.x;
  return isApart && together > 0.5 * Math.min(one.height, other.height);
}

function follows(one: MeasuredText, next: MeasuredText): boolean {
  const [last, first] = [one.paragraphs.at(-1), next.paragraphs[0]];
  if (isFooter(one) || isFooter(next)) return false;
  if (!last || !first || /^h[12]$/.test(last.tag)) return false;
  if (one.rotation !== next.rotation || one.opacity !== next.opacity) return false;
  const [size = 1, other = 1] = [last.runs[0]?.size, first.runs[0]?.size];
  if (Math.max(size, other) > LARGE * Math.min(size, other)) return false;
  const most = last.marker && first.marker ? ITEMS_APART : APART;
  const gap = first.box.y - (last.box.y + last.box.height);
  if (gap < -OVERLAP || gap > most * Math.max(first.leading, last.leading)) return false;
  const left = Math.max(one.box.x, next.box.x);
  const right = Math.min(one.box.x + one.box.width, next.box.x + next.box.width);
  return right - left > 0.5 * Math.min(one.box.width, next.box.width);
}
