import type { Plan } from './plan.ts';
import { token } from '../palette.ts';

const tokens = [1, 2, 3, 4, 5, 6].map((number) => token(`chart${number}`));

/** Colours of series. More than tokens have the same colours again, nearer to those of text. */
export const SERIES: readonly string[] = [
  ...tokens,
  ...tokens.map((colour) => `color-mix(in oklab, ${colour} 50%, ${token('text')})`),
];

/** The colour of marks that are not highlighted. */
export const MUTED: string = `color-mix(in oklab, ${token('muted')} 45%, ${token('ground')})`;

const first = SERIES[0] ?? '';

/** Returns the colour of a series by its place, from `0`. */
export function seriesColour({ highlight: { series } }: Plan, place: number): string {
  if (series.size === 0) return SERIES[place % SERIES.length] ?? first;
  const rank = [...series].indexOf(place);
  return rank < 0 ? MUTED : (SERIES[rank % SERIES.length] ?? first);
}

/** Returns the colour of a mark: that of its series, unless other rows are highlighted. */
export function markColour(plan: Plan, place: number, row: number): string {
  const { rows } = plan.highlight;
  const colour = seriesColour(plan, place);
  if (rows.size === 0 || rows.has(row)) return colour;
  return plan.series.length > 1 ? `color-mix(in oklab, ${colour} 32%, ${token('ground')})` : MUTED;
}

/** Returns black or white, whichever is legible on a colour. */
export function inkOn(colour: string): string {
  return `oklch(from ${colour} clamp(0, (0.64 - l) * 1000, 1) 0 0)`;
}
