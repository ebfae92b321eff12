/** Letters of scripts from right to left, and marks above and below them. */
const LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Mn}]/u;
/** Letters and ligatures as they look at a place in a word, without words that have a sign of their own. */
const FORM = /[\uFB1D-\uFDC7\uFDF2\uFE70-\uFEFC]/;
/** Where letters and marks of these scripts are, and forms of letters, as hexadecimal digits; others are in surrogate pairs. */
const [FIRST_MARK, AFTER_LETTERS, FIRST_FORM, SURROGATE] = ['0300', '0900', 'FB1D', 'D8'] as const;
/** Characters that carry a mark that is alone. */
const CARRIER = /^[ \u0640](?=\p{Mn})/u;

/** Tells whether fonts use a character as the form of a letter. */
export function isForm(letter: string): boolean {
  return FORM.test(letter);
}

/**
 * Letters from right to left as they are in a PDF: the last one first, and without regard to their form; `undefined`
 * where other letters are among them.
 *
 * @param hex - UTF-16 as hexadecimal digits.
 * @returns the same.
 */
export function inFileOrder(hex: string): string | undefined {
  // Latin ligatures and punctuation are in nearly every font.
  if (hex < FIRST_MARK) return undefined;
  if (hex >= AFTER_LETTERS && hex < FIRST_FORM && !hex.startsWith(SURROGATE)) return undefined;
  const text = Buffer.from(hex, 'hex').swap16().toString('utf16le');
  const plain = Array.from(text, (letter) => (isForm(letter) ? letter.normalize('NFKC').replace(CARRIER, '') : letter));
  const letters = [...plain.join('')];
  if (!letters.every((letter) => LETTER.test(letter))) return undefined;
  const turned = Buffer.from(letters.toReversed().join(''), 'utf16le');
  return turned.swap16().toString('hex').toUpperCase();
}
