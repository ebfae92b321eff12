/** Letters of a figure and what it counts, and those of what it counts. */
const [COUNT, COUNTED] = [18, 10];

/** Tells whether words are a number that says something with a word or two at most, such as “31 % → 12 %” or “214,000 visits”. */
export function isKeyFigure(words: string): boolean {
  const plain = words.trim();
  const letters = [...plain].filter((letter) => /\p{L}/u.test(letter)).length;
  const isNumber = /^[^\p{L}\p{N}]{0,3}\p{N}/u.test(plain) && /\p{N}{2}|\p{N}\s?[%‰€$£×x]|[€$£]\s?\p{N}/u.test(plain);
  return isNumber && !/^\p{N}+[.):]/u.test(plain) && [...plain].length <= COUNT && letters <= COUNTED;
}

/** Tells whether words are a sentence that ends. */
export function isClaim(words: string): boolean {
  const plain = words.trim();
  return /[^.…]\.["”’»]?$/.test(plain) && plain.split(/\s+/).length >= 4;
}
