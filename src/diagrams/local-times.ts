import { dateParts, hasHalfDays } from './number-format.ts';

/** A part of a Vega specification. */
type Part = Record<string, unknown>;

/**
 * Gives the axes of times in a compiled chart the forms that a language has: the order of day and month, and hours from 0 to 23.
 *
 * @param spec - a Vega specification; what it has no format for is set in place.
 */
export function writeTimesIn(lang: string, spec: object): void {
  const day = patternOf(lang, { month: 'short', day: 'numeric' });
  const formats = {
    week: day,
    date: patternOf(lang, { weekday: 'short', day: 'numeric' }),
    ...(!hasHalfDays(lang) && { hours: '%H:%M', minutes: '%H:%M' }),
  };
  const units: [RegExp, string][] = [
    [/"year-month":"[^"]*"/g, `"year-month":"${patternOf(lang, { year: 'numeric', month: 'short' })} "`],
    [
      /"year-month-date":"[^"]*"/g,
      `"year-month-date":"${patternOf(lang, { year: 'numeric', month: 'short', day: 'numeric' })} "`,
    ],
  ];
  const times = new Set<unknown>();
  eachPart(spec, (part) => {
    if (part['type'] === 'time' || part['type'] === 'utc') times.add(part['name']);
  });
  eachPart(spec, (part) => {
    const { axes } = part;
    for (const axis of Array.isArray(axes) ? (axes as Part[]) : []) {
      if (times.has(axis['scale']) && axis['format'] === undefined) axis['format'] = formats;
    }
    const { signal } = part;
    if (typeof signal === 'string' && signal.includes('timeUnitSpecifier')) {
      part['signal'] = units.reduce((text, [unit, pattern]) => text.replace(unit, pattern), signal);
    }
  });
}

/** Returns how a language writes a date, as a format of d3. https://d3js.org/d3-time-format */
function patternOf(lang: string, form: Intl.DateTimeFormatOptions): string {
  const signs = new Map([
    ['day', '%-d'],
    ['weekday', '%a'],
    ['year', '%Y'],
  ]);
  return dateParts(lang, form)
    .map(({ type, value }) => {
      // Where months have no names, what stands behind their numbers is a part of its own.
      if (type === 'month') return /^\d+$/.test(value) ? '%-m' : '%b';
      return signs.get(type) ?? (type === 'literal' ? value.replace(/["\\%]/g, '') : '');
    })
    .join('');
}

/** Calls with every object in a value but data, which may be long. */
function eachPart(value: unknown, visit: (part: Part) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Part);
  for (const [key, inner] of Object.entries(value)) if (key !== 'values') eachPart(inner, visit);
}
