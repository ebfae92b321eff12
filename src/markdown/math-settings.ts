import type { MathSettings } from '../model/deck.ts';

/** The form of `math` in the front matter, for messages. */
export const MATH_FORM: string = String.raw`a map such as {macros: {R: '\mathbb{R}'}}, with names of letters that stand for text with at most #1 to #9`;

/** Commands that formulas have from Lectern. */
const TAKEN = new Set(['label', 'ref', 'eqref', 'message', 'errmessage', 'show', 'begin', 'end']);
/** Longer than any notation, in UTF-16 units. */
const LONGEST = 2000;
const MOST = 500;

/** Reads `math: {macros: {…}}`; a macro's name may have its backslash. */
export function readMath(value: unknown): MathSettings | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { macros = {}, ...others } = value as Record<string, unknown>;
  if (Object.keys(others).length > 0 || typeof macros !== 'object' || macros === null) return undefined;
  const read = Object.entries(macros).map(([name, text]): [string, string] => [
    name.replace(/^\\/, ''),
    typeof text === 'string' || typeof text === 'number' ? String(text) : '',
  ]);
  return read.length <= MOST && read.every(isMacro) ? { macros: new Map(read) } : undefined;
}

function isMacro([name, text]: [string, string]): boolean {
  return /^[A-Za-z]+$/.test(name) && !TAKEN.has(name) && text !== '' && text.length <= LONGEST;
}
