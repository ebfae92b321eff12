/** Keys of Deckset, which are lines at the top of a deck, or in brackets on a slide. */
export const KEYS: ReadonlySet<string> = new Set([
  'theme',
  'autoscale',
  'slidenumbers',
  'slidecount',
  'slidenumber-style',
  'footer',
  'footer-style',
  'build-lists',
  'slide-transition',
  'slide-dividers',
  'background-color',
  'background-image',
  'code-language',
  'code',
  'code-highlight',
  'text',
  'text-strong',
  'text-emphasis',
  'header',
  'header-strong',
  'header-emphasis',
  'list',
  'quote',
  'quote-author',
  'table',
  'table-separator',
  'link',
  'formula',
  'fit-header',
  'presenter-notes',
  'hide-footer',
  'column',
  'alternating-colors',
  'footnote',
  'footnotes',
]);

/** The nearest theme of Lectern. */
export const NEAREST_THEMES: ReadonlyMap<string, string> = new Map([
  ['plain jane', 'folio'],
  ['zurich', 'raster'],
  ['fira', 'ledger'],
  ['simple', 'folio'],
  ['next', 'ledger'],
  ['work', 'ledger'],
  ['titillium', 'ledger'],
  ['business class', 'ledger'],
  ['merriweather', 'galley'],
  ['franziska', 'galley'],
  ['libre', 'galley'],
  ['letters from sweden', 'galley'],
  ['courier', 'raster'],
  ['poster', 'beacon'],
  ['ostrich', 'beacon'],
  ['huerta', 'marmalade'],
  ['sketchnote', 'marmalade'],
  ['scherzkeks', 'marmalade'],
  ['olive green', 'ledger'],
  ['alun', 'folio'],
]);

const TRANSITIONS: ReadonlyMap<string, string> = new Map([
  ['true', 'slide'],
  ['fade', 'fade'],
  ['fadethroughcolor', 'fade'],
  ['push', 'slide'],
  ['move', 'slide'],
  ['reveal', 'slide'],
  ['false', 'none'],
]);

/** Returns the transition of Lectern that is nearest. */
export function transitionOf(value: string): string {
  return TRANSITIONS.get(value.toLowerCase().replace(/\(.{0,60}$/, '')) ?? 'slide';
}

/** Returns the first word of a value that is a colour of CSS. */
export function colourIn(value: string): string | undefined {
  return value
    .split(',')
    .map((word) => word.trim())
    .find((word) => /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(word));
}
