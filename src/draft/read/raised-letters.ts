const SUPERSCRIPTS = new Map(
  [...'0123456789+-−=()n'].map((letter, at) => [letter, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ'][at] ?? '']),
);
const SUBSCRIPTS = new Map([...'0123456789+-−=()'].map((letter, at) => [letter, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][at] ?? '']));

/** Writes what HTML raises or lowers in letters that do so themselves: “10<sup>6</sup>” is not “106”. Words stay as they are. */
export function raised(text: string, place: 'sub' | 'sup'): string {
  const letters = place === 'sub' ? SUBSCRIPTS : SUPERSCRIPTS;
  const found = [...text.trim()].map((letter) => letters.get(letter));
  return found.every((letter) => letter !== undefined) ? found.join('') : text;
}
