/** A tool whose decks Lectern reads, and its signs in them. */
interface Sign {
  name: DialectName;
  /** Finds something in the front matter that only this tool has. */
  front?: RegExp;
  /** Finds something in the text after it that only this tool has. */
  body?: RegExp;
  /** Finds something where the file begins; such decks have no front matter. */
  start?: RegExp;
}

/** Dialects that Lectern comes with. */
export const DIALECT_NAMES = ['marp', 'deckset', 'remark'] as const;

export type DialectName = (typeof DIALECT_NAMES)[number];

/**
 * The first one that fits is the tool. Every deck goes through these: expressions are linear, and each begins with something
 * that nearly no line has.
 */
const SIGNS: readonly Sign[] = [{ name: 'marp', front: /^marp[ \t]*:[ \t]*true\b/m }];

/** Tells which tool a source is certainly written for; `undefined` for one of Lectern, or where it is not certain. */
export function detectDialect(text: string): DialectName | undefined {
  const head = frontOf(text);
  return SIGNS.find(
    ({ front, body, start }) =>
      (front && head !== '' && front.test(head)) ||
      (start && head === '' && start.test(text)) ||
      (body && body.test(text)),
  )?.name;
}

/** Returns the front matter with its fences, or nothing. */
export function frontOf(text: string): string {
  if (!text.startsWith('---')) return '';
  const end = text.indexOf('\n---', 3);
  return end === -1 ? '' : text.slice(0, end + 4);
}
