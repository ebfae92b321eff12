import type { Direction } from './deck.ts';

const RTL = /^(?:ar|arc|dv|fa|ha|he|khw|ks|ku|ps|sd|ug|ur|yi)\b/i;
const RTL_SCRIPT = /-(?:Arab|Hebr|Thaa|Syrc|Nkoo)\b/i;
const LTR_SCRIPT = /-(?:Latn|Cyrl)\b/i;

/** Returns the writing direction of a language. */
export function directionOf(lang: string): Direction {
  if (LTR_SCRIPT.test(lang)) return 'ltr';
  return RTL.test(lang) || RTL_SCRIPT.test(lang) ? 'rtl' : 'ltr';
}

/** Returns the canonical form of a BCP 47 language tag; `undefined` for an invalid one. */
export function readLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return Intl.getCanonicalLocales(value)[0];
  } catch {
    return undefined;
  }
}

/** Formats `2026-11-23` in a language; returns other texts unchanged. */
export function shownDate(date: string, lang: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  if (isImpossibleDay(date)) return date;
  const time = Date.parse(date);
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

/** Tells whether a text has the form of a date that does not exist, as in `2026-02-30`. */
export function isImpossibleDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const time = Date.parse(date);
  // Days that a month does not have are those of the next one to JavaScript.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date;
}

/** Returns quotation marks of a language that differ from those of European languages. */
export function quotationMarks(lang: string): string {
  return /^(?:ja|yue)\b|^zh-(?:.*-)?(?:Hant|TW|HK|MO)\b/i.test(lang) ? '「」『』' : '';
}
