/** Number and date formats of a language, for Vega. */
export interface Locale {
  number: { decimal: string; thousands: string; grouping: number[]; currency: [string, string]; percent: string };
  time: Record<'dateTime' | 'date' | 'time', string> &
    Record<'periods' | 'days' | 'shortDays' | 'months' | 'shortMonths', string[]>;
}

/** Returns the locale of a BCP 47 tag, with Latin digits; English where there is no data for it. */
export function localeOf(lang: string): Locale {
  const tag = latin(lang);
  const parts = new Intl.NumberFormat(tag, { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(
    123_456_789_012.5,
  );
  const value = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const groups = parts.filter(({ type }) => type === 'integer').map((part) => part.value.length);
  const percent = new Intl.NumberFormat(tag, { style: 'percent' }).format(1).replace(/^.*\d/u, '');
  const names = (count: number, day: (index: number) => number, options: Intl.DateTimeFormatOptions): string[] => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return Array.from({ length: count }, (_, index) => format.format(day(index)));
  };
  // The first of January 2023 was a Sunday.
  const weekday = (index: number): number => Date.UTC(2023, 0, 1 + index);
  const month = (index: number): number => Date.UTC(2023, index, 1);
  return {
    number: {
      decimal: value('decimal') || '.',
      thousands: value('group'),
      // From the last group on; the first one may be shorter than a group is.
      grouping: groups.slice(1).toReversed(),
      currency: ['', ''],
      percent: percent || '%',
    },
    time: {
      dateTime: '%Y-%m-%d %H:%M',
      date: '%Y-%m-%d',
      time: '%H:%M:%S',
      periods: [0, 12].map((hour) => halfOfDay(tag, hour)),
      days: names(7, weekday, { weekday: 'long' }),
      shortDays: names(7, weekday, { weekday: 'short' }),
      months: names(12, month, { month: 'long' }),
      shortMonths: names(12, month, { month: 'short' }),
    },
  };
}

/** Writes a figure in words for screen readers, without marks between thousands. */
export function figureIn(lang: string): (value: number) => string {
  const format = new Intl.NumberFormat(latin(lang), { useGrouping: false, maximumFractionDigits: 20 });
  return (value) => format.format(value);
}

/** More decimals than this cannot be read in a label. */
const READABLE = 2;

/** Returns the decimals that labels of figures share; 0 where figures are so small that each needs its own. */
export function decimalsOf(figures: readonly number[]): number {
  if (figures.some((value) => value !== 0 && Math.abs(value) < 0.1)) return 0;
  return Math.min(READABLE, Math.max(0, ...figures.map(decimalsIn)));
}

function decimalsIn(value: number): number {
  return (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length;
}

/**
 * Writes a figure for a label: with marks between thousands, a minus sign, and no more decimals than can be read.
 *
 * @param decimals - at least
 */
export function labelIn(lang: string, decimals = 0): (value: number) => string {
  const tag = latin(lang);
  const usual = new Intl.NumberFormat(tag, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: READABLE,
  });
  const small = new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 });
  return (value) => plainSigns((decimals === 0 && Math.abs(value) < 0.1 ? small : usual).format(value));
}

/** Writes the marks of an axis, all with as many decimals as one of them needs. */
export function tickLabels(lang: string, ticks: readonly number[]): string[] {
  const decimals = Math.max(0, ...ticks.map(decimalsIn));
  const digits = Math.min(decimals, 10);
  const format = new Intl.NumberFormat(latin(lang), { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return ticks.map((tick) => plainSigns(format.format(tick)));
}

/** Takes away marks of direction, which would part a sign from its figure in a label. */
function plainSigns(text: string): string {
  return text.replace(/[\u200e\u200f\u061c]/g, '').replace('-', '−');
}

/** Writes a share as whole percent. */
export function percentIn(lang: string): (share: number) => string {
  if (/^en\b/i.test(lang)) return (share) => `${Math.round(share * 100)} %`;
  const format = new Intl.NumberFormat(latin(lang), { style: 'percent' });
  return (share) => plainSigns(format.format(share));
}

/** Returns `AM` or `PM` as a language writes it. */
function halfOfDay(tag: string, hour: number): string {
  const format = new Intl.DateTimeFormat(tag, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
  const parts = format.formatToParts(Date.UTC(2023, 0, 1, hour));
  return parts.find(({ type }) => type === 'dayPeriod')?.value ?? (hour < 12 ? 'AM' : 'PM');
}

/** Writes dates (UTC, in milliseconds) as a language does. */
export function dateFormat(lang: string, form: Intl.DateTimeFormatOptions): (time: number) => string {
  const format = new Intl.DateTimeFormat(latin(lang), { ...form, timeZone: 'UTC' });
  return (time) => format.format(time);
}

/** Formats the beginning of 1970 (UTC) in a language, in parts. */
export function dateParts(lang: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormatPart[] {
  return new Intl.DateTimeFormat(latin(lang), { ...form, timeZone: 'UTC' }).formatToParts(0);
}

/** Tells whether hours are counted up to 12, as in `4 PM`. */
export function hasHalfDays(lang: string): boolean {
  return new Intl.DateTimeFormat(latin(lang), { hour: 'numeric' }).resolvedOptions().hour12 === true;
}

function latin(lang: string): string {
  try {
    return new Intl.Locale(lang, { numberingSystem: 'latn', calendar: 'gregory' }).toString();
  } catch {
    return 'en';
  }
}
