import { toString } from 'hast-util-to-string';
import { deckPages } from '../render/pages.ts';
import { printDocument } from '../render/print-document.ts';
import { deckCss, themeNames } from './deck-css.ts';
import { documentAssets, timeoutFor } from './document-assets.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import { finishedPdf } from './pdf-file.ts';
import { reportFits } from './report-fits.ts';
import { selectSlides } from './slide-selection.ts';

/** Prints the slides as a PDF, one page each. Slides that had to be scaled down are messages where they are. */
export async function printSlides(job: ExportJob): Promise<ExportedFile[]> {
  const { deck, name, deckStyles, tools, options } = job;
  const { pool, cutFont } = tools;
  const pages = deckPages(deck, { steps: options.stepPages, shown: selectSlides(deck, options.slides) });
  const [css, { addresses, ...assets }] = await Promise.all([
    deckCss(deck, deckStyles, { kind: 'print', cutFont }),
    documentAssets(job, 2),
  ]);
  const html = printDocument(deck, { css, addresses, pages, themeOf: themeNames(deckStyles) });
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
  return [finishedPdf(job, { path: `${name}.pdf`, bytes: pdf }, { pages, notes })];
}
