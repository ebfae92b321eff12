import type { Deck } from '../model/deck.ts';
import { documentHead } from './document-head.ts';
import { withAddresses, type ImageAddresses } from './image-addresses.ts';
import type { DeckPage } from './pages.ts';
import { slideHtml, type ThemeNames } from './slide-html.ts';

export interface PrintDocumentParts {
  css: string;
  addresses: ImageAddresses;
  pages: DeckPage[];
  themeOf: ThemeNames;
}

/**
 * Renders the slides as a static document: one page each, no scripts. The HTML and the styles of a slide are those of
 * the deck. The slides are hidden until the fonts are loaded, so that they are laid out only once.
 */
export function printDocument(deck: Deck, { css, addresses, pages, themeOf }: PrintDocumentParts): string {
  const { width, height } = deck.meta.size;
  const slides = pages
    .map(({ slide, step, first, deck: own = deck }) =>
      slideHtml(slide, own, { output: 'pdf', step, repeated: !first, pdfRoles: true, themeOf }),
    )
    .join('\n');
  const page = `@page{size:${width}px ${height}px;margin:0}`;
  // Scripts are off in the pool; what is loaded is answered by the pool.
  const policy = `script-src 'none'; frame-src 'none'`;
  return [
    documentHead(deck, { css: `${css}${page}`, policy }),
    `<body>`,
    `<main class="print reveal" hidden>`,
    withAddresses(slides, addresses),
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}
