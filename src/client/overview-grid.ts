/** Slides of a section, which begin a row of their own. */
export interface TableSection {
  /** Empty where slides come before the first section, or there are none. */
  title: string;
  /** How many slides it has. */
  count: number;
}

/** Heights of what is around slides, in px; what stylesheets say of it is in `overview.css`. */
const [GAP, CAPTION, HEAD] = [16, 30, 38];

/**
 * Divides slides into the sections that have rows of their own: none where most sections are a slide each, which would make
 * a list of a table.
 */
export function tableSections(titles: readonly string[]): TableSection[] {
  const sections: TableSection[] = [];
  for (const title of titles) {
    const last = sections.at(-1);
    if (last && last.title === title) last.count += 1;
    else sections.push({ title, count: 1 });
  }
  const rows = sections.length > 1 && titles.length >= 2 * sections.length;
  return rows ? sections : [{ title: '', count: titles.length }];
}

/**
 * Returns the grid of the overview: all slides at once where they are large enough to be recognized, otherwise rows to
 * scroll through.
 */
export function overviewGrid(
  width: number,
  height: number,
  sections: readonly TableSection[],
  ratio: number,
): { columns: number; width: number } {
  // Slides of any shape are recognized from so many px.
  const [least, largest] = [Math.sqrt(12_600 / ratio), 420];
  const most = Math.max(...sections.map(({ count }) => count));
  const heads = HEAD * sections.filter(({ title }) => title).length;
  const wide = (columns: number): number => Math.min(largest, (width - GAP * (columns - 1)) / columns);
  let best = { columns: 1, width: 0 };
  for (let columns = 1; columns <= most && wide(columns) >= least; columns += 1) {
    const rows = sections.reduce((sum, { count }) => sum + Math.ceil(count / columns), 0);
    const fits = Math.min(wide(columns), ((height - heads) / rows - CAPTION) / ratio);
    if (fits > best.width) best = { columns, width: fits };
  }
  if (best.width >= least) return best;
  // A section in one row, where its slides stay large enough; otherwise slides of a good size.
  const good = Math.floor((width + GAP) / ((width < 900 ? least : 220) + GAP));
  const columns = Math.max(1, most > good && wide(most) >= 180 ? most : good);
  return { columns, width: wide(columns) };
}

/** Where things lie in the grid, by its lines. */
export interface TablePlaces {
  /** Heights of the rows. */
  rows: string;
  /** The row of each section's title. */
  heads: number[];
  /** Row and column of each slide; its caption is a row below. */
  slides: [row: number, column: number][];
}

/** Places sections and their slides in a grid of so many columns, with slides so many px high. */
export function tablePlaces(sections: readonly TableSection[], columns: number, height: number): TablePlaces {
  const rows: string[] = [];
  const [heads, slides]: [number[], TablePlaces['slides']] = [[], []];
  for (const { title, count } of sections) {
    heads.push(rows.length + 1);
    if (title) rows.push(`${HEAD}px`);
    for (let at = 0; at < count; at += 1) {
      if (at % columns === 0) rows.push(`${height}px`, `${CAPTION}px`);
      slides.push([rows.length - 1, (at % columns) + 1]);
    }
  }
  return { rows: rows.join(' '), heads, slides };
}
