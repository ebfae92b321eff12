import { toString } from 'hast-util-to-string';
import { finishPdf } from '../pdf/finish-pdf.ts';
import { deckPages } from '../render/pages.ts';
import { printDocument } from '../render/print-document.ts';
import { dateOf } from './date-of.ts';
import { deckCss, themeNames } from './deck-css.ts';
import { documentAssets, timeoutFor } from './document-assets.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import { reportPdf } from './report-pdf.ts';
import { reportFits } from './report-fits.ts';
import { selectSlides } from './slide-selection.ts';

/** Prints the slides as a PDF, one page each. Slides that had to be scaled down are messages where they stand. */
export async function printSlides(job: ExportJob): Promise<ExportedFile[]> {
  const { deck, name, pool, options } = job;
  const pages = deckPages(deck, { steps: options.stepPages, shown: selectSlides(deck, options.slides) });
  const [css, { addresses, ...assets }] = await Promise.all([deckCss(job, 'print'), documentAssets(job, 2)]);
  const html = printDocument(deck, { css, addresses, pages, themeOf: themeNames(job) });
  const { size } = deck.meta;
  const { pdf, fits } = await pool.print({ html, size, ...assets, timeoutMs: timeoutFor(pages.length, options) });
  reportFits(
    fits,
    pages.map(({ slide, first }) => (first ? slide : undefined)),
    job.settings,
  );
  const notes = pages.flatMap(({ slide, first }, page) => {
    const text =
      first && options.annotate
        ? slide.notes
            .map((node) => toString(node))
            .join('\n')
            .trim()
        : '';
    return text ? [{ page, text, author: deck.meta.authors.join(', ') }] : [];
  });
  const path = `${name}.pdf`;
  const finished = finishPdf(pdf, deck, { pages, notes, epoch: job.epoch ?? dateOf(deck) });
  reportPdf(job, path, finished);
  return [{ path, bytes: finished.bytes }];
}
