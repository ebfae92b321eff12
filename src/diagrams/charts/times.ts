import { utcTicks } from 'd3-time';
import { dateFormat } from '../number-format.ts';

/** A mark on an axis of time. */
interface TimeMark {
  /** Milliseconds since 1970. */
  time: number;
  lines: string[];
}

const [DAY, MONTH] = [24 * 3600 * 1000, 30.4 * 24 * 3600 * 1000];

/**
 * Returns the marks of an axis of time: whole years, months or days, as a language writes them. Years are below the first
 * month that they have.
 */
export function timeMarks([first, last]: readonly [number, number], lang: string, count: number): TimeMark[] {
  const span = last - first;
  const least = span > 48 * MONTH ? 12 * MONTH : span > 3 * MONTH ? MONTH : DAY;
  const most = Math.max(2, Math.min(count, Math.floor(span / least) + 1));
  const times = utcTicks(new Date(first), new Date(last), most).map(Number);
  if (least === 12 * MONTH) {
    const year = dateFormat(lang, { year: 'numeric' });
    return distinct(times.map((time) => ({ time, lines: [year(time)] })));
  }
  const short = dateFormat(lang, least === DAY ? { day: 'numeric', month: 'short' } : { month: 'short' });
  const year = dateFormat(lang, { year: 'numeric' });
  let before = '';
  return distinct(
    times.map((time) => {
      const [name, own] = [short(time), year(time)];
      const lines = own === before ? [name] : [name, own];
      before = own;
      return { time, lines };
    }),
  );
}

/** Leaves out marks that say what the one before says. */
function distinct(marks: readonly TimeMark[]): TimeMark[] {
  return marks.filter(({ lines }, index) => lines.join() !== marks[index - 1]?.lines.join());
}
