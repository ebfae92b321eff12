import type { Properties } from 'hast';

/** An SVG element as text, taken apart. */
export interface SvgParts {
  /** `viewBox`, `id` and `class` of the element, as hast has them. */
  properties: Properties;
  /** The markup inside. */
  inner: string;
  /** Width and height in px, where they are known. */
  size: { width: number; height: number } | undefined;
}

const ROOT = /^[\s\S]*?<svg\b([^>]*)>([\s\S]*)<\/svg>\s*$/;

/**
 * Takes an SVG element apart, which has nothing unsafe in it.
 *
 * @param prefix - ids inside begin with this, wherever they are used: several drawings share a document.
 */
export function svgParts(svg: string, prefix: string): SvgParts {
  const own = withOwnIds(svg, prefix);
  const [, attributes = '', inner = ''] = ROOT.exec(own) ?? [];
  const given = new Map(
    [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const [, , width, height] = (given.get('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const plain = [given.get('width'), given.get('height')].map((length) => Number.parseFloat(length ?? ''));
  const [w, h] = width && height ? [width, height] : plain;
  const id = given.get('id');
  const className = given.get('class');
  return {
    properties: {
      ...(given.has('viewBox') ? { viewBox: given.get('viewBox') } : w && h ? { viewBox: `0 0 ${w} ${h}` } : {}),
      ...(id && { id }),
      ...(className && { className: className.split(/\s+/) }),
    },
    inner,
    size: w && h && w > 0 && h > 0 ? { width: w, height: h } : undefined,
  };
}

function withOwnIds(svg: string, prefix: string): string {
  const names = new Map<string, string>();
  for (const [, id = ''] of svg.matchAll(/\sid="([^"]+)"/g)) {
    if (!names.has(id)) names.set(id, `${prefix}-${names.size + 1}`);
  }
  if (names.size === 0) return svg;
  const placed = new Set<string>();
  const renamed = (text: string): string =>
    text.replace(/#([\w:.-]+)/g, (whole, id: string) => (names.has(id) ? `#${names.get(id)}` : whole));
  return svg
    .replace(/(\s)(id|aria-[\w-]+)="([^"]*)"/g, (whole, space: string, name: string, id: string) => {
      if (name !== 'id') return names.has(id) ? `${space}${name}="${names.get(id)}"` : whole;
      // Mermaid gives some ids twice; nothing can refer to the second.
      if (placed.has(id)) return '';
      placed.add(id);
      return `${space}id="${names.get(id)}"`;
    })
    .replace(/="[^"]*#[^"]*"/g, renamed)
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, renamed);
}
