const NUMERIC = /^\p{L}{0,2}\d+\p{L}{0,2}(?:\s*[,&;–—-]\s*\p{L}{0,2}\d+\p{L}{0,2})*$/u;

/** Tells whether a text is a number, or several, as in `2`, `1–3` and `4, 5a`. */
export function isNumeric(text: string): boolean {
  return text.length < 100 && NUMERIC.test(text.trim());
}

/** Tells whether a text names several of its kind. */
export function isPlural(text: string): boolean {
  return /\d\s*[–—-]\s*\p{L}?\d|[,&;]|\band\b|\bund\b|\bet\b/u.test(text);
}

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Formats a number in Roman numerals; large ones stay as they are. */
export function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

const RANGE = /^(\d+)\s*[–—-]+\s*(\d+)$/;

/** Writes ranges of pages with the delimiter of a language, and their ends as `page-range-format` says. */
export function pageRanges(text: string, format: string | undefined, delimiter: string): string {
  return text
    .split(/([,;&])/)
    .map((part) => {
      const [, first = '', last = ''] = RANGE.exec(part.trim()) ?? [];
      const [blank, end] = [/^\s/.test(part) ? ' ' : '', /\s$/.test(part) ? ' ' : ''];
      if (first === '') return part.replace(/(\p{L}?\d)\s*(?:--|[–—-])\s*(?=\p{L}?\d)/gu, `$1${delimiter}`);
      return `${blank}${first}${delimiter}${lastPage(first, last, format)}${end}`;
    })
    .join('');
}

function lastPage(first: string, short: string, format: string | undefined): string {
  const last = short.length < first.length ? first.slice(0, first.length - short.length) + short : short;
  if (format === undefined) return short;
  if (format === 'expanded' || first.length !== last.length) return last;
  if (format.startsWith('chicago')) return chicago(first, last);
  const least = format === 'minimal-two' ? 2 : 1;
  return last.slice(Math.min(sharedDigits(first, last), Math.max(0, last.length - least)));
}

function sharedDigits(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared;
}

/** As The Chicago Manual of Style has it: all digits below 100 and for hundreds, then what changes, at least two digits. */
function chicago(first: string, last: string): string {
  const number = Number(first);
  if (number < 100 || number % 100 === 0) return last;
  const shared = sharedDigits(first, last);
  if (number % 100 < 10) return last.slice(shared);
  if (last.length === 4 && last.length - shared > 2) return last;
  return last.slice(Math.min(shared, last.length - 2));
}
