import type { DrawingJob } from '../model/drawing.ts';

/** Limits for drawing formulas, diagrams and charts. */
export const LIMITS = {
  /** Charts take tenths of a second; what takes this long seldom ends at all. */
  seconds: 10,
  /** Drawings below this do not count towards `slowSeconds`. */
  quickSeconds: 2,
  /** Of all slow drawings of a deck. */
  slowSeconds: 30,
  /** Of JavaScript's heap. */
  megabytes: 1024,
  /** Of WebAssembly's memory, in pages of 64 KiB. */
  wasmPages: 8192,
  /** Of what was drawn. */
  characters: 16_000_000,
};

/** Runs work that may not end. */
export type Within = <T>(work: () => T) => T;

/** Longest formula that is set in the main process, in UTF-16 units: 1,000 letters take KaTeX 0.3 s at most. */
const SHORT = 1000;
/** Macros of its own let a short formula become a long one. */
const DEFINES = /\\(?:[egx]?def|(?:re)?newcommand|providecommand|let|futurelet|global|long)/;

/** Commands of an addition that changes the KaTeX of the whole process. */
export const CHEMISTRY: RegExp = /\\(?:ce|pu)\b/;

/** Tells whether a formula can be set in the main process: it takes little time and needs no addition. */
export function isQuickFormula({ source, options }: DrawingJob): boolean {
  const length = options['macros'] === undefined ? source.length : expandedLength(source, options['macros']);
  return length <= SHORT && !DEFINES.test(source) && !CHEMISTRY.test(source);
}

/**
 * Returns the length that a formula has at most once the deck's macros are replaced; Infinity where that is not simple to tell:
 * for macros that name themselves, use a parameter twice, or define others.
 *
 * @param json - texts of macros by name.
 */
function expandedLength(source: string, json: string): number {
  const macros = new Map(Object.entries<string>(JSON.parse(json)));
  const lengths = new Map<string, number>();
  const lengthOf = (text: string): number =>
    [...text.matchAll(/\\([A-Za-z]+)/g)].reduce((sum, [, name = '']) => sum + macroLength(name), text.length);
  const macroLength = (name: string): number => {
    const text = macros.get(name);
    if (text === undefined) return 0;
    const known = lengths.get(name);
    if (known !== undefined) return known;
    lengths.set(name, Infinity);
    const twice = /(#\d).*\1/s.test(text);
    const length = twice || DEFINES.test(text) || CHEMISTRY.test(text) ? Infinity : lengthOf(text);
    lengths.set(name, length);
    return length;
  };
  return lengthOf(source);
}
