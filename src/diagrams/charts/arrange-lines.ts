import { pointsAcross } from './across.ts';
import { axisRoom, heightOf, referenceLabels } from './axes.ts';
import type { Box } from './clear-places.ts';
import { headGap, type Header } from './header.ts';
import { namesInside, type Drawn, type NamedEnd } from './line-names.ts';
import { endRoom, type EndLabel, type Label } from './parts.ts';
import type { Plan } from './plan.ts';
import { referencesInside } from './reference-places.ts';

/** A chart whose labels have their places: beside the plot, or in it. */
interface Arranged {
  drawn: Drawn;
  outside: NamedEnd[];
  inside: Label[];
  /** Labels of lines of reference beside the plot. */
  references: ReturnType<typeof referenceLabels>;
}

/** The space around a plot, without names. */
interface Around {
  header: Header;
  ticks: readonly string[];
}

/**
 * Names lines at their ends beside the plot, or where they end early, and lines of reference above those where there is
 * room. On a page that is higher than wide, all names are in the plot: beside it they would take much of its width.
 */
export function arranged(
  chart: Pick<Drawn, 'plan' | 'scale' | 'lines'>,
  around: Around,
  named: readonly NamedEnd[],
): Arranged {
  const { plan } = chart;
  const ends = named.filter(({ early }) => !early);
  const isNarrow = plan.options['tall'] !== undefined || plan.names.length === 1;
  for (const outside of plan.kind === 'line' ? (isNarrow ? [[], ends] : [ends]) : []) {
    const drawn = { ...chart, ...layOut(plan, around, outside) };
    const inside = namesInside(
      drawn,
      named.filter((name) => !outside.includes(name)),
    );
    if (inside) return { drawn, outside, inside, references: [] };
  }
  const early = named.filter((name) => name.early);
  if (plan.kind === 'area') {
    const drawn = { ...chart, ...layOut(plan, around, ends) };
    const inside = referencesInside(drawn, surfaces(drawn));
    if (inside)
      return { drawn, outside: ends, inside: [...(namesInside(drawn, early, false) ?? []), ...inside], references: [] };
  }
  const references = referenceLabels(plan, plan.size.width * 0.24);
  const drawn = { ...chart, ...layOut(plan, around, [...ends, ...references]) };
  return { drawn, outside: ends, inside: namesInside(drawn, early, false) ?? [], references };
}

/** Returns the parts of a plot that areas take between each two points. */
function surfaces({ frame, scale, across, lines }: Drawn): Box[] {
  return lines.flatMap((points) =>
    points.flatMap(({ row, value }, index) => {
      const next = points[index + 1]?.value ?? null;
      if (value === null || next === null) return [];
      const top = heightOf(scale, frame, Math.max(value, next));
      return [{ left: across.at(row), right: across.at(points[index + 1]?.row ?? row), top, bottom: frame.height }];
    }),
  );
}

/** Shares the room of the chart among its plot and what is around it. @param beside - labels at the right of the plot */
function layOut(
  plan: Plan,
  { header, ticks }: Around,
  beside: readonly Pick<EndLabel, 'lines' | 'surface'>[],
): Pick<Drawn, 'frame' | 'across'> {
  const { width, height } = plan.size;
  const right = endRoom(beside) || 12;
  const left = axisRoom(ticks);
  const across = pointsAcross(plan, width - left - right, left);
  const before = Math.max(left, across.before);
  const top = header.height + headGap(header);
  const bottom = across.below;
  return {
    frame: {
      left: before,
      right,
      top,
      bottom,
      width: width - before - right,
      height: Math.max(60, height - top - bottom),
    },
    across: before > left ? pointsAcross(plan, width - before - right, before) : across,
  };
}
