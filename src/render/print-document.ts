import { ASSET_ATTRIBUTE, type Deck } from '../model/deck.ts';
import { documentHead } from './document-head.ts';
import type { DeckPage } from './pages.ts';
import { slideHtml, type ThemeNames } from './slide-html.ts';

export interface PrintDocumentParts {
  css: string;
  imageAddress: (id: string) => string;
  pages: DeckPage[];
  themeOf: ThemeNames;
}

/**
 * The slides as a static document: a page each, no scripts. The HTML and the styles of a slide are those of the deck.
 * The slides are hidden; who prints them shows them when the fonts are there, so that they are laid out only once.
 */
export function printDocument(deck: Deck, { css, imageAddress, pages, themeOf }: PrintDocumentParts): string {
  const { width, height } = deck.meta.size;
  const slides = pages
    .map(({ slide, step, first }) =>
      slideHtml(slide, deck, { output: 'pdf', step, repeated: !first, pdfRoles: true, themeOf }),
    )
    .join('\n')
    .replace(ASSET_ATTRIBUTE, (_, attribute: string, id: string) => `${attribute}="${imageAddress(id)}"`);
  const page = `@page{size:${width}px ${height}px;margin:0}`;
  // Scripts are off in the pool; what is loaded is answered by the pool.
  const policy = `script-src 'none'; frame-src 'none'`;
  return [
    documentHead(deck, { css: `${css}${page}`, policy }),
    `<body>`,
    `<main class="print reveal" hidden>`,
    slides,
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}
