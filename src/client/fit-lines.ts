const FITTED = 'fitted';

const BLOCKS = ':is(h1, h2, h3, .card-title, pre:not([data-component] *, [data-page=upright] *))';

/** The share of its size that code has, at least, so that no line wraps; and that of a title on one line. */
const [CODE, TITLE] = [0.8, 0.88];
/** The share that a heading with a long word has, at least: the word is broken if it is too long even then. */
const LEAST = 0.5;

/**
 * Sets titles smaller that are a little too long for one line, headings with a word that is wider than their place, and
 * code with a line that is a little too long.
 */
export function fitLines(slides: readonly HTMLElement[]): void {
  const blocks = slides.flatMap((slide) => [...slide.querySelectorAll<HTMLElement>(`:scope > .slide-body ${BLOCKS}`)]);
  for (const { dataset, style } of blocks) {
    if (dataset[FITTED] === undefined) continue;
    delete dataset[FITTED];
    style.fontSize = style.overflowWrap = '';
  }
  const words = blocks.map(shareOf);
  for (const { style } of blocks) style.whiteSpace = 'pre';
  const lines = blocks.map((block) => (isCode(block) ? roomForLines(block) : shareOf(block)));
  for (const { style } of blocks) style.whiteSpace = '';
  const sizes = blocks.map((block, index) => {
    const line = lines[index] ?? 1;
    const least = isCode(block) ? CODE : /H[12]/.test(block.tagName) ? TITLE : 1;
    const share = line < least ? (isCode(block) ? 1 : (words[index] ?? 1)) : line;
    const isFitted = share < 0.995 && share > 0 && block.style.fontSize === '';
    return isFitted ? [share, Number.parseFloat(getComputedStyle(block).fontSize)] : [];
  });
  blocks.forEach(({ dataset, style }, index) => {
    const [share = 1, size] = sizes[index] ?? [];
    if (size === undefined) return;
    dataset[FITTED] = '';
    style.setProperty('font-size', `${Math.floor(size * Math.max(LEAST, share) * 9.9) / 10}px`, 'important');
    if (share < LEAST) style.overflowWrap = 'anywhere';
  });
}

function isCode({ tagName }: HTMLElement): boolean {
  return tagName === 'PRE';
}

function shareOf({ clientWidth, scrollWidth }: HTMLElement): number {
  return clientWidth / scrollWidth;
}

/** Returns how wide a block of code is, as a share of what its longest line needs. */
export function roomForLines(block: HTMLElement): number {
  const { left, width } = block.getBoundingClientRect();
  const range = document.createRange();
  const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let end = 0;
  for (let word = words.nextNode(); word; word = words.nextNode()) {
    range.selectNodeContents(word);
    end = Math.max(end, ...[...range.getClientRects()].map(({ right }) => right));
  }
  const padding = (Number.parseFloat(getComputedStyle(block).paddingRight) * width) / block.offsetWidth;
  return width / (end - left + padding);
}
