import type { Deck } from '../model/deck.ts';
import { fail, warn } from '../model/messages.ts';
import { FIT_FLOOR } from '../render/fit-floor.ts';
import type { FitResult } from '../render/in-page/fit-slides.ts';
import { deckPages, type DeckPage } from '../render/pages.ts';
import { printDocument } from '../render/print-document.ts';
import { deckStyles, themeNames } from './deck-styles.ts';
import type { Exporter } from './export-job.ts';
import { finishPdf } from '../pdf/finish-pdf.ts';

/** The slides as a PDF, one page each. Slides that had to be scaled down are messages where they stand. */
export const exportPdf: Exporter = async (job) => {
  const { deck, name, printer } = job;
  const css = await deckStyles(job, 'print');
  const pages = deckPages(deck, { steps: job.stepPages });
  const images = new Map(
    await Promise.all([...job.printImages].map(async ([id, image]) => [id, await image] as const)),
  );
  // The browser tells the kind of a file from disk by its name.
  const fileName = (id: string): string => `${id}.${images.get(id)?.extension ?? ''}`;
  const html = printDocument(deck, { css, imageAddress: fileName, pages, themeOf: themeNames(job) });
  const { pdf, fits } = await printer.print({
    html,
    size: deck.meta.size,
    fitFloor: FIT_FLOOR,
    files: new Map([...images.values()].map(({ id, bytes }) => [fileName(id), bytes])),
  });
  reportFits(fits, pages);
  return [{ path: `${name}.pdf`, bytes: finishPdf(pdf, deck, { pages, epoch: job.epoch ?? dateOf(deck) }) }];
};

/** The clock never gets into an output: a date is the front matter's, or there is none. */
function dateOf({ meta }: Deck): number | undefined {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(meta.date) ? Date.parse(meta.date) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}

function reportFits(fits: FitResult[], pages: DeckPage[]): void {
  for (const { index, factor, overflows } of fits) {
    const { slide, first } = pages[index] ?? {};
    if (!slide || !first || factor === 1) continue;
    const place = slide.position && { start: slide.position.start, end: slide.position.start };
    if (overflows) {
      const reason = `Unexpected amount of content: even at ${FIT_FLOOR} of its size it does not fit on the slide; split the slide`;
      fail(slide.file, reason, { place, ruleId: 'slide-overflow' });
    } else if (!slide.settings.fit) {
      const reason = `Content is larger than the slide and was scaled to ${factor.toFixed(2)} of its size; shorten or split the slide, or write {fit} behind its heading`;
      warn(slide.file, reason, { place, ruleId: 'slide-fit' });
    }
  }
}
