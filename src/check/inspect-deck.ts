import type { BrowserPage } from '../browser/browser-page.ts';
import { callClient } from '../browser/call-client.ts';
import { inspectJob } from '../browser/inspect-job.ts';
import type { BrowserPool } from '../browser/browser-pool.ts';
import { dependencyFile } from '../files/package-files.ts';
import { readPlainText } from '../files/plain-file.ts';
import type { Deck } from '../model/deck.ts';
import { FIT_FLOOR } from '../render/fit-verdict.ts';
import { MEDIA_TYPES } from '../model/media-types.ts';
import type { InspectPage } from '../render/inspect-document.ts';
import { hasOnlyParts, type ThemeNames } from '../render/slide-html.ts';
import type { FitResult } from '../client/fit-slides.ts';
import type { SlideState } from './deck-facts.ts';
import { measureUnevenBackgrounds } from './background-pixels.ts';
import { measureLogos } from './logo-pixels.ts';
import type { AxeFault } from '../client/inspect/run-axe.ts';
import type { PictureFacts, InspectedSlide } from '../client/inspect/inspect-slides.ts';

export interface InspectDeckOptions {
  deck: Deck;
  css: string;
  themeOf: ThemeNames;
  pool: BrowserPool;
  /** Milliseconds that looking may take. */
  timeoutMs: number;
}

export interface InspectedDeck {
  pages: SlideState[];
  axe: AxeFault[];
}

/** Rules of axe-core that are off: those about whole pages, and those that Lectern has rules of its own for. */
const AXE_OFF = [
  'region',
  'landmark-one-main',
  'landmark-no-duplicate-main',
  'landmark-main-is-top-level',
  'landmark-unique',
  'page-has-heading-one',
  'bypass',
  'document-title',
  'html-has-lang',
  'meta-viewport',
  'color-contrast',
  'empty-table-header',
  'image-alt',
  'link-name',
  'heading-order',
  'duplicate-id-aria',
  'scrollable-region-focusable',
  'target-size',
];

/** Looks at every slide in a browser, in one document and one pass. */
export async function inspectDeck({ deck, css, themeOf, pool, timeoutMs }: InspectDeckOptions): Promise<InspectedDeck> {
  const shown = pagesOf(deck);
  const [pictures, axeSource] = await Promise.all([
    pictureFacts(deck),
    readPlainText(dependencyFile('axe-core/axe.min.js')),
  ]);
  return pool.inspect(
    { ...inspectJob(deck, { css, themeOf, pages: shown }), fitFloor: FIT_FLOOR, timeoutMs },
    async (page, fits) => {
      const seen = await callClient(page, 'inspect', 'inspectSlides', pictures);
      const pages = shown.flatMap((part, at): SlideState[] => {
        const [its, fit] = [seen[at], fits[at]];
        return its && fit ? [looked(part, { its, fit, deck })] : [];
      });
      await measureUnevenBackgrounds(page, pages);
      await measureLogos(page, deck, pages);
      return { pages, axe: await axeFaults(page, axeSource, shown) };
    },
  );
}

/** Returns every slide after its last step, those with steps after each; where outputs differ, in each output. */
function pagesOf({ slides }: Deck): InspectPage[] {
  return slides.flatMap((slide) => {
    const steps = Array.from({ length: slide.steps + 1 }, (_, step): InspectPage => ({ slide, step, output: 'deck' }));
    const differs = hasOnlyParts({ type: 'root', children: slide.content });
    const others = differs ? (['pdf', 'handout'] as const) : [];
    return [...steps, ...others.map((output): InspectPage => ({ slide, step: slide.steps, output }))];
  });
}

function looked(
  { slide, step, output }: InspectPage,
  { its, fit, deck }: { its: InspectedSlide; fit: FitResult; deck: Deck },
): SlideState {
  return { ...its, slide, step, output, fit, index: deck.slides.indexOf(slide), last: step === slide.steps };
}

async function pictureFacts({ images }: Deck): Promise<PictureFacts> {
  const { imageSize } = await import('image-size');
  const facts: PictureFacts = { sizes: {}, drawings: {} };
  for (const { id, bytes, mediaType } of images.values()) {
    if (mediaType === MEDIA_TYPES.svg) {
      const source = new TextDecoder().decode(bytes);
      if (/<(?:text|foreignObject)[\s>]/.test(source)) facts.drawings[id] = source;
    } else if (mediaType.startsWith('image/')) {
      const { width, height, orientation = 1 } = imageSize(bytes);
      facts.sizes[id] = orientation >= 5 ? [height, width] : [width, height];
    }
  }
  return facts;
}

async function axeFaults(
  page: BrowserPage,
  source: string,
  shown: readonly InspectPage[],
): Promise<InspectedDeck['axe']> {
  // Scripts of its own are what axe-core waits with; those of the deck had their turn when it was loaded.
  await page.setJavaScriptEnabled(true);
  try {
    await page.evaluate(source);
    // A slide once, after its last step: what is hidden then was seen before.
    const once = shown.map(({ slide, step, output }) => step === slide.steps && output === 'deck');
    return await callClient(page, 'inspect', 'runAxe', once, AXE_OFF);
  } finally {
    await page.setJavaScriptEnabled(false);
  }
}
