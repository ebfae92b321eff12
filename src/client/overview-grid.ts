/**
 * Returns the grid of the overview: all slides at once where they are large enough to be recognized, otherwise rows to
 * scroll through.
 */
export function overviewGrid(
  width: number,
  height: number,
  count: number,
  ratio: number,
): { columns: number; width: number } {
  const [gap, title, least, largest] = [16, 30, 160, 420];
  const wide = (columns: number): number => (width - gap * (columns - 1)) / columns;
  for (let columns = 1; wide(columns) >= least; columns += 1) {
    const one = Math.min(largest, wide(columns));
    if (Math.ceil(count / columns) * (one * ratio + title) <= height) return { columns, width: one };
  }
  const columns = Math.max(1, Math.min(count, Math.floor((width + gap) / ((width < 900 ? least : 220) + gap))));
  return { columns, width: wide(columns) };
}

/** Returns the index that a key moves the mark to; `undefined` where the key has no meaning. */
export function markAfter(
  key: string,
  at: number,
  { count, columns, rows, rtl }: { count: number; columns: number; rows: number; rtl: boolean },
): number | undefined {
  const within = (to: number): number => Math.max(0, Math.min(count - 1, to));
  const moves: Record<string, number> = {
    ArrowRight: within(at + (rtl ? -1 : 1)),
    ArrowLeft: within(at + (rtl ? 1 : -1)),
    ArrowDown:
      at + columns < count
        ? at + columns
        : Math.floor(at / columns) < Math.floor((count - 1) / columns)
          ? count - 1
          : at,
    ArrowUp: at - columns >= 0 ? at - columns : at,
    PageDown: within(at + columns * rows),
    PageUp: within(at - columns * rows),
    Home: 0,
    End: count - 1,
    n: within(at + 1),
    p: within(at - 1),
  };
  return moves[key];
}

/** Returns how many rows a page key skips: the last visible row stays in view. */
export function rowsInView(room: number, slide: number): number {
  return Math.max(1, Math.floor(room / (slide + 30)) - 1);
}
