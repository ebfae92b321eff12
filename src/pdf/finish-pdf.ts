import type { Deck } from '../model/deck.ts';
import { writeBookmarks, type Bookmark } from './bookmarks.ts';
import { addXmp, writeInfo, type PdfMetadata } from './metadata.ts';
import { pageLabels } from './page-labels.ts';
import { pdfDate } from './pdf-text.ts';
import { PdfUpdate } from './pdf-update.ts';

export interface FinishPdfOptions {
  /** Seconds since 1970 for the dates inside; `undefined` leaves them out. */
  epoch: number | undefined;
  /** What each page is. */
  pages: PageFacts[];
}

interface PageFacts {
  /** Index of the slide. */
  index: number;
  /** The slide's first page. */
  first: boolean;
  label: string;
}

/**
 * Gives a printed deck what the browser cannot: bookmarks, one a slide and each under its section, author, subject and
 * keywords, and dates that do not change from run to run.
 *
 */
export function finishPdf(printed: Uint8Array, deck: Deck, { epoch, pages }: FinishPdfOptions): Uint8Array {
  const { meta } = deck;
  const pdf = new PdfUpdate(withoutChance(printed, epoch ?? 0));
  const metadata: PdfMetadata = {
    title: meta.title,
    authors: meta.authors,
    subject: meta.description || meta.subtitle,
    keywords: meta.keywords,
    lang: meta.lang,
    epoch,
  };
  writeInfo(pdf, metadata);
  const xmp = addXmp(pdf, metadata);
  const outline = writeBookmarks(pdf, bookmarksOf(deck, pages));
  const catalog = pdf.read(pdf.root).replace(/>>\s*$/, '');
  pdf.write(
    pdf.root,
    `${catalog}\n/Metadata ${xmp} 0 R\n/Outlines ${outline} 0 R\n/PageLabels ${pageLabels(pages)}\n/PageMode /UseOutlines>>`,
  );
  return pdf.finish();
}

function bookmarksOf({ slides }: Deck, pages: PageFacts[]): Bookmark[] {
  const firstPages = pages.flatMap(({ first }, page) => (first ? [page] : []));
  const top: Bookmark[] = [];
  let section: Bookmark | undefined;
  slides.forEach((slide, index) => {
    const page = firstPages[index] ?? 0;
    const bookmark: Bookmark = { title: slide.title || String(slide.number ?? index + 1), page, children: [] };
    if (section && !slide.opensSection) section.children.push(bookmark);
    else top.push(bookmark);
    if (slide.opensSection) section = bookmark;
  });
  return top;
}

/**
 * Takes out what differs from print to print: the dates, which stay in the file below the update, and the browser's
 * numbers of table cells. What replaces them has the same length and the same order, so every offset and tree holds.
 */
function withoutChance(printed: Uint8Array, epoch: number): Uint8Array {
  const fixed = Buffer.from(printed);
  const text = fixed.toString('latin1');
  for (const { index } of text.slice(0, 4096).matchAll(/D:\d{14}\+00'00'/g))
    fixed.write(pdfDate(epoch), index, 'latin1');
  const places = [...text.matchAll(/\(node(\d{8})\)/g)].map(({ index, 1: number = '' }) => ({ index, number }));
  const ranks = new Map(
    [...new Set(places.map(({ number }) => number))].toSorted().map((number, rank) => [number, rank]),
  );
  for (const { index, number } of places) {
    fixed.write(`(node${String(ranks.get(number)).padStart(8, '0')})`, index, 'latin1');
  }
  return fixed;
}
