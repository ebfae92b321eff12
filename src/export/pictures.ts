import type { PictureFormat, PicturesJob } from '../browser/take-pictures.ts';
import type { StyleKind } from '../styles/bundle-styles.ts';
import type { Size, Slide } from '../model/deck.ts';
import { LecternError } from '../model/errors.ts';
import { asCover, contactSheet, slidesDocument } from '../render/picture-document.ts';
import { deckPages, type DeckPage } from '../render/pages.ts';
import { coverName } from './cover-name.ts';
import { deckCss, themeNames } from './deck-css.ts';
import { documentAssets, timeoutFor } from './document-assets.ts';
import type { Exporter, ExportJob } from './export-job.ts';
import { reportFits } from './report-fits.ts';
import { selectSlides } from './slide-selection.ts';

const KIND: StyleKind = 'print';
/** A slide of 1280 × 720 becomes a picture of 1920 × 1080. */
const SCALE = 1.5;

/** A picture of each slide, named by its place in the deck. */
export function exportPictures(format: PictureFormat): Exporter {
  return async (job) => {
    const { deck, name, options } = job;
    const { transparent = false } = options;
    if (transparent && format === 'jpeg') {
      throw new LecternError('USAGE', 'JPEG does not support --transparent', {
        advice: 'Write --to png or --to webp.',
      });
    }
    const pages = deckPages(deck, { steps: options.stepPages ?? false, shown: selectSlides(deck, options.slides) });
    const pictures = await take(job, pages, { format, transparent, scale: options.scale ?? SCALE });
    const digits = Math.max(3, String(deck.slides.length).length);
    const numbers = new Map(deck.slides.map((slide, index) => [slide, String(index + 1).padStart(digits, '0')]));
    return pages.map(({ slide, step }, index) => ({
      path: `${name}.${format}/${numbers.get(slide)}${options.stepPages && slide.steps > 0 ? `-${step + 1}` : ''}.${format}`,
      bytes: pictures[index] ?? new Uint8Array(),
    }));
  };
}

/** The first slide as the picture that a link to the deck is shown with. */
export const exportCover: Exporter = async (job) => {
  const first = selectSlides(job.deck, job.options.slides)[0];
  if (!first) return [];
  const deck = asCover(job.deck);
  const pages = deckPages(deck, { steps: false, shown: [first] });
  const [bytes] = await take({ ...job, deck }, pages, { format: 'png', transparent: false, scale: 1 });
  return bytes ? [{ path: coverName(job.name), bytes }] : [];
};

/** All slides on one picture. */
export const exportContactSheet: Exporter = async (job) => {
  const { deck, name, options, pool } = job;
  const shown = selectSlides(deck, options.slides);
  const pages = deckPages(deck, { steps: options.stepPages ?? false, shown });
  const [css, { imageAddress, ...assets }] = await Promise.all([deckCss(job, KIND), documentAssets(job, 2)]);
  const { html, width } = contactSheet(deck, pages, { css, imageAddress, themeOf: themeNames(job) });
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
};

async function take(
  job: ExportJob,
  pages: DeckPage[],
  screenshot: Pick<PicturesJob, 'format' | 'transparent'> & { scale: number },
): Promise<Uint8Array[]> {
  const { deck, pool, options } = job;
  const density = screenshot.scale > 2 ? 3 : 2;
  const [css, { imageAddress, ...assets }] = await Promise.all([deckCss(job, KIND), documentAssets(job, density)]);
  const { transparent } = screenshot;
  const html = slidesDocument(deck, { css, imageAddress, pages, themeOf: themeNames(job), transparent });
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
