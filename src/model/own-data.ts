/** `data-*` that carry what Lectern itself knows of an element; the part after `data-`. */
const OWN = new Set([
  'asset',
  'asset-copy',
  'at',
  'away',
  'caption-number',
  'cited',
  'code-steps',
  'effect',
  'embed',
  'footnote-backref',
  'footnote-ref',
  'footnotes',
  'icon',
  'inset',
  'layers',
  'link',
  'made',
  'only',
  'page',
  'part',
  'pause',
  'place',
  'poster',
  'qr',
  'references',
  'slot',
  'step',
  'steps',
  'styles',
  'tex',
  'toc',
  'unit',
  'units',
]);

/**
 * Tells whether a `data-*` attribute is reserved: set by authors, it could create frames, addresses and steps.
 *
 * @param name - of the attribute (`data-page`) or of the property (`dataPage`).
 */
export function isOwnData(name: string): boolean {
  return /^data(?:-|[A-Z])/i.test(name) && OWN.has(attributeName(name).slice('data-'.length));
}

/** `data-*` that make reveal.js load something, or write a style sheet. */
const LOADING = /^data-(?:src|preload|lazy-loaded|(?:background|auto-animate|preview)(?:-.*)?)$/;

/** Tells whether reveal.js loads files or pages by a `data-*` attribute. */
export function isLoadingData(name: string): boolean {
  return LOADING.test(attributeName(name));
}

/** Returns the attribute of a property such as `dataId`. */
export function attributeName(name: string): string {
  return (name[4] === '-' ? name : name.replaceAll(/[A-Z]/g, (letter) => `-${letter}`)).toLowerCase();
}

/** Tells whether authors can set a `data-*` attribute. */
export function isOpenData(name: string): boolean {
  return name.startsWith('data-') && !isOwnData(name);
}
