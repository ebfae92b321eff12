/** Splits at the commas that are in no brackets. */
export function layersOf(css: string): string[] {
  const layers: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= css.length; index += 1) {
    const letter = css.charAt(index);
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (index < css.length && (letter !== ',' || depth > 0)) continue;
    layers.push(css.slice(start, index).trim());
    start = index + 1;
  }
  return layers.filter((layer) => layer !== '' && layer !== 'none');
}
