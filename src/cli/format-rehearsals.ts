import { clockText } from '../client/pace.ts';
import type { PlannedSlide } from '../client/talk.ts';
import { sectionTimes, timeOn, totalOf, type Rehearsal } from '../model/rehearsal.ts';

/** Rehearsals side by side; more do not fit into a line. */
const MOST_COLUMNS = 4;
const NONE = '–';

interface Row {
  title: string;
  planned: number;
  actual: (number | undefined)[];
}

/**
 * Writes a table of rehearsals: planned and actual times of sections, or of slides.
 *
 * @param rehearsals - newest first.
 * @param by - a deck without sections is shown by slides.
 */
export function formatRehearsals(
  plan: readonly PlannedSlide[],
  rehearsals: readonly Rehearsal[],
  by: 'sections' | 'slides' = 'sections',
): string {
  const shown = rehearsals.slice(0, MOST_COLUMNS);
  const hasSections = plan.some(({ section }) => section !== plan[0]?.section);
  const rows = by === 'sections' && hasSections ? sectionRows(plan, shown) : slideRows(plan, shown);
  const planned = plan.reduce((sum, { length }) => sum + length, 0);
  const total: Row = { title: 'Total', planned, actual: shown.map(totalOf) };
  const isPlanned = planned > 0;
  const cells = ({ title, planned: length, actual }: Row): string[] => [
    ...(isPlanned ? [clockText(length)] : []),
    ...actual.map((seconds) => (seconds === undefined ? NONE : clockText(seconds))),
    title,
  ];
  const table = [
    [...(isPlanned ? ['Planned'] : []), ...shown.map(({ started }) => shownDate(started)), ''],
    ...rows.map(cells),
    cells(total),
    ...(shown.every(({ whole }) => whole)
      ? []
      : [[...(isPlanned ? [''] : []), ...shown.map(({ whole }) => (whole ? '' : 'not to the end')), '']]),
  ];
  return aligned(table);
}

function sectionRows(plan: readonly PlannedSlide[], shown: readonly Rehearsal[]): Row[] {
  const columns = shown.map((rehearsal) => sectionTimes(plan, rehearsal));
  return sectionTimes(plan, { started: 0, whole: false, times: [] }).map(({ title, planned }, index) => ({
    title: title || 'Opening',
    planned,
    actual: columns.map((column) => column[index]?.actual),
  }));
}

function slideRows(plan: readonly PlannedSlide[], shown: readonly Rehearsal[]): Row[] {
  return plan.map(({ id, number, title, length }) => ({
    title: [number, title || id].filter((part) => part !== undefined).join(' · ') + shownSteps(id, shown[0]),
    planned: length,
    actual: shown.map((rehearsal) => timeOn(rehearsal, id)),
  }));
}

/** Writes the times of a slide's steps in the newest rehearsal. */
function shownSteps(slide: string, newest: Rehearsal | undefined): string {
  const steps = newest?.times.find(([id]) => id === slide)?.[1] ?? [];
  return steps.length > 1 ? ` (${steps.map(clockText).join(' + ')})` : '';
}

/** Times are at the right of their columns; titles, which may be of any width, come last. */
function aligned(table: readonly (readonly string[])[]): string {
  const widths = table[0]?.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padStart(widths[at] ?? 0)))
        .join('   ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}

/** Formats a moment as in `26 Nov, 10:40`, by the clock of this computer. */
export function shownDate(moment: number): string {
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Date(moment).toLocaleString('en-GB', parts);
}
