/** `data-*` that carry what Lectern itself knows of an element; the part after `data-`. */
const OWN = new Set([
  'asset',
  'asset-copy',
  'at',
  'away',
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
  'only',
  'page',
  'part',
  'pause',
  'place',
  'poster',
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
 * Whether Lectern keeps a `data-*` attribute for itself: authors cannot set it, or they could make frames, addresses and
 * steps of their own.
 *
 * @param name - of the attribute (`data-page`) or of the property (`dataPage`).
 */
export function isOwnData(name: string): boolean {
  return /^data(?:-|[A-Z])/i.test(name) && OWN.has(attributeName(name).slice('data-'.length));
}

/** `data-*` that make reveal.js load something, or write a style sheet. */
const LOADING = /^data-(?:src|preload|lazy-loaded|(?:background|auto-animate|preview)(?:-.*)?)$/;

/** The same for those by which reveal.js loads files and pages. */
export function isLoadingData(name: string): boolean {
  return LOADING.test(attributeName(name));
}

/** The attribute that a property such as `dataId` stands for. */
export function attributeName(name: string): string {
  return (name[4] === '-' ? name : name.replaceAll(/[A-Z]/g, (letter) => `-${letter}`)).toLowerCase();
}

/** Whether authors can set a `data-*` attribute. */
export function isOpenData(name: string): boolean {
  return name.startsWith('data-') && !isOwnData(name);
}
