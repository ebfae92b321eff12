/**
 * Returns the words on the last line of a heading of several lines, where this text ends it; otherwise an empty text.
 */
export function lastLine(node: Node, boxes: readonly DOMRect[]): string {
  const heading = node.parentElement?.closest('h1, h2, h3');
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!heading || !first || !last || !heading.textContent?.trimEnd().endsWith(node.nodeValue?.trim() ?? '')) return '';
  const middle = last.top + last.height / 2;
  if (first.bottom > middle) return '';
  const range = document.createRange();
  const text = node.nodeValue ?? '';
  for (let from = text.length - 1; from > 0; from -= 1) {
    range.setStart(node, from - 1);
    range.setEnd(node, from);
    const box = range.getBoundingClientRect();
    // A word that is hyphenated does not stand alone.
    if (box.width > 0 && box.bottom < middle)
      return /\s/.test(text.slice(from - 1, from + 1)) ? text.slice(from).trim() : '';
  }
  return '';
}
