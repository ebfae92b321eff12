import { fitLines } from './fit-lines.ts';
import { growSlides, resetGrowth } from './grow-slides.ts';

/** How much one slide was scaled down. */
export interface FitResult {
  /** Index among the slides given. */
  index: number;
  /** Scale factor; 1 where the content fits as it is. */
  factor: number;
  /** The content does not fit at the floor: it is scaled down further, until all of it is seen. */
  overflows: boolean;
  /** px that are missing at full size, down and across. */
  tall: number;
  wide: number;
}

const FIT = '--deck-fit';
/** Code and tables can be read when they are smaller; the heading keeps its size. */
const PARTS = '--deck-parts-fit';

type Item = ReturnType<typeof atFullSize>;

/** Shows a slide at its full size, and returns what is known of it then. */
function atFullSize(slide: HTMLElement, index: number) {
  const body = slide.querySelector<HTMLElement>(':scope > .slide-body') ?? slide;
  resetGrowth(slide);
  for (const name of [FIT, PARTS, '--picture-room'])
    if (slide.style.getPropertyValue(name)) slide.style.removeProperty(name);
  const boxes = [body, ...body.querySelectorAll('.column, .slot, .cell, .layer-content')];
  // In hundredths: at `fits` the content is hoped to fit, at `over` it is known not to.
  // In tall fonts the boxes of letters reach out of the last line by some px, which no scale changes.
  const slack = Math.max(1, slide.clientHeight * 0.012);
  return { slide, boxes, slack, index, fits: 100, over: 100, tall: 0, wide: 0 };
}

/** Returns the room of a slide as a share of what its content needs. */
function room({ boxes, slack }: Item): number {
  return Math.min(
    ...boxes.map((box) => box.clientWidth / (box.scrollWidth - 1)),
    ...boxes.map((box) => box.clientHeight / (box.scrollHeight - slack)),
  );
}

/**
 * Scales down the content of each slide that is taller or wider than its slide, just enough, in steps of 0.01. Content
 * that does not fit at `floor` overflows; it is scaled down further, since nothing may be cut off unseen, unless
 * `floor` is 1, which only measures. Images between words give way first, then code and tables. All slides are measured
 * together: a handful of layouts for the deck.
 */
export function fitSlides(slides: Iterable<HTMLElement>, floor: number): FitResult[] {
  // Other pictures take the height that is left by themselves.
  const FLEXIBLE = ':is(.slide-body, .column, .cell, .slot, .only, .steps, .layer-content) > .media';
  const least = Math.round(floor * 100);
  const all = [...slides].map(atFullSize);
  const search = (items: Item[], name = FIT, unit = ''): void => {
    for (let open = items; open.length > 0; open = open.filter(({ fits, over }) => over - fits > 1)) {
      const tried = open.map(({ fits, over }) => Math.floor((fits + over) / 2));
      open.forEach(({ slide }, index) => slide.style.setProperty(name, `${(tried[index] ?? 0) / 100}${unit}`));
      const rooms = open.map(room);
      open.forEach((item, index) => {
        item[(rooms[index] ?? 0) < 1 ? 'over' : 'fits'] = tried[index] ?? least;
      });
    }
    for (const { slide, fits } of items) slide.style.setProperty(name, `${fits / 100}${unit}`);
  };
  fitLines(all.map(({ slide }) => slide));
  const rooms = all.map(room);
  let tight = all.filter((_, index) => (rooms[index] ?? 1) < 1);
  // Large letters with little leading reach out of their last line by more, and take nothing from anyone.
  for (const item of tight) {
    const last = item.boxes[0]?.lastElementChild;
    if (last) item.slack = Math.max(item.slack, 0.16 * Number.parseFloat(getComputedStyle(last).fontSize));
  }
  tight = tight.filter((item) => room(item) < 1);
  const between = tight.filter(({ slide }) => slide.querySelector(`.slide-body img:not(${FLEXIBLE} *, .media-card *)`));
  const shares = between.map((item) => ({ ...item, fits: 14, over: 66 }));
  search(shares, '--picture-room', ' * var(--deck-height)');
  if (between.length > 0) tight = tight.filter((item) => (rooms[item.index] = room(item)) < 1);
  const parts = least < 100 ? tight.filter(({ slide }) => slide.querySelector('.slide-body :is(pre, table)')) : [];
  search(
    parts.map((item) => ({ ...item, fits: 64 })),
    PARTS,
  );
  const given = new Set(parts.filter((item) => room(item) >= 1));
  for (const item of parts) if (!given.has(item)) item.slide.style.removeProperty(PARTS);
  tight = tight.filter((item) => !given.has(item));
  for (const item of tight) {
    // Smaller content has longer lines, so it needs less than its share of the height: this share will do.
    item.fits = Math.max(least, Math.floor((rooms[item.index] ?? 0) * 100) - 1);
    item.tall = Math.max(...item.boxes.map((box) => box.scrollHeight - box.clientHeight));
    item.wide = Math.max(...item.boxes.map((box) => box.scrollWidth - box.clientWidth));
  }
  search(tight);
  // Where it did not do after all, the rest of the range is searched.
  const wrong = tight.filter((item) => item.fits > least && room(item) < 1);
  search(wrong.map((item) => Object.assign(item, { over: item.fits, fits: least })));
  const tooFull = tight.filter((item) => item.fits === least && room(item) < 1);
  const full = new Set(tooFull.map(({ index }) => index));
  // Down to a twenty-fifth.
  if (least < 100) search(tooFull.map((item) => Object.assign(item, { over: least, fits: 4 })));
  // What grows with its slide does not get smaller by any scale.
  for (const item of tooFull) if (room(item) < 1) item.slide.style.setProperty(FIT, `${(item.fits = least) / 100}`);
  // A floor of 1 only asks whether content fits.
  if (least < 100)
    growSlides(
      all
        .filter((item) => !given.has(item) && !tight.includes(item) && !between.includes(item))
        .map(({ slide }) => slide),
    );
  return all.map(({ index, fits, tall, wide }) => {
    return { index, factor: fits / 100, overflows: full.has(index), tall, wide };
  });
}

/**
 * Waits for all fonts, which are inside the document, and until they are laid out: what is measured with others is measured
 * wrong.
 */
export function loadFonts(): Promise<unknown> {
  return Promise.allSettled([...document.fonts].map((font) => font.load())).then(() => document.fonts.ready);
}
