import { roomForLines } from './fit-lines.ts';

/** Layouts whose content has no size or place of its own. */
const GROWING = new Set(['default', 'split', 'compare', 'image-left', 'image-right', 'center']);

/** Arrangements that take the whole slide. */
const WHOLE = new Set(['statement', 'pictures', 'points']);

/** Shares of the body's height: content above the first is sparse, and grows up to the second. */
const SPARSE = 0.92;
const FULL = 0.99;

/** The property that says how much larger code can be. */
export const CODE_MOST = '--deck-code-most';
/** Content that grows on a side; images have their sizes already. */
const WORDS = ':not(.media)';

/** Content at the end of a slide. */
const FOOT = ':is(.footnotes, .source)';

/** Elements with sizes and places that are not the author's, such as the filler in empty cells of printed documents. */
const BY_LECTERN =
  '.math,.inline-math,.filler,.portrait,[data-fitted],svg,:is(.slide-body,.slot)>.media,[data-component]';

/** A slide whose content may grow. */
export interface Sparse {
  slide: HTMLElement;
  body: HTMLElement;
  /** Content below the heading. */
  parts: HTMLElement[];
  /** The share of the body that footnotes and sources have at its end. */
  foot: number;
  /** Heights of code, which must not wrap. */
  lines: Map<HTMLElement, number>;
  /** Heights of the words in cells of tables; those of one line must not wrap where all are. */
  cells: Map<HTMLElement, number>;
}

/** Returns what is measured of a slide before it grows; `undefined` where it does not. */
export function sparseSlide(slide: HTMLElement): Sparse | undefined {
  const { layout = '', composed = '', grow } = slide.dataset;
  const body = slide.querySelector<HTMLElement>(':scope > .slide-body');
  if (!body || grow === 'false' || !GROWING.has(layout) || WHOLE.has(composed)) return undefined;
  // Authors who put an image behind words place the words themselves.
  if (slide.querySelector(':scope > :is(img, video, .backdrop-page)')) return undefined;
  const parts = [...body.querySelectorAll<HTMLElement>(':scope > *')].filter(isPart);
  const ends = [...body.querySelectorAll<HTMLElement>(`:scope > ${FOOT}`)];
  const foot = ends.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0) / body.clientHeight;
  const item: Sparse = { slide, body, parts, foot, lines: new Map(), cells: new Map() };
  if (parts.length === 0 || filled(item, growingIn(slide)) > SPARSE || isByHand(body)) return undefined;
  for (const block of body.querySelectorAll<HTMLElement>('pre')) item.lines.set(block, block.offsetHeight);
  if (item.lines.size > 0) slide.style.setProperty(CODE_MOST, String(mostOfCode([...item.lines.keys()])));
  for (const cell of body.querySelectorAll<HTMLElement>('td, th')) item.cells.set(cell, heightOfWords(cell));
  return item;
}

/** Returns how much larger code can be shown until its longest line wraps. */
function mostOfCode(blocks: readonly HTMLElement[]): number {
  return Math.max(1, Math.floor(Math.min(...blocks.map((block) => roomForLines(block))) * 20) / 20);
}

/** Returns what takes part on sides; where they are below each other, words would take the room of images. */
function growingIn(slide: HTMLElement): string {
  return isUpright(slide) ? '*' : WORDS;
}

/** Tells whether a slide is higher than wide. */
export function isUpright({ dataset }: HTMLElement): boolean {
  return dataset['page'] === 'upright';
}

/** Tells whether an author's HTML says where something is, or how large it is. */
function isByHand(body: HTMLElement): boolean {
  const placed = ['position', 'top:', 'margin', 'transform', 'font-size', 'zoom'].map((name) => `[style*='${name}']`);
  const sized = [...placed, 'img[width]', "img[style*='width']"].join();
  return [...body.querySelectorAll(sized)].some((element) => !element.closest(BY_LECTERN));
}

/** Tells whether an element is content below the heading. */
function isPart(child: HTMLElement, index: number): boolean {
  return !(index === 0 && /^H[1-3]$/.test(child.tagName)) && !child.matches(FOOT) && child.offsetHeight > 0;
}

/**
 * Returns the share of the height of the body that content takes, down to its end.
 *
 * @param counted - blocks on sides that count.
 */
export function filled({ body, parts, foot }: Sparse, counted = '*'): number {
  const { top, height } = body.getBoundingClientRect();
  // Sides are as high as the slide, so their own boxes say nothing.
  const blocks = parts.flatMap((part) =>
    part.matches('.slots') ? [...part.querySelectorAll(`:scope > .slot > ${counted}`)] : [part],
  );
  const ends = blocks.map(bottomOf);
  return (Math.max(...ends) - top) / (height * (1 - foot));
}

/** Returns where a block ends in px of the page; WebKit says it in px of the block, however much that is enlarged. */
function bottomOf(block: Element): number {
  const zoom = 'currentCSSZoom' in block ? 1 : Number(getComputedStyle(block).zoom);
  return block.getBoundingClientRect().bottom * zoom;
}

function heightOfWords(cell: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return range.getBoundingClientRect().height;
}

/** Tells whether a formula is clear of its number. */
function isClear(number: HTMLElement): boolean {
  const { left, right, width } = number.getBoundingClientRect();
  const parts = number.parentElement?.querySelectorAll(':scope > .katex-base') ?? [];
  return [...parts].every((part) => {
    const formula = part.getBoundingClientRect();
    return formula.right + width / 2 < left || formula.left - width / 2 > right;
  });
}

/** Tells whether content has its room at the size that it is shown in, and no line of code became two, nor did the lines of a table that had none. */
export function suits(item: Sparse): boolean {
  const { body, lines, cells } = item;
  const boxes = [
    body,
    ...body.querySelectorAll<HTMLElement>('.column, .slot, .cell, .of-lines > li, [data-component] > li > *'),
  ];
  if (filled(item, growingIn(item.slide)) > FULL || boxes.some((box) => box.scrollWidth > box.clientWidth + 1))
    return false;
  if (![...body.querySelectorAll<HTMLElement>('.katex-tag')].every(isClear)) return false;
  // Words are shown at most 1.4 times as large; another line is more than that. Where some cells have two lines, all may,
  // and so may all on upright pages, whose lines are short.
  const most = Math.max(...cells.values()) * (isUpright(item.slide) ? 1.7 : 1);
  return (
    [...lines].every(([block, height]) => block.offsetHeight <= height + 1) &&
    [...cells.keys()].every((cell) => heightOfWords(cell) <= most * 1.6)
  );
}
