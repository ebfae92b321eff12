import type { Deck } from '../model/deck.ts';
import { turnActualTexts } from './actual-text.ts';
import { writeBookmarks, type Bookmark } from './bookmarks.ts';
import { foldPages } from './booklet.ts';
import { destinations } from './destinations.ts';
import { turnLigatures } from './ligatures.ts';
import { makeGrey } from './grey.ts';
import { nameLinks, shortenNames } from './links.ts';
import { addXmp, writeInfo, type PdfMetadata } from './metadata.ts';
import { addNotes, type PageNote } from './notes.ts';
import { pageLabels } from './page-labels.ts';
import { PdfFile, UnknownPdf } from './pdf-file.ts';
import { completeStructure } from './structure.ts';

export interface FinishPdfOptions {
  /** Seconds since 1970 for the dates inside; `undefined` leaves them out. */
  epoch: number | undefined;
  /** The kinds of the pages, where pages are slides. */
  pages?: PageFacts[];
  /** Margins in points, where slides are found by their ids. */
  margins?: { top: number; left: number };
  notes?: PageNote[];
  /** Make greys of all colours. @default false */
  grey?: boolean;
  /** Put the pages on sheets that are folded to a booklet. @default false */
  booklet?: boolean;
}

export interface FinishedPdf {
  bytes: Uint8Array;
  /** Why the file does not claim to be one for everyone; empty where it does. */
  accessFaults: string[];
  /** Why nothing could be added to the file; `undefined` where everything was. */
  unfinished?: string;
}

interface PageFacts {
  slide: { id: string };
  /** The slide's first page. */
  first: boolean;
  label: string;
}

/**
 * Gives a printed deck what the browser cannot: bookmarks, one a slide and each under its section, author, subject and
 * keywords, what a PDF for everyone needs (ISO 14289-1), and nothing that changes from run to run. What another browser
 * writes in a form of its own stays as it was printed.
 */
export function finishPdf(printed: Uint8Array, deck: Deck, options: FinishPdfOptions): FinishedPdf {
  try {
    return finished(printed, deck, options);
  } catch (error) {
    if (!(error instanceof UnknownPdf)) throw error;
    return { bytes: printed, accessFaults: [], unfinished: error.message };
  }
}

function finished(
  printed: Uint8Array,
  deck: Deck,
  { epoch, pages, margins = { top: 0, left: 0 }, notes = [], grey = false, booklet = false }: FinishPdfOptions,
): FinishedPdf {
  const { meta } = deck;
  const pdf = new PdfFile(printed);
  const { faults: accessFaults, fonts } = completeStructure(pdf);
  const metadata: PdfMetadata = {
    title: meta.title,
    authors: meta.authors,
    institutions: meta.institutions,
    event: meta.event,
    subject: meta.description || meta.subtitle,
    keywords: meta.keywords,
    lang: meta.lang,
    epoch,
    accessible: accessFaults.length === 0,
  };
  writeInfo(pdf, metadata);
  if (turnLigatures(pdf, fonts)) turnActualTexts(pdf);
  nameLinks(pdf, new Map(deck.slides.map(({ id, title }) => [id, title])));
  addNotes(pdf, notes);
  const targets = pages ? slidePages(pdf, pages) : destinations(pdf, margins);
  pdf.extend(pdf.root, {
    Metadata: `${addXmp(pdf, metadata)} 0 R`,
    Outlines: `${writeBookmarks(pdf, bookmarksOf(deck, targets))} 0 R`,
    PageMode: '/UseOutlines',
    ...(pages && { PageLabels: pageLabels(pages) }),
  });
  shortenNames(pdf);
  if (grey) makeGrey(pdf);
  if (booklet) foldPages(pdf, meta.dir);
  return { bytes: pdf.finish(), accessFaults };
}

/** Where slides are that have pages of their own. */
function slidePages(pdf: PdfFile, pages: PageFacts[]): Map<string, string> {
  const ids = pdf.pages();
  return new Map(
    pages.flatMap(({ slide, first }, index) => (first ? [[slide.id, `[${ids[index]} 0 R /Fit]`] as const] : [])),
  );
}

function bookmarksOf({ slides }: Deck, targets: ReadonlyMap<string, string>): Bookmark[] {
  const top: Bookmark[] = [];
  let section: Bookmark | undefined;
  slides.forEach((slide, index) => {
    const target = targets.get(slide.id);
    if (slide.opensSection) section = undefined;
    if (target === undefined) return;
    const bookmark: Bookmark = { title: slide.title || String(slide.number ?? index + 1), target, children: [] };
    (section?.children ?? top).push(bookmark);
    if (slide.opensSection) section = bookmark;
  });
  return top;
}
