import type { Element, ElementContent } from 'hast';
import { hasClass, isHeading } from '../html/elements.ts';
import type { Severity } from '../model/check-settings.ts';
import type { Slide } from '../model/deck.ts';
import type { Layout } from '../model/layouts.ts';
import type { FitResult } from '../client/fit-slides.ts';

/** Smallest scale: content that needs a smaller one does not fit on a slide. */
export const FIT_FLOOR = 0.5;

/** Smallest scale at which text stays legible from the last row: 28 px become 21. */
export const LEGIBLE = 0.75;

/** Scales above this one go unnoticed. */
const NOTICEABLE = 0.95;

/** Layouts whose words are larger than others. */
const LARGE: ReadonlySet<Layout> = new Set(['cover', 'section', 'statement', 'end']);

export interface FitVerdict {
  severity: Severity;
  reason: string;
}

/**
 * Returns the message for a slide that was scaled down, with advice; `undefined` where none is needed.
 *
 * @param legible - what may be scaled down to in silence where the author wants it.
 */
export function fitVerdict(slide: Slide, fit: FitResult, legible: number = LEGIBLE): FitVerdict | undefined {
  const { factor, overflows } = fit;
  const much = isWide(fit) ? `${fit.wide} px too wide` : `${fit.tall} px too tall`;
  const isMeant = slide.settings.fit || slide.settings.paginate;
  const isLarge = LARGE.has(slide.settings.layout);
  if (overflows) {
    const reason = `Content is ${much} and does not fit even at ${percent(FIT_FLOOR)}; it is shown at ${percent(factor)}: ${remedy(slide, fit)}; to accept it, write {check-off=overflow} after the heading`;
    return { severity: 'error', reason };
  }
  if (factor >= NOTICEABLE || ((isMeant || isLarge) && factor >= legible)) return undefined;
  const scaled = `Content is ${much} and was scaled to ${factor.toFixed(2)} of its size`;
  if (!isMeant) return { severity: 'warning', reason: `${scaled}; ${remedy(slide, fit, '{fit}')}` };
  return {
    severity: 'warning',
    reason: `${scaled}, which is too small to read (below ${legible}); ${remedy(slide, fit)}`,
  };
}

function isWide({ tall, wide }: FitResult): boolean {
  return wide > tall;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Tells what makes such content fit. */
function remedy({ content, settings }: Slide, fit: FitResult, mayFit = ''): string {
  const wide = isWide(fit);
  const blocks = content.filter(
    (node, index): node is Element => node.type === 'element' && !(index === 0 && isHeading(node)),
  );
  const kinds = new Set(blocks.map(kindOf));
  const [only] = kinds;
  const what = kinds.size === 1 ? only : undefined;
  const parts = blocks.reduce((sum, block) => sum + partsOf(block), 0);
  const isSplittable = !wide && !settings.paginate && what !== 'picture' && what !== 'columns' && parts > 1;
  const marks = [...(isSplittable ? ['{paginate}'] : []), ...(mayFit ? [mayFit] : [])].join(' or ');
  const change = wide
    ? NARROWER[what ?? 'text']
    : settings.paginate
      ? 'shorten the part that cannot be split'
      : SHORTER[what ?? 'text'];
  return marks ? `${change}, or write ${marks} after its heading` : change;
}

type Kind = 'text' | 'picture' | 'table' | 'code' | 'columns';

const NARROWER: Record<Kind, string> = {
  text: 'make it narrower',
  picture: 'set a smaller width={…}',
  table: 'leave out columns, or shorten their content',
  code: 'break its longest lines',
  columns: 'make the content of the columns narrower',
};

const SHORTER: Record<Kind, string> = {
  text: 'shorten or split the slide',
  picture: 'set a smaller height={…}, or split the slide',
  table: 'shorten or split the table',
  code: 'shorten or split the code',
  columns: 'shorten the longest column, or split the slide',
};

function kindOf(block: Element): Kind {
  if (block.tagName === 'table') return 'table';
  if (block.tagName === 'pre' || hasClass(block, 'code-block')) return 'code';
  if (hasClass(block, 'columns') || hasClass(block, 'slots') || hasClass(block, 'grid')) return 'columns';
  return holdsPicturesOnly(block) ? 'picture' : 'text';
}

const PICTURES = new Set(['img', 'svg', 'video']);

function holdsPicturesOnly(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type !== 'element' || PICTURES.has(node.tagName)) return true;
  return node.children.length > 0 && node.tagName !== 'figcaption' && node.children.every(holdsPicturesOnly);
}

const LISTS = new Set(['ul', 'ol', 'dl', 'tbody', 'blockquote']);

/** Counts what {paginate} may part. */
function partsOf(block: Element): number {
  if (block.tagName === 'pre' || hasClass(block, 'code-block')) return 2;
  const inner = block.children.filter((child) => child.type === 'element');
  if (block.tagName === 'table')
    return inner.reduce((sum, child) => sum + (child.tagName === 'tbody' ? partsOf(child) : 0), 0);
  return LISTS.has(block.tagName) ? inner.length : 1;
}
