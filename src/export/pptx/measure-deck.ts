import { callClient } from '../../browser/call-client.ts';
import type { PictureMaker } from '../../browser/print-page.ts';
import type { MeasuredSlide } from '../../client/shapes/measured.ts';
import type { Deck, Slide } from '../../model/deck.ts';
import { deckPages } from '../../render/pages.ts';
import { printDocument } from '../../render/print-document.ts';
import { deckCss, themeNames } from '../deck-css.ts';
import { documentAssets, timeoutFor } from '../document-assets.ts';
import type { ExportJob } from '../export-job.ts';
import { reportFits } from '../report-fits.ts';
import { pictureElements, type ElementPictures } from './element-pictures.ts';
import { needsPicture } from './shapes/needs-picture.ts';
import { numberElements, type SlideElements } from './slide-elements.ts';

/** Slides as a page shows them, in their order. */
export interface MeasuredDeck {
  slides: MeasuredSlide[];
  elements: SlideElements;
  /** What the document shows: images and other files, by the names that they have there. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Pictures of elements, by their numbers. */
  pictures: ElementPictures;
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
  const files = new Map(assets.files);
  const make: PictureMaker['make'] = async (...which) => {
    const made = await assets.pictures.make(...which);
    files.set(made.name, made.bytes);
    return made;
  };
  const measured = {
    html,
    size: deck.meta.size,
    ...assets,
    pictures: { ...assets.pictures, make },
    timeoutMs: timeoutFor(pages.length, options),
  };
  return pool.inspect(measured, async (page, fits) => {
    const own = shown.map((slide) => (isOwn(deck, slide) ? slide : undefined));
    reportFits(fits, own, job.settings);
    const slides = await callClient(page, 'shapes', 'measureSlides');
    return { slides, elements, files, pictures: await pictureElements(page, slides, needsPicture) };
  });
}

function isOwn({ slides }: Deck, slide: Slide): boolean {
  return slides.includes(slide);
}
