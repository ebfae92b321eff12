/**
 * Roles of elements that PDF has names for and HTML does not. The browser writes an element with the role of a figure
 * and a name into the PDF; here the name gives the role.
 */
const MARKS = [
  'abbreviation',
  'footer',
  'formula',
  'meaning',
  'note',
  'reference',
  'span',
  'term',
  'terms',
  'word',
] as const;
export type Mark = (typeof MARKS)[number];

/** Of the private use area: no text means it. */
const SIGN = '\uE1F0';

/** Returns the accessible name that marks an element. */
export function markName(mark: Mark, text = ''): string {
  return `${SIGN}${mark}${SIGN}${text}`;
}

/** Reads a mark from a name; returns `undefined` for ordinary names. */
export function readMark(name: string): { mark: Mark; text: string } | undefined {
  const [before, written, ...rest] = name.split(SIGN);
  const mark = MARKS.find((each) => each === written);
  return before === '' && mark !== undefined ? { mark, text: rest.join(SIGN) } : undefined;
}
