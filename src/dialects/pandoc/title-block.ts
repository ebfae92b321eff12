import type { DialectSource } from '../../model/dialect.ts';

/** Turns a title block, lines that begin with `%`, into front matter. Returns where the text after it begins. */
export function readTitleBlock({ text, front, remove }: DialectSource): number {
  if (front.bodyStart > 0 || !text.startsWith('%')) return front.bodyStart;
  const found = /^(?:%[^\n]*(?:\n|$)(?:[ \t]+\S[^\n]*(?:\n|$))*){1,3}/.exec(text);
  if (!found) return 0;
  const [title = '', authors = '', date = ''] = found[0]
    .split(/^%/m)
    .slice(1)
    .map((part) => part.trim());
  if (title !== '') {
    front.set(
      'title',
      title
        .split('\n')
        .map((line) => line.trim())
        .join(' '),
    );
    front.set('cover', true);
  }
  const names = authors
    .split(/;|\n/)
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length > 0) front.set('author', names.length === 1 ? names[0] : names);
  if (date !== '') front.set('date', date);
  remove({ start: 0, end: found[0].length });
  return found[0].length;
}
