const FITTED = 'fitted';

/** Lines to set smaller, and the least share of their size: words that are too long even then are broken. */
interface Lines {
  selector: string;
  least: number;
  /** Whether words are broken then, or stay as large as they were. */
  broken: boolean;
}

const HEADINGS: Lines = { selector: ':is(h1, h2, h3, .card-title)', least: 0.5, broken: true };
const CODE: Lines = { selector: 'pre:not([data-component] *, [data-page=upright] *)', least: 0.8, broken: false };

/** Sets headings with a word that is wider than their place smaller, and code with a line that is a little too long. */
export function fitLines(slides: readonly HTMLElement[]): void {
  const [headings, code] = [HEADINGS, CODE].map(({ selector }) =>
    slides.flatMap((slide) => [...slide.querySelectorAll<HTMLElement>(`:scope > .slide-body ${selector}`)]),
  );
  for (const { dataset, style } of [...(headings ?? []), ...(code ?? [])]) {
    if (dataset[FITTED] === undefined) continue;
    delete dataset[FITTED];
    style.fontSize = style.overflowWrap = '';
  }
  for (const { style } of code ?? []) style.whiteSpace = 'pre';
  const wordShares = (headings ?? []).map(({ clientWidth, scrollWidth }) => clientWidth / scrollWidth);
  const lineShares = (code ?? []).map((block) => roomForLines(block));
  for (const { style } of code ?? []) style.whiteSpace = '';
  setSmaller(headings ?? [], wordShares, HEADINGS);
  setSmaller(code ?? [], lineShares, CODE);
}

function setSmaller(blocks: readonly HTMLElement[], shares: readonly number[], { least, broken }: Lines): void {
  const sizes = blocks.map((block, index) => {
    const share = shares[index] ?? 1;
    const isFitted = share < 0.995 && share > 0 && (broken || share >= least) && block.style.fontSize === '';
    return isFitted ? Number.parseFloat(getComputedStyle(block).fontSize) : 0;
  });
  blocks.forEach(({ dataset, style }, index) => {
    const [size = 0, share = 1] = [sizes[index], shares[index]];
    if (size === 0) return;
    dataset[FITTED] = '';
    style.setProperty('font-size', `${Math.floor(size * Math.max(least, share) * 9.9) / 10}px`, 'important');
    if (share < least) style.overflowWrap = 'anywhere';
  });
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
