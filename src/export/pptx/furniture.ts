import type { Measured, MeasuredBox, MeasuredText } from '../../client/shapes/measured.ts';

/** Blocks that are on all slides of a layout. */
const FOOTER = 'slide-footer';

/** Returns what a theme puts on slides of a layout: shapes without text, and the rule of the running footer. */
export function decorationsOf(blocks: readonly Measured[]): MeasuredBox[] {
  return blocks.flatMap((block): MeasuredBox[] => {
    if (block.kind !== 'box') return [];
    if (block.role === 'decoration') return [block];
    return block.role === FOOTER && block.paint ? [{ ...block, role: 'decoration', blocks: [] }] : [];
  });
}

/** Returns a text that is the same for decorations that look the same. */
export function decorationKey({ box, paint, rotation, opacity, blocks }: MeasuredBox): string {
  const texts = blocks.map((block) => (block.kind === 'text' ? block.paragraphs.map(({ runs }) => runs) : []));
  const { x, y, width, height } = box;
  return JSON.stringify([[x, y, width, height].map(Math.round), paint, rotation, opacity, texts]);
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
  return blocks.flatMap((block): Measured[] => {
    if (block.role === 'decoration' || block.role === 'slide-footer-text' || block.role === 'slide-count') return [];
    if (block.kind !== 'box') return [block];
    return block.role === FOOTER ? contentBlocks(block.blocks) : besideRules(block);
  });
}

/** A title with a rule is a title, and a rule behind it. */
function besideRules(block: MeasuredBox): Measured[] {
  const [text, ...others] = block.blocks;
  const isHeading = text?.kind === 'text' && /^h[1-6]$/.test(text.paragraphs[0]?.tag ?? '');
  if (!isHeading || others.length > 0 || (block.paint && block.paint.fills.length > 0)) return [block];
  return [{ ...block, role: 'rule', blocks: [] }, text];
}
