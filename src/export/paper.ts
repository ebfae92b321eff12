import type { Slide } from '../model/deck.ts';
import { MARGINS } from '../render/handout-grid.ts';
import { handoutDocument, handoutPages } from '../render/handout-document.ts';
import { notesDocument } from '../render/notes-document.ts';
import type { PaperParts } from '../render/paper-document.ts';
import { deckCss, themeNames } from './deck-css.ts';
import { documentAssets, timeoutFor } from './document-assets.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import { finishedPdf } from './pdf-file.ts';
import { reportFits } from './report-fits.ts';
import { selectSlides } from './slide-selection.ts';

const POINTS = 72 / 25.4;
const IN_POINTS = { top: MARGINS.top * POINTS, left: MARGINS.side * POINTS };

/** Prints slides on paper, several a page. */
export async function printHandout(job: ExportJob): Promise<ExportedFile[]> {
  const { deck, name, options } = job;
  const settings = settingsOf(job);
  const shown = handoutPages(deck, settings, selectSlides(deck, options.slides));
  const figures = shown.map(({ slide, first }) => (first ? slide : undefined));
  return printPaper(job, { path: `${name}.handout.pdf`, figures }, (parts) => handoutDocument(deck, settings, parts));
}

/** Prints the speaker's pages: a slide and all its notes. */
export async function printNotes(job: ExportJob): Promise<ExportedFile[]> {
  const { deck, name, options } = job;
  const settings = { ...settingsOf(job), large: options.large };
  return printPaper(job, { path: `${name}.notes.pdf` }, (parts) => notesDocument(deck, settings, parts));
}

/** Returns the settings of paper: a call's take precedence over the deck's. */
export function settingsOf({ deck, options }: ExportJob): ExportJob['deck']['meta']['handout'] {
  return { ...deck.meta.handout, ...options.handout };
}

interface PaperFile {
  /** Below the output folder. */
  path: string;
  /** Slides that the document shows, `undefined` for those shown once more. @default all that are printed */
  figures?: readonly (Slide | undefined)[];
}

/** Prints a document on paper. */
export async function printPaper(
  job: ExportJob,
  { path, figures }: PaperFile,
  document: (parts: PaperParts) => string,
): Promise<ExportedFile[]> {
  const { deck, deckStyles, tools, options } = job;
  const { pool, cutFont } = tools;
  const slides: readonly Slide[] = selectSlides(deck, options.slides);
  const [css, { addresses, ...assets }] = await Promise.all([
    deckCss(deck, deckStyles, { kind: 'print', cutFont }),
    documentAssets(job, 3),
  ]);
  const html = document({ css, addresses, slides, themeOf: themeNames(deckStyles) });
  const { size } = deck.meta;
  const { pdf, fits } = await pool.print({ html, size, ...assets, timeoutMs: timeoutFor(slides.length, options) });
  reportFits(fits, figures ?? slides, job.settings);
  const { grey, booklet } = settingsOf(job);
  return [finishedPdf(job, { path, bytes: pdf }, { margins: IN_POINTS, grey, booklet })];
}
