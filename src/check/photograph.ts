import { lookJob } from '../browser/look-job.ts';
import type { Printer } from '../browser/printer.ts';
import type { Deck, Slide } from '../model/deck.ts';
import { FIT_FLOOR } from '../render/fit-floor.ts';
import type { ThemeNames } from '../render/slide-html.ts';
import type { Finding } from './rule.ts';

/** How a slide with faults looks. */
export interface SlidePicture {
  slide: Slide;
  /** The step that was taken; `undefined` for the last. */
  step: number | undefined;
  webp: Uint8Array;
}

export interface PhotographJob {
  deck: Deck;
  css: string;
  themeOf: ThemeNames;
  printer: Printer;
  patience: number;
}

/** Wide enough to see the fault, small enough for a page of fifty. */
const SCALE = 0.75;

/** Pictures of all slides that something was found on, each in the state that it was seen in. */
export async function photographSlides(
  { deck, css, themeOf, printer, patience }: PhotographJob,
  findings: readonly Finding[],
): Promise<SlidePicture[]> {
  const wanted = new Map<string, { slide: Slide; step: number | undefined }>();
  for (const { slide, step } of findings) if (slide) wanted.set(`${slide.id} ${step ?? ''}`, { slide, step });
  const states = [...wanted.values()].toSorted(
    (one, other) => deck.slides.indexOf(one.slide) - deck.slides.indexOf(other.slide),
  );
  if (states.length === 0) return [];
  const pages = states.map(({ slide, step }) => ({ slide, step: step ?? slide.steps, output: 'deck' as const }));
  const { pictures } = await printer.takePictures({
    ...lookJob(deck, { css, themeOf, pages }),
    scale: SCALE,
    fitFloor: FIT_FLOOR,
    format: 'webp',
    transparent: false,
    selector: '.slide',
    patience,
  });
  return states.flatMap((state, index) => {
    const webp = pictures[index];
    return webp ? [{ ...state, webp }] : [];
  });
}
