import { CODE_MOST, filled, isUpright, sparseSlide, suits, type Sparse } from './sparse-slides.ts';

/**
 * How large the content of a sparse slide is shown, and how much room its parts have between them: the scale of text, which
 * other kinds follow from in the style sheet, and the room between items, rows and blocks from 0 (as it is) to 1.
 */
type Growth = readonly [grow: number, air: number];

/**
 * From the most to the least: few, so that slides of one kind look alike. Those without room are for code that has the
 * slide for itself, which is as large as it fits.
 */
const LADDER: readonly (Growth | readonly [grow: number])[] = [
  [1.4, 1],
  [1.4, 0.4],
  [1.3, 0.3],
  [1.2, 0.2],
  [1.17],
  [1.15, 0.1],
  [1.12],
  [1.1, 0],
  [1.075],
  [1.05, 0],
  [1.035],
  [1.02],
];

/** The share of the free height that is above content, and the share of a slide from which on it is moved at all. */
const [OPTICAL, NOTABLE] = [0.46, 0.1];

/** Content that takes the height that is left instead of moving down. */
const FILLING = '.matrix,[style*=kpi-rows],.slide:not([data-page=upright]) .panels';

/** Steps in which content moves down, in shares of the slide's height. */
const STRIDE = 0.04;

/** Lists that become rows with lines between them, which share the height left below a heading or words, and those rows. */
const LISTS =
  '.slide[data-grown][data-layout=default] :is(ul,ol):has(>:nth-child(2)):not(:not(h1,h2,h3,p)+*,[class]:not(.contains-task-list),:has(ul,ol,pre,table,blockquote))';
const ROWS = '[data-rows]';

const [GROW, AIR, DROP] = ['--deck-grow', '--deck-air', '--deck-drop'] as const;

/** Takes away what `growSlides` has set. */
export function resetGrowth(slide: HTMLElement): void {
  delete slide.dataset['grown'];
  delete slide.querySelector<HTMLElement>(ROWS)?.dataset['rows'];
  for (const name of [GROW, AIR, DROP, CODE_MOST])
    if (slide.style.getPropertyValue(name)) slide.style.removeProperty(name);
}

/**
 * Lets the content of sparse slides grow, and moves what is still small towards the middle. Headings keep their size and
 * place. All slides are measured together: a layout for each rung of the ladder.
 *
 * @param slides - those that fit at full size.
 */
export function growSlides(slides: readonly HTMLElement[]): void {
  const sparse = slides.flatMap((slide) => sparseSlide(slide) ?? []);
  const grown = new Map<Sparse, Growth>();
  let open = sparse;
  for (const [grow, air] of LADDER) {
    const tried = air === undefined ? open.filter(isCode) : open;
    for (const { slide } of tried) apply(slide, [grow, air ?? 0]);
    for (const item of tried.filter(suits)) grown.set(item, [grow, air ?? 0]);
    open = open.filter((item) => !grown.has(item));
  }
  for (const { slide } of open) resetGrowth(slide);
  airTables(
    sparse.filter(({ cells }) => cells.size > 0),
    grown,
  );
  for (const { parts } of sparse) {
    const list = parts.at(-1);
    if (parts.length < 3 && list?.matches(LISTS)) list.dataset['rows'] = '';
  }
  const drops = sparse.map((item) => dropOf(item));
  sparse.forEach(({ slide, parts }, index) => {
    const drop = drops[index] ?? 0;
    if (parts.at(-1)?.matches(FILLING)) slide.dataset['grown'] = 'filled';
    else if (drop === 0) return;
    else slide.dataset['grown'] = '';
    slide.style.setProperty(DROP, `${drop.toFixed(2)} * var(--deck-height)`);
  });
}

function isCode({ parts, lines }: Sparse): boolean {
  return parts.length === 1 && lines.size > 0;
}

/** Gives rows of tables the room that is left where their columns have no more. */
function airTables(tables: readonly Sparse[], grown: ReadonlyMap<Sparse, Growth>): void {
  for (const item of tables) apply(item.slide, [grown.get(item)?.[0] ?? 1, 1]);
  for (const item of tables.filter((one) => !suits(one))) {
    const growth = grown.get(item);
    if (growth) apply(item.slide, growth);
    else resetGrowth(item.slide);
  }
}

function apply(slide: HTMLElement, [grow, air]: Growth): void {
  slide.dataset['grown'] = '';
  slide.style.setProperty(GROW, String(grow));
  slide.style.setProperty(AIR, String(air));
}

/**
 * Returns how far content moves down, as a share of the height of the slide, so that it is a little above the
 * middle.
 */
function dropOf(item: Sparse): number {
  const { slide, body } = item;
  if (body.querySelector(ROWS)) return 0;
  const share = (body.clientHeight * (1 - item.foot)) / slide.clientHeight;
  const free = (1 - filled(item)) * share;
  // Upright pages are read from the top.
  const above = isUpright(slide) ? 0.36 : OPTICAL;
  return free < NOTABLE ? 0 : Math.floor((free * above) / STRIDE) * STRIDE;
}
