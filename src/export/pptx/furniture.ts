import type { Measured, MeasuredBox, MeasuredText } from '../../client/shapes/measured.ts';

/** Blocks that are on all slides of a layout. */
const FOOTER = 'slide-footer';

/** Returns what a theme puts on slides of a layout: shapes without text, and the rule of the running footer. */
export function decorationsOf(blocks: readonly Measured[]): MeasuredBox[] {
  const first = firstContent(blocks);
  const title = first?.kind === 'box' && titleIn(first) ? first : undefined;
  const ground: MeasuredBox[] = title ? [{ ...title, role: 'decoration', blocks: groundsIn(title) }] : [];
  const others = blocks.flatMap((block): MeasuredBox[] => {
    if (block.kind !== 'box') return [];
    if (block.role === 'decoration') return [block];
    return block.role === FOOTER && block.paint ? [{ ...block, role: 'decoration', blocks: [] }] : [];
  });
  return [...ground, ...others];
}

/** Returns a text that is the same for decorations that look the same. */
export function decorationKey({ box, paint, rotation, opacity, blocks }: MeasuredBox): string {
  const inner = blocks.map((block) =>
    block.kind === 'text'
      ? block.paragraphs.map(({ runs }) => runs)
      : block.kind === 'box'
        ? decorationKey(block)
        : [block.kind, block.kind === 'drawing' ? block.look : block.node],
  );
  const { x, y, width, height } = box;
  return JSON.stringify([[x, y, width, height].map(Math.round), paint, rotation, opacity, inner]);
}

interface FooterPart {
  role: 'slide-footer-text' | 'slide-count';
  block: MeasuredBox | MeasuredText;
}

/** Returns text and number of the running footer. */
export function footerParts(blocks: readonly Measured[]): FooterPart[] {
  return blocks.flatMap((block): FooterPart[] => {
    if (block.kind !== 'box' && block.kind !== 'text') return [];
    if (block.role === 'slide-footer-text' || block.role === 'slide-count') return [{ role: block.role, block }];
    return block.kind === 'box' && block.role === FOOTER ? footerParts(block.blocks) : [];
  });
}

/** Returns blocks without the running footer and the decorations, and what else is in the footer. */
export function contentBlocks(blocks: readonly Measured[]): Measured[] {
  const first = firstContent(blocks);
  return blocks.flatMap((block): Measured[] => {
    if (isFurniture(block)) return [];
    if (block.kind !== 'box') return [block];
    if (block.role === FOOTER) return contentBlocks(block.blocks);
    const title = titleIn(block);
    if (!title) return [block];
    return block === first ? [title] : [{ ...block, role: 'rule', blocks: groundsIn(block) }, title];
  });
}

function isFurniture({ role }: Measured): boolean {
  return role === 'decoration' || role === 'slide-footer-text' || role === 'slide-count';
}

/** A title that nothing is behind has its background and rules as all slides of its layout have them. */
function firstContent(blocks: readonly Measured[]): Measured | undefined {
  return blocks.find((block) => !isFurniture(block) && block.role !== FOOTER);
}

/** Returns the text of a title with a background or rules. */
function titleIn({ blocks, paint, role }: MeasuredBox): MeasuredText | undefined {
  if (paint && paint.fills.length > 0 && !/^h[1-6]$/.test(role)) return undefined;
  const [text, ...others] = blocks.filter((block) => !isGround(block));
  if (text?.kind !== 'text' || others.length > 0 || !/^h[1-6]$/.test(text.paragraphs[0]?.tag ?? '')) return undefined;
  return text;
}

function groundsIn({ blocks }: MeasuredBox): Measured[] {
  return blocks.filter(isGround);
}

function isGround(block: Measured): boolean {
  return block.kind === 'box' && block.blocks.length === 0;
}
