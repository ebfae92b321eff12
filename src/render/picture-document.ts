import type { Deck } from '../model/deck.ts';
import { COVER_SIZE, documentHead } from './document-head.ts';
import { withAddresses } from './image-addresses.ts';
import type { DeckPage } from './pages.ts';
import { framedSlide, slideLabel, type PaperParts } from './paper-document.ts';
import { printDocument, type PrintDocumentParts } from './print-document.ts';

/** Slides one at a time: those that are `data-away` are not there. */
const ONE_AT_A_TIME = '.print>[data-away]{display:none}';
const WITHOUT_GROUND =
  'html,body,.print,.print>.slide{background:none!important}.print>.slide>div.backdrop{display:none}';

/** Renders slides for screenshots, each alone in the window. */
export function slidesDocument(
  deck: Deck,
  { transparent, ...parts }: PrintDocumentParts & { transparent: boolean },
): string {
  return printDocument(deck, { ...parts, css: `${parts.css}${ONE_AT_A_TIME}${transparent ? WITHOUT_GROUND : ''}` });
}

/** Returns the deck with slides in the size of a link's preview image: nothing is cropped or added. */
export function asCover(deck: Deck): Deck {
  return { ...deck, meta: { ...deck.meta, size: COVER_SIZE, numbers: false }, footer: [] };
}

/** Px between slides of a contact sheet, and around them. */
const SPACE = 28;
/** Px of the width that all slides of a row share, and what one has at least. */
const ROW = 2000;
const LEAST = 170;

/** Renders all slides on one image, about as many columns as rows, and returns the window's width. */
export function contactSheet(
  deck: Deck,
  pages: readonly DeckPage[],
  parts: Omit<PaperParts, 'slides'>,
): { html: string; width: number } {
  const columns = Math.min(Math.max(Math.ceil(Math.sqrt(pages.length)), 2), 40);
  const slideWidth = Math.max(LEAST, Math.round(ROW / columns));
  const leaves = pages.map(
    ({ slide, step }) =>
      `<article class="leaf">${framedSlide(slide, deck, { themeOf: parts.themeOf, step })}${slideLabel(slide)}</article>`,
  );
  const css = `${parts.css}:root{--paper-slide:${slideWidth}px;--paper-columns:${columns};--paper-gap:${SPACE}px}`;
  const html = [
    documentHead(deck, { css, policy: `script-src 'none'; frame-src 'none'` }),
    `<body class="paper contact">`,
    `<main class="print" hidden>`,
    withAddresses(leaves.join('\n'), parts.addresses),
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
  return { html, width: columns * (slideWidth + SPACE) + SPACE };
}
