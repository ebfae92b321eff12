/** Classes of boxes beside each other, of which most style sheets make columns: the first, and those that follow it. */
const PAIRS: readonly (readonly [first: string, next: string])[] = [
  ['col', 'col'],
  ['left', 'right'],
  ['left-col', 'right-col'],
  ['col-left', 'col-right'],
  ['left-column', 'right-column'],
  ['col-6', 'col-6'],
  ['half', 'half'],
];

/**
 * Returns rules that put boxes of HTML beside each other whose classes say so, as in
 * `<div class="container"><div class="col">`; empty where there are none.
 *
 * @param css - the style sheet of the deck: classes in it are the deck's own.
 */
export function sideBySide(text: string, css = ''): string {
  if (!text.includes('<div')) return '';
  const has = (name: string): boolean =>
    new RegExp(`<div[^<>]{0,200}\\bclass=["']?(?:[\\w-]{1,40} ){0,5}${name}["' >]`).test(text) &&
    !new RegExp(`\\.${name}(?![\\w-])`).test(css);
  const parents = PAIRS.filter(([first, next]) => has(first) && has(next)).map(
    ([first, next]) => `div:has(> div.${first} ~ div.${next})`,
  );
  if (parents.length === 0) return '';
  const grid =
    'display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 1.2em; align-items: start';
  return `:where(.slide) :is(${parents.join(', ')}) { ${grid} }\n`;
}
