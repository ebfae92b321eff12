/** A scale of figures: what it begins and ends with, and where it has marks. */
export interface FigureScale {
  domain: [least: number, most: number];
  ticks: number[];
}

export interface ScaleOptions {
  /** Begins or ends at 0, unless the author chose otherwise. */
  zero?: boolean | undefined;
  /** Figures are whole, and so are marks. */
  whole?: boolean | undefined;
  /** Ends at marks. @default true */
  nice?: boolean | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** Number of marks that there is room for. */
  count?: number | undefined;
}

/** Makes a scale for figures between two, with round marks. */
export function figureScale([first, last]: readonly [number, number], options: ScaleOptions = {}): FigureScale {
  const { zero = false, whole = false, nice = true, min, max, count = 5 } = options;
  let least = min ?? (zero ? Math.min(first, 0) : first);
  let most = max ?? (zero ? Math.max(last, 0) : last);
  if (!(most > least)) {
    const room = Math.abs(least) / 2 || 1;
    if (max !== undefined && min === undefined) least = most - room;
    else most = least + room;
    if (!zero && min === undefined && max === undefined) least -= room;
  }
  const step = roundStep((most - least) / Math.max(1, count), whole);
  if (nice && min === undefined) least = Math.floor(least / step + 1e-9) * step;
  if (nice && max === undefined) most = Math.ceil(most / step - 1e-9) * step;
  const ticks: number[] = [];
  for (let index = Math.ceil(least / step - 1e-9); index * step <= most + step * 1e-9; index += 1) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return { domain: [Number(least.toPrecision(12)), Number(most.toPrecision(12))], ticks };
}

/** Returns the round step next to one: 1, 2, 2.5 or 5 and their multiples by ten. */
function roundStep(step: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const round = [1, 2, 2.5, 5, 10].map((factor) => factor * power);
  const fine = round.filter((one) => !whole || Number.isInteger(Number(one.toPrecision(9))));
  const next = fine.find((one) => one >= step * 0.9) ?? power * 10;
  return whole ? Math.max(1, next) : next;
}

/** Returns where a figure is between two ends, in px from the first. A scale may go down. */
export function along({ domain: [from, to] }: FigureScale, length: number, value: number): number {
  const inside = Math.min(Math.max(value, Math.min(from, to)), Math.max(from, to));
  return ((inside - from) / (to - from)) * length;
}

/** Turns a scale around, for languages that read from right to left. */
export function turned({ domain: [from, to], ticks }: FigureScale): FigureScale {
  return { domain: [to, from], ticks };
}
