import { seenColour, type Page } from './page.ts';

/** Inherited properties that SVG has attributes for. */
const INHERITED = [
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'fill-rule',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
] as const;
/** Properties of elements alone, and their values where nothing is said. */
const OWN: readonly (readonly [property: string, initial: string])[] = [
  ['opacity', '1'],
  ['clip-path', 'none'],
  ['mask', 'none'],
  ['marker-start', 'none'],
  ['marker-mid', 'none'],
  ['marker-end', 'none'],
];
const PAINTS = ['fill', 'stroke'] as const;
/** Shares of the font's size that a line of text hangs lower than its letters' feet. */
const BASELINES: ReadonlyMap<string, number> = new Map([
  ['central', 0.35],
  ['middle', 0.27],
  ['hanging', 0.75],
  ['text-before-edge', 0.85],
  ['text-after-edge', -0.2],
]);
const UNSEEN = 'style,script,title,desc,metadata';

/**
 * Returns a drawing as a file that looks alike anywhere: without style sheets, tokens and scripts.
 *
 * @returns `undefined` for drawings with HTML in them, which other programs do not show.
 */
export function svgFile(page: Page, svg: SVGSVGElement): string | undefined {
  if (svg.querySelector('foreignObject, image:not([href^="data:"])')) return undefined;
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  plain(page, svg, copy);
  for (const unseen of copy.querySelectorAll(UNSEEN)) unseen.remove();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(Math.round(width * 100) / 100));
  copy.setAttribute('height', String(Math.round(height * 100) / 100));
  return new XMLSerializer().serializeToString(copy);
}

/** Writes computed styles as attributes, where they differ from those around. */
function plain(page: Page, from: SVGElement, to: SVGElement, around?: CSSStyleDeclaration): void {
  const style = getComputedStyle(from);
  for (const name of to.getAttributeNames()) {
    if (/^(?:class|style|role|aria-|data-|tabindex|focusable|dominant-baseline|baseline-shift|xmlns)/.test(name))
      to.removeAttribute(name);
  }
  if (style.display === 'none') {
    to.setAttribute('display', 'none');
    return;
  }
  for (const name of PAINTS) paint(page, to, { name, value: style[name], before: around?.[name] });
  for (const name of ['fill-opacity', 'stroke-opacity'])
    if (style.getPropertyValue(name) !== (around?.getPropertyValue(name) ?? '1') && !to.hasAttribute(name))
      to.setAttribute(name, style.getPropertyValue(name));
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (value !== around?.getPropertyValue(name)) to.setAttribute(name, value);
    else to.removeAttribute(name);
  }
  for (const [name, initial] of OWN) {
    const value = style.getPropertyValue(name);
    if (value && value !== initial) to.setAttribute(name, value.replaceAll('"', ''));
  }
  if (from.localName === 'stop')
    to.setAttribute('stop-color', seenColour(page, style.stopColor)?.slice(0, 7) ?? '#000000');
  lower(from, to, style);
  const children = [...to.children];
  [...from.children].forEach((child, index) => {
    const copied = children[index];
    if (child instanceof SVGElement && copied instanceof SVGElement) plain(page, child, copied, style);
  });
}

interface PaintValue {
  name: (typeof PAINTS)[number];
  value: string;
  before: string | undefined;
}

function paint(page: Page, to: SVGElement, { name, value, before }: PaintValue): void {
  if (value === before) {
    to.removeAttribute(name);
    return;
  }
  if (value === 'none' || value.startsWith('url(')) {
    to.setAttribute(name, value.replaceAll('"', ''));
    return;
  }
  const colour = seenColour(page, value);
  to.setAttribute(name, colour ? colour.slice(0, 7) : 'none');
  if (colour && colour.length > 7)
    to.setAttribute(`${name}-opacity`, String(Number.parseInt(colour.slice(7), 16) / 255));
}

/** Few programs know where lines hang: places are those of letters' feet instead. */
function lower(from: SVGElement, to: SVGElement, style: CSSStyleDeclaration): void {
  const share = BASELINES.get(style.dominantBaseline);
  if (share === undefined || (from.localName !== 'text' && !from.hasAttribute('y'))) return;
  if (from.localName !== 'text' && from.localName !== 'tspan') return;
  const y = Number.parseFloat(from.getAttribute('y') ?? '0') || 0;
  to.setAttribute('y', String(Math.round((y + share * Number.parseFloat(style.fontSize)) * 100) / 100));
}
