import { TONES } from '../model/deck.ts';
import { escapeHtml } from './document-head.ts';

/** Colours that a palette shows, with their names. */
const COLOURS: readonly (readonly [token: string, name: string])[] = [
  ['--r-background-color', 'background'],
  ['--r-main-color', 'text'],
  ['--r-heading-color', 'headings'],
  ['--deck-accent', 'accent'],
  ['--deck-accent-2', 'accent-2'],
  ['--deck-muted', 'muted'],
  ['--deck-line', 'line'],
  ['--deck-panel', 'panel'],
  ...[1, 2, 3, 4, 5, 6].map((series) => [`--deck-chart-${series}`, `chart-${series}`] as const),
];

/** Renders the colours of a theme in each tone; the page's script writes their values. */
export function paletteHtml(theme: string): string {
  const swatches = COLOURS.map(
    ([token, name]) =>
      `<li><i style="background:var(${token})"></i><span>${name}</span><code data-colour="${token}"></code></li>`,
  ).join('');
  return TONES.map(
    (tone) =>
      `<div class="slide palette" data-theme="${theme}" data-tone="${tone}"><h4>${tone}</h4><ul>${swatches}</ul></div>`,
  ).join('\n');
}

interface TypeLine {
  name: string;
  text: string;
  /** The theme's style for it. */
  style: string;
}

const HEADING =
  'font-family:var(--r-heading-font);font-weight:var(--r-heading-font-weight);letter-spacing:var(--r-heading-letter-spacing);line-height:var(--r-heading-line-height);color:var(--r-heading-color)';
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz 0123456789';

/** Renders the type of a theme, from the largest to the smallest. @param words - of the deck, whose letters the fonts have. */
export function typeHtml(theme: string, words: { title: string; heading: string; text: string; code: string }): string {
  const lines: TypeLine[] = [
    { name: 'Cover', text: words.title, style: `${HEADING};font-size:var(--deck-cover-size)` },
    { name: 'Heading', text: words.heading, style: `${HEADING};font-size:var(--r-heading2-size)` },
    { name: 'Subheading', text: words.heading, style: `${HEADING};font-size:var(--r-heading3-size)` },
    { name: 'Text', text: words.text, style: '' },
    { name: 'Bold', text: words.text, style: 'font-weight:var(--deck-strong-weight);color:var(--r-heading-color)' },
    { name: 'Letters', text: ALPHABET, style: '' },
    { name: 'Code', text: words.code, style: 'font-family:var(--deck-code-font);font-size:var(--deck-code-size)' },
    { name: 'Small', text: words.text, style: 'font-size:var(--deck-small-size);color:var(--deck-muted)' },
  ];
  const rows = lines.map(
    ({ name, text, style }) =>
      `<div><span class="type-name">${name}</span><span class="type-size" data-size-of></span><p style="${style}">${escapeHtml(text)}</p></div>`,
  );
  return `<div class="slide type" data-theme="${theme}" data-layout="default" data-follows-tone>${rows.join('\n')}</div>`;
}
