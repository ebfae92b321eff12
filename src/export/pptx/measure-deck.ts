import { callClient } from '../../browser/call-client.ts';
import type { MeasuredSlide } from '../../client/shapes/measured.ts';
import type { Deck, Slide } from '../../model/deck.ts';
import { deckPages } from '../../render/pages.ts';
import { printDocument } from '../../render/print-document.ts';
import { deckCss, themeNames } from '../deck-css.ts';
import { documentAssets, timeoutFor } from '../document-assets.ts';
import type { ExportJob } from '../export-job.ts';
import { reportFits } from '../report-fits.ts';
import { numberElements, type SlideElements } from './slide-elements.ts';

/** Slides as a page shows them, in their order. */
export interface MeasuredDeck {
  slides: MeasuredSlide[];
  elements: SlideElements;
  /** Names of images in the document, by their ids. */
  addresses: ReadonlyMap<string, string>;
}

/**
 * Lays the slides out as a PDF does, and measures what they show.
 *
 * @param shown - the slides to measure; those that are not of the deck are specimens of layouts.
 */
export async function measureDeck(job: ExportJob, shown: readonly Slide[]): Promise<MeasuredDeck> {
  const { deck, deckStyles, tools, options } = job;
  const { pool, cutFont } = tools;
  const { slides, elements } = numberElements(deck, shown);
  const pages = deckPages(deck, { steps: false, shown: slides });
  const [css, { addresses, ...assets }] = await Promise.all([
    deckCss(deck, deckStyles, { kind: 'print', cutFont }),
    documentAssets(job, 2),
  ]);
  const html = printDocument(deck, { css, addresses, pages, themeOf: themeNames(deckStyles) });
  const measured = { html, size: deck.meta.size, ...assets, timeoutMs: timeoutFor(pages.length, options) };
  return pool.inspect(measured, async (page, fits) => {
    const own = shown.map((slide) => (isOwn(deck, slide) ? slide : undefined));
    reportFits(fits, own, job.settings);
    return { slides: await callClient(page, 'shapes', 'measureSlides'), elements, addresses };
  });
}

function isOwn({ slides }: Deck, slide: Slide): boolean {
  return slides.includes(slide);
}
