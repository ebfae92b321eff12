/**
 * Takes the first backslash off `\\{` where `\\}` closes it, as decks for MathJax write braces. In TeX that is a new line and a
 * group that ends with another one, which nobody means. A blank is in its place, so that offsets stay what they are.
 */
export function withPlainBraces(source: string): string {
  const open: (number | undefined)[] = [];
  const doubled = new Set<number>();
  for (const { 0: sign, index } of source.matchAll(/\\\\[{}]|\\[\s\S]|[{}]/g)) {
    if (sign === '{') open.push(undefined);
    else if (sign === '\\\\{') open.push(index);
    else if (sign === '}' || sign === '\\\\}') {
      const start = open.pop();
      if (start !== undefined && sign !== '}') doubled.add(start).add(index);
    }
  }
  return doubled.size === 0
    ? source
    : source.replace(/\\/g, (sign, index: number) => (doubled.has(index) ? ' ' : sign));
}
