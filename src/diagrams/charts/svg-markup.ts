/** Attributes of an element; those that are `undefined` are left out. */
export type SvgAttributes = Record<string, string | number | undefined>;

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Writes text so that nothing in it is markup. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS.get(sign) ?? sign);
}

/** Writes an SVG element. Lengths have a hundredth of a px. */
export function tag(name: string, attributes: SvgAttributes, inner: string | readonly string[] = ''): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined ? [] : ` ${key}="${escaped(String(typeof value === 'number' ? near(value) : value))}"`,
    )
    .join('');
  const content = typeof inner === 'string' ? inner : inner.join('');
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
}

/** Rounds a length to a hundredth of a px. */
export function near(value: number): number {
  return Math.round(value * 100) / 100;
}
