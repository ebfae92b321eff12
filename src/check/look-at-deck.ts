import type { BrowserPage } from '../browser/browser-page.ts';
import { lookJob } from '../browser/look-job.ts';
import type { Printer } from '../browser/printer.ts';
import { dependencyFile } from '../files/package-files.ts';
import { readPlainText } from '../files/plain-file.ts';
import type { Deck } from '../model/deck.ts';
import { FIT_FLOOR } from '../render/fit-floor.ts';
import type { LookPage } from '../render/look-document.ts';
import { hasOnlyParts, type ThemeNames } from '../render/slide-html.ts';
import type { FitResult } from '../stage/in-page/fit-slides.ts';
import type { LookedPage } from './deck-facts.ts';
import { measureUnevenGrounds } from './ground-pixels.ts';
import { runAxe, type AxeFault } from './in-page/run-axe.ts';
import type { PictureFacts, SeenSlide } from './in-page/see-slides.ts';
import { seeingScript } from './page-script.ts';

export interface LookJob {
  deck: Deck;
  css: string;
  themeOf: ThemeNames;
  printer: Printer;
  /** Milliseconds that looking may take. */
  patience: number;
}

export interface Looked {
  pages: LookedPage[];
  axe: AxeFault[];
}

/** What is left out of axe-core: rules about pages as a whole, and those that Lectern has its own for. */
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
export async function lookAtDeck({ deck, css, themeOf, printer, patience }: LookJob): Promise<Looked> {
  const shown = pagesOf(deck);
  const [pictures, axeSource] = await Promise.all([
    pictureFacts(deck),
    readPlainText(dependencyFile('axe-core/axe.min.js')),
  ]);
  return printer.examine(
    { ...lookJob(deck, { css, themeOf, pages: shown }), fitFloor: FIT_FLOOR, patience },
    async (page, fits) => {
      const seen = (await page.evaluate(seeingScript(pictures))) as SeenSlide[];
      const pages = shown.flatMap((part, at): LookedPage[] => {
        const [its, fit] = [seen[at], fits[at]];
        return its && fit ? [looked(part, { its, fit, deck })] : [];
      });
      await measureUnevenGrounds(page, pages);
      return { pages, axe: await axeFaults(page, axeSource, shown) };
    },
  );
}

/** Every slide after its last step, those with steps after each; and where outputs differ, in each output. */
function pagesOf({ slides }: Deck): LookPage[] {
  return slides.flatMap((slide) => {
    const steps = Array.from({ length: slide.steps + 1 }, (_, step): LookPage => ({ slide, step, output: 'deck' }));
    const differs = hasOnlyParts({ type: 'root', children: slide.content });
    const others = differs ? (['pdf', 'handout'] as const) : [];
    return [...steps, ...others.map((output): LookPage => ({ slide, step: slide.steps, output }))];
  });
}

function looked(
  { slide, step, output }: LookPage,
  { its, fit, deck }: { its: SeenSlide; fit: FitResult; deck: Deck },
): LookedPage {
  return { ...its, slide, step, output, fit, index: deck.slides.indexOf(slide), last: step === slide.steps };
}

async function pictureFacts({ images }: Deck): Promise<PictureFacts> {
  const { imageSize } = await import('image-size');
  const facts: PictureFacts = { sizes: {}, drawings: {} };
  for (const { id, bytes, mediaType } of images.values()) {
    if (mediaType === 'image/svg+xml') {
      const source = new TextDecoder().decode(bytes);
      if (/<(?:text|foreignObject)[\s>]/.test(source)) facts.drawings[id] = source;
    } else if (mediaType.startsWith('image/')) {
      const { width, height, orientation = 1 } = imageSize(bytes);
      facts.sizes[id] = orientation >= 5 ? [height, width] : [width, height];
    }
  }
  return facts;
}

async function axeFaults(page: BrowserPage, source: string, shown: readonly LookPage[]): Promise<Looked['axe']> {
  // Scripts of its own are what axe-core waits with; those of the deck had their turn when it was loaded.
  await page.setJavaScriptEnabled(true);
  try {
    await page.evaluate(source);
    // A slide once, after its last step: what is hidden then was seen before.
    const once = shown.map(({ slide, step, output }) => step === slide.steps && output === 'deck');
    const slides = `[...document.querySelectorAll('.slide')]`;
    const script = `(${runAxe.toString()})(${slides}.filter((_, at) => (${JSON.stringify(once)})[at]), ${JSON.stringify(AXE_OFF)})`;
    const found = (await page.evaluate(script)) as AxeFault[];
    const indices = once.flatMap((is, at) => (is ? [at] : []));
    for (const fault of found) fault.page = indices[fault.page] ?? 0;
    return found;
  } finally {
    await page.setJavaScriptEnabled(false);
  }
}
