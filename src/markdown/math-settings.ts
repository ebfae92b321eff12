import type { MathSettings } from '../model/deck.ts';

/** Commands that formulas have from Lectern. */
const TAKEN = new Set(['label', 'ref', 'eqref', 'message', 'errmessage', 'show', 'begin', 'end']);
/** Longer than any notation, in UTF-16 units. */
const LONGEST = 2000;
const MOST = 500;

/** Reads `math: {macros: {…}}`; a macro's name may have its backslash. */
export function readMath(value: unknown): MathSettings | undefined {
  const macros = macrosOf(value);
  return macros && macros.length <= MOST && macros.every((macro) => faultOf(macro) === undefined)
    ? { macros: new Map(macros.map(([name, text]) => [name, String(text)])) }
    : undefined;
}

/** Says what is expected instead of a value that is not read, for messages. */
export function mathForm(value: unknown): string {
  const macros = macrosOf(value);
  if (!macros) return String.raw`a map such as {macros: {R: '\mathbb{R}'}}`;
  return macros.map(faultOf).find((fault) => fault !== undefined) ?? `at most ${MOST} macros`;
}

function macrosOf(value: unknown): [name: string, text: unknown][] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { macros = {}, ...others } = value as Record<string, unknown>;
  if (Object.keys(others).length > 0 || typeof macros !== 'object' || macros === null) return undefined;
  return Object.entries(macros).map(([name, text]) => [
    name.replace(/^\\/, ''),
    typeof text === 'number' ? String(text) : text,
  ]);
}

function faultOf([name, text]: [name: string, text: unknown]): string | undefined {
  if (!/^[A-Za-z]+$/.test(name)) return `letters alone in the name of the macro “${name}”`;
  if (TAKEN.has(name)) return `another name for the macro “${name}”, which formulas have already`;
  if (typeof text !== 'string' || text === '') return `LaTeX as the text of the macro “${name}”`;
  return text.length > LONGEST ? `at most ${LONGEST} characters in the macro “${name}”` : undefined;
}
