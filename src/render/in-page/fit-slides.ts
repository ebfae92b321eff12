/** How much one slide was scaled down. */
export interface FitResult {
  /** Index among the slides given. */
  index: number;
  /** Scale factor; 1 where the content fits as it is. */
  factor: number;
  /** The content does not fit even so. */
  overflows: boolean;
}

/**
 * Scales down the content of each slide that is taller or wider than its slide, just enough, in steps of 0.01 and never
 * below `floor`. Runs inside a page, in the deck as well as in the printer, so it uses nothing but its arguments. All
 * slides are measured together: a handful of layouts for the whole deck.
 */
export function fitSlides(slides: Iterable<HTMLElement>, floor: number): FitResult[] {
  const FIT = '--deck-fit';
  const all = [...slides].map((slide, index) => {
    const body = slide.querySelector<HTMLElement>(':scope > .slide-body') ?? slide;
    slide.style.removeProperty(FIT);
    // In hundredths: `fits` is known or hoped to fit, `over` is known not to.
    const boxes = [body, ...body.querySelectorAll('.column')];
    return { slide, boxes, index, fits: Math.round(floor * 100), over: 100 };
  });
  const overflows = ({ boxes }: { boxes: Element[] }): boolean =>
    boxes.some((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1);
  const full = all.map(overflows);
  const tight = all.filter((_, index) => full[index]);
  for (let open = tight; open.length > 0; open = open.filter(({ fits, over }) => over - fits > 1)) {
    for (const item of open) item.slide.style.setProperty(FIT, String(Math.floor((item.fits + item.over) / 2) / 100));
    const still = open.map(overflows);
    open.forEach((item, index) => {
      const tried = Math.floor((item.fits + item.over) / 2);
      if (still[index]) item.over = tried;
      else item.fits = tried;
    });
  }
  for (const { slide, fits } of tight) slide.style.setProperty(FIT, String(fits / 100));
  const results = all.map(({ index }) => ({ index, factor: 1, overflows: false }));
  for (const item of tight)
    results[item.index] = { index: item.index, factor: item.fits / 100, overflows: overflows(item) };
  return results;
}
