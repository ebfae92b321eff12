/** The smallest share of its size that a heading is set in; words that are too long even then are broken. */
const LEAST = 0.5;
const FITTED = 'fitted';

/** Sets headings with a word that is wider than their place smaller, so that no word is broken. */
export function fitHeadings(slides: readonly HTMLElement[]): void {
  const headings = slides.flatMap((slide) => [
    ...slide.querySelectorAll<HTMLElement>(':scope > .slide-body :is(h1, h2, h3, .card-title)'),
  ]);
  for (const { dataset, style } of headings) {
    if (dataset[FITTED] === undefined) continue;
    delete dataset[FITTED];
    style.fontSize = style.overflowWrap = '';
  }
  const shares = headings.map(({ clientWidth, scrollWidth }) => clientWidth / scrollWidth);
  const sizes = headings.map((heading, index) =>
    (shares[index] ?? 1) < 0.995 && heading.style.fontSize === ''
      ? Number.parseFloat(getComputedStyle(heading).fontSize)
      : 0,
  );
  headings.forEach(({ dataset, style }, index) => {
    const [size = 0, share = 1] = [sizes[index], shares[index]];
    if (size === 0 || share === 0) return;
    dataset[FITTED] = '';
    style.setProperty('font-size', `${Math.floor(size * Math.max(LEAST, share) * 0.99)}px`, 'important');
    if (share < LEAST) style.overflowWrap = 'anywhere';
  });
}
