import type { GradientStop } from '../../client/shapes/measured.ts';

/** How far two opacities may be apart before anybody sees it. */
const SLIGHT = 0.06;
/** The same for one of the three parts of a colour, from 0 to 255. */
const NEAR = 8;

interface Step {
  at: number;
  /** From 0 to 1. */
  alpha: number;
}

/**
 * Returns a gradient with as few stops as look the same: one colour that becomes less transparent along the way. Few stops
 * are easier to change, and LibreOffice shows no more than two that differ, and one of them again.
 */
export function fewerStops(stops: readonly GradientStop[]): readonly GradientStop[] {
  const sorted = stops.toSorted((one, other) => one.at - other.at);
  const colour = commonColour(sorted);
  if (sorted.length < 3 || colour === undefined) return sorted;
  const steps = sorted.map(({ at, colour: hex }): Step => ({ at, alpha: alphaOf(hex) }));
  if (steps.every(({ alpha }) => alpha === steps[0]?.alpha)) return sorted;
  const best = candidates(steps).find((few) =>
    steps.every(({ at, alpha }) => Math.abs(alphaAt(few, at) - alpha) <= SLIGHT),
  );
  return best ? best.map(({ at, alpha }) => ({ at, colour: `${colour}${hexOf(alpha)}` })) : sorted;
}

/** Returns the gradients to try: even from end to end, and even from one end to a stop. */
function candidates(steps: readonly Step[]): Step[][] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return [];
  const inner = steps.slice(1, -1);
  return [
    [first, last],
    ...inner.flatMap(({ at }): Step[][] => {
      const end = middleOf(steps.filter((step) => step.at >= at));
      const start = middleOf(steps.filter((step) => step.at <= at));
      return [
        [first, { at, alpha: end }, { ...last, alpha: end }],
        [{ ...first, alpha: start }, { at, alpha: start }, last],
      ];
    }),
  ];
}

function middleOf(steps: readonly Step[]): number {
  const alphas = steps.map(({ alpha }) => alpha);
  return (Math.min(...alphas) + Math.max(...alphas)) / 2;
}

function alphaAt(steps: readonly Step[], at: number): number {
  const next = steps.findIndex((step) => step.at >= at);
  const [before, after] = [steps[Math.max(0, next - 1)], steps[next === -1 ? steps.length - 1 : next]];
  if (!before || !after) return 0;
  if (after.at <= before.at) return after.alpha;
  return before.alpha + ((after.alpha - before.alpha) * (at - before.at)) / (after.at - before.at);
}

/** Returns the colour that all stops have, where they have one: that of the most opaque. */
function commonColour(stops: readonly GradientStop[]): string | undefined {
  const seen = stops
    .filter(({ colour }) => alphaOf(colour) > 0)
    .toSorted((one, other) => alphaOf(other.colour) - alphaOf(one.colour));
  const [most] = seen;
  if (!most) return undefined;
  const isLike = ({ colour }: GradientStop): boolean =>
    partsOf(colour).every((part, index) => Math.abs(part - (partsOf(most.colour)[index] ?? 0)) <= NEAR);
  return seen.every(isLike) ? most.colour.slice(0, 7) : undefined;
}

function partsOf(hex: string): number[] {
  return [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
}

function alphaOf(hex: string): number {
  return hex.length > 7 ? Number.parseInt(hex.slice(7), 16) / 255 : 1;
}

function hexOf(alpha: number): string {
  if (alpha >= 1) return '';
  return Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0');
}
