const CLASSES = [
  'slide-footer',
  'slide-footer-text',
  'slide-count',
  'slide-logo',
  'slide-image',
  'backdrop',
  'section-marks',
  'callout',
  'theorem',
  'footnotes',
  'source',
  'byline',
  'card',
  'column',
  'cell',
  'slot',
];

/** Names what a block is: its component, or the class that says most of it; else its element. */
export function roleOf(element: Element): string {
  const component = element.getAttribute('data-component');
  if (component !== null) return component;
  return CLASSES.find((name) => element.classList.contains(name)) ?? element.classList.item(0) ?? element.localName;
}

/** Returns degrees clockwise. */
export function rotationOf({ transform, rotate }: CSSStyleDeclaration): number {
  const turned = rotate === 'none' ? 0 : Number.parseFloat(rotate);
  if (transform === 'none') return turned;
  const { a, b, c, d } = new DOMMatrix(transform);
  const [across, up] = isMirrored({ transform }) ? [d, -c] : [a, b];
  return Math.round((Math.atan2(up, across) * 180) / Math.PI + turned);
}

/** Returns how many times as wide and as high `transform` makes an element. */
export function scaleOf({ transform }: CSSStyleDeclaration): [number, number] {
  if (transform === 'none') return [1, 1];
  const { a, b, c, d } = new DOMMatrix(transform);
  return [Math.hypot(a, b), Math.hypot(c, d)];
}

/** Tells whether left and right are exchanged. */
export function isMirrored({ transform }: Pick<CSSStyleDeclaration, 'transform'>): boolean {
  if (transform === 'none') return false;
  const { a, b, c, d } = new DOMMatrix(transform);
  return a * d - b * c < 0;
}

/** Tells whether an element is a part of a line. */
export function isInline(element: Element): boolean {
  const { display, position, float } = getComputedStyle(element);
  if (position === 'absolute' || position === 'fixed' || float !== 'none') return false;
  if (display === 'contents') return [...element.children].every(isInline);
  return display.startsWith('inline') || display.startsWith('ruby');
}
