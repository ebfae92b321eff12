import type { PlannedSlide } from './talk.ts';

/** A slide of the plan as a page holds it: every slide would name its fields again, and most have no steps and no times. */
export type PlanRow = [
  id: string,
  title: string,
  section: string,
  number: number | null,
  steps?: number,
  start?: number,
  length?: number,
];

/** Writes a plan for a page. */
export function planRows(plan: readonly PlannedSlide[]): PlanRow[] {
  return plan.map(({ id, title, section, number = null, steps, start, length }) => {
    const row: PlanRow = [id, title, section, number];
    if (start || length) row.push(steps, start, length);
    else if (steps) row.push(steps);
    return row;
  });
}

/** Reads a plan from a page. */
export function planOf(rows: readonly PlanRow[]): PlannedSlide[] {
  return rows.map(([id, title, section, number, steps = 0, start = 0, length = 0]) => ({
    id,
    title,
    section,
    ...(number !== null && { number }),
    steps,
    start,
    length,
  }));
}
