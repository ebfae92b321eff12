/** A rehearsal of a talk: how long the speaker stayed on each slide and step. */
export interface Rehearsal {
  /** When it began, in ms since 1970; stands for it. */
  started: number;
  /** The speaker came to the last slide. */
  whole: boolean;
  /** Seconds by the ids of slides: before the first step, after it, and so on. */
  times: [slide: string, steps: number[]][];
}

/** The part of a slide's plan that times are compared with. */
interface Planned {
  id: string;
  section: string;
  steps: number;
  /** Seconds; 0 where nothing is planned. */
  length: number;
}

/** A section with its planned and its actual time, in seconds. */
export interface SectionTimes {
  title: string;
  planned: number;
  /** `undefined` where the rehearsal never came to it. */
  actual: number | undefined;
}

/** Shorter ones are trials, in seconds. */
const LEAST = 20;
/** How many are kept. */
const MOST_KEPT = 10;
/** Times that are written into sources are multiples of so many seconds. */
const ROUND = 5;

/** Creates a rehearsal without times. */
export function newRehearsal(started: number): Rehearsal {
  return { started, whole: false, times: [] };
}

/**
 * Returns a rehearsal with some more time on a slide.
 *
 * @param plan - slides that are not in it, and steps that they do not have, are left out.
 */
export function withTime(
  rehearsal: Rehearsal,
  { slide, step, seconds }: { slide: string; step: number; seconds: number },
  plan: readonly Planned[],
): Rehearsal {
  const planned = plan.find(({ id }) => id === slide);
  if (!planned || step > planned.steps || !(seconds > 0)) return rehearsal;
  const known = rehearsal.times.find(([id]) => id === slide)?.[1] ?? [];
  const steps = Array.from({ length: Math.max(known.length, step + 1) }, (_, at) => known[at] ?? 0);
  steps[step] = Math.round(((steps[step] ?? 0) + seconds) * 10) / 10;
  const others = rehearsal.times.filter(([id]) => id !== slide);
  const whole = rehearsal.whole || plan.at(-1) === planned;
  return { ...rehearsal, whole, times: [...others, [slide, steps]] };
}

/** Returns the seconds of a whole rehearsal. */
export function totalOf({ times }: Rehearsal): number {
  return sum(times.flatMap(([, steps]) => steps));
}

/** Returns the seconds on a slide; `undefined` where the rehearsal never came to it. */
export function timeOn({ times }: Rehearsal, slide: string): number | undefined {
  const steps = times.find(([id]) => id === slide)?.[1];
  return steps && sum(steps);
}

/** Returns rehearsals with another one, newest first; trials and the oldest are left out. */
export function withRehearsal(kept: readonly Rehearsal[], rehearsal: Rehearsal): Rehearsal[] {
  const others = kept.filter(({ started }) => started !== rehearsal.started);
  if (totalOf(rehearsal) < LEAST || rehearsal.times.length < 2) return others;
  return [...others, rehearsal].toSorted((one, other) => other.started - one.started).slice(0, MOST_KEPT);
}

/** Compares a rehearsal with the plan, section by section; neighbours of one title are one section. */
export function sectionTimes(plan: readonly Planned[], rehearsal: Rehearsal): SectionTimes[] {
  const sections: SectionTimes[] = [];
  for (const { id, section, length } of plan) {
    const actual = timeOn(rehearsal, id);
    const last = sections.at(-1);
    if (last?.title !== section) sections.push({ title: section, planned: length, actual });
    else {
      last.planned += length;
      if (actual !== undefined) last.actual = (last.actual ?? 0) + actual;
    }
  }
  return sections;
}

/** Returns the durations that a rehearsal proposes for slides, in seconds; slides that it never came to have none. */
export function proposedDurations(rehearsal: Rehearsal): Map<string, number> {
  return new Map(
    rehearsal.times.map(([slide, steps]) => [slide, Math.max(ROUND, Math.round(sum(steps) / ROUND) * ROUND)]),
  );
}

/** Reads rehearsals that were kept as JSON; what has another form is left out. */
export function readRehearsals(text: string | undefined): Rehearsal[] {
  let found: unknown;
  try {
    found = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  return Array.isArray(found) ? found.filter(isRehearsal).slice(0, MOST_KEPT) : [];
}

function isRehearsal(value: unknown): value is Rehearsal {
  const { started, whole, times } = (value ?? {}) as Partial<Rehearsal>;
  const isTime = (time: unknown): boolean => typeof time === 'number' && Number.isFinite(time) && time >= 0;
  return (
    isTime(started) &&
    typeof whole === 'boolean' &&
    Array.isArray(times) &&
    times.every(
      (row: unknown) =>
        Array.isArray(row) && typeof row[0] === 'string' && Array.isArray(row[1]) && row[1].every(isTime),
    )
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
