import type { PictureFormat, PicturesJob } from '../browser/take-pictures.ts';
import type { StyleKind } from '../styles/bundle-styles.ts';
import type { Size, Slide } from '../model/deck.ts';
import { LecternError } from '../model/errors.ts';
import { asCover, contactSheet, slidesDocument } from '../render/picture-document.ts';
import { deckPages, type DeckPage } from '../render/pages.ts';
import { coverName } from './html.ts';
import { deckCss, themeNames } from './deck-css.ts';
import { documentAssets, timeoutFor } from './document-assets.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import { USUAL_SCALE } from './output-options.ts';
import { reportFits } from './report-fits.ts';
import { selectSlides } from './slide-selection.ts';

const KIND: StyleKind = 'print';

/** Takes an image of each slide, named by its place in the deck. */
export async function takePictures(job: ExportJob, format: PictureFormat): Promise<ExportedFile[]> {
  const { deck, name, options } = job;
  const { transparent, stepPages } = options;
  if (transparent && format === 'jpeg') {
    throw new LecternError('USAGE', 'JPEG does not support --transparent', {
      advice: 'Write --to png or --to webp.',
    });
  }
  const pages = deckPages(deck, { steps: stepPages, shown: selectSlides(deck, options.slides) });
  const pictures = await photograph(job, pages, { format, transparent, scale: options.scale ?? USUAL_SCALE });
  const digits = Math.max(3, String(deck.slides.length).length);
  const numbers = new Map(deck.slides.map((slide, index) => [slide, String(index + 1).padStart(digits, '0')]));
  return pages.map(({ slide, step }, index) => ({
    path: `${name}.${format}/${numbers.get(slide)}${stepPages && slide.steps > 0 ? `-${step + 1}` : ''}.${format}`,
    bytes: pictures[index] ?? new Uint8Array(),
  }));
}

/** Takes the first slide as the image that a link to the deck is shown with. */
export async function takeCover(job: ExportJob): Promise<ExportedFile[]> {
  const first = selectSlides(job.deck, job.options.slides)[0];
  if (!first) return [];
  const deck = asCover(job.deck);
  const pages = deckPages(deck, { steps: false, shown: [first] });
  const [bytes] = await photograph({ ...job, deck }, pages, { format: 'png', transparent: false, scale: 1 });
  return bytes ? [{ path: coverName(job.name), bytes }] : [];
}

/** Takes all slides on one image. */
export async function takeContactSheet(job: ExportJob): Promise<ExportedFile[]> {
  const { deck, name, deckStyles, tools, options } = job;
  const { pool, cutFont } = tools;
  const shown = selectSlides(deck, options.slides);
  const pages = deckPages(deck, { steps: options.stepPages, shown });
  const [css, { addresses, ...assets }] = await Promise.all([
    deckCss(deck, deckStyles, { kind: KIND, cutFont }),
    documentAssets(job, 2),
  ]);
  const { html, width } = contactSheet(deck, pages, { css, addresses, themeOf: themeNames(deckStyles) });
  const size: Size = { width, height: deck.meta.size.height };
  const screenshot = { format: 'png', transparent: false, selector: 'main', scale: options.scale ?? 1 } as const;
  const { pictures } = await pool.takePictures({
    html,
    size,
    ...assets,
    ...screenshot,
    timeoutMs: timeoutFor(pages.length, options),
  });
  return pictures.map((bytes) => ({ path: `${name}.contact.png`, bytes }));
}

/** Takes images of pages. */
export async function photograph(
  job: ExportJob,
  pages: DeckPage[],
  screenshot: Pick<PicturesJob, 'format' | 'transparent'> & { scale: number },
): Promise<Uint8Array[]> {
  const { deck, deckStyles, tools, options } = job;
  const { pool, cutFont } = tools;
  const density = screenshot.scale > 2 ? 3 : 2;
  const [css, { addresses, ...assets }] = await Promise.all([
    deckCss(deck, deckStyles, { kind: KIND, cutFont }),
    documentAssets(job, density),
  ]);
  const { transparent } = screenshot;
  const html = slidesDocument(deck, { css, addresses, pages, themeOf: themeNames(deckStyles), transparent });
  const { size } = deck.meta;
  const timeoutMs = timeoutFor(pages.length, options);
  const { pictures, fits } = await pool.takePictures({
    html,
    size,
    ...assets,
    ...screenshot,
    selector: '.print>.slide',
    timeoutMs,
  });
  reportFits(
    fits,
    pages.map(({ slide, first }): Slide | undefined => (first ? slide : undefined)),
    job.settings,
  );
  return pictures;
}
