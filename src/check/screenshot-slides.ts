import type { BrowserPage } from '../browser/browser-page.ts';
import { callClient } from '../browser/call-client.ts';
import { inspectJob } from '../browser/inspect-job.ts';
import type { BrowserPool } from '../browser/browser-pool.ts';
import { pictureEach } from '../browser/take-pictures.ts';
import type { Deck, Size, Slide } from '../model/deck.ts';
import { FIT_FLOOR } from '../render/fit-verdict.ts';
import type { ThemeNames } from '../render/slide-html.ts';
import type { Area } from '../client/inspect/slide-view.ts';
import type { Box, Finding } from './rule.ts';

/** A screenshot of a slide with problems. */
export interface SlidePicture {
  slide: Slide;
  /** The step that was taken; `undefined` for the last. */
  step: number | undefined;
  /** Problems on the slide, and their boxes. */
  findings: ReadonlyMap<Finding, readonly Box[]>;
  webp: Uint8Array;
}

export interface PhotographJob {
  deck: Deck;
  css: string;
  themeOf: ThemeNames;
  pool: BrowserPool;
  timeoutMs: number;
}

/** Wide enough to see the problem, small enough for a page of fifty. */
const SCALE = 0.75;

type FaultyState = Pick<SlidePicture, 'slide' | 'step'> & { findings: Finding[] };

/** Takes images of all slides with findings, each in the state that it was seen in. */
export async function screenshotSlides(
  { deck, css, themeOf, pool, timeoutMs }: PhotographJob,
  findings: readonly Finding[],
): Promise<SlidePicture[]> {
  const states = faultyStates(deck, findings);
  if (states.length === 0) return [];
  const pages = states.map(({ slide, step }) => ({ slide, step: step ?? slide.steps, output: 'deck' as const }));
  const { size } = deck.meta;
  const job = { ...inspectJob(deck, { css, themeOf, pages }), scale: SCALE, fitFloor: FIT_FLOOR, timeoutMs };
  return pool.inspect(job, async (page) => {
    const boxes = await boxesBySource(page, states, size);
    const screenshot = { format: 'webp', transparent: false, selector: '.slide', size } as const;
    const pictures = await pictureEach(page, screenshot);
    return states.flatMap(({ findings: own, ...state }, index) => {
      const webp = pictures[index];
      const shown = own.map((finding) => [finding, boxes.get(finding) ?? finding.boxes] as const);
      return webp ? [{ ...state, findings: new Map(shown), webp }] : [];
    });
  });
}

function faultyStates({ slides }: Deck, findings: readonly Finding[]): FaultyState[] {
  const states = new Map<string, FaultyState>();
  for (const finding of findings) {
    const { slide, step } = finding;
    if (!slide) continue;
    const key = `${slide.id} ${step ?? ''}`;
    const state = states.get(key) ?? { slide, step, findings: [] };
    states.set(key, state);
    state.findings.push(finding);
  }
  return [...states.values()].toSorted((one, other) => slides.indexOf(one.slide) - slides.indexOf(other.slide));
}

/**
 * Finds the boxes of findings that name none, by their positions in the source; those of a slide as a whole have none.
 */
async function boxesBySource(
  page: BrowserPage,
  states: readonly FaultyState[],
  size: Size,
): Promise<Map<Finding, Box[]>> {
  const wanted = states.flatMap(({ slide, findings }, index) =>
    findings.flatMap((finding) => {
      const { boxes, file, place } = finding;
      if (!place || boxes.length > 0 || file !== slide.file) return [];
      const { line, column } = place.start;
      const whole = line === slide.position?.start.line && column === slide.position.start.column;
      return whole ? [] : [{ finding, slide: index, line, column }];
    }),
  );
  const places = wanted.map(({ slide, line, column }) => ({ slide, line, column }));
  const areas = await callClient(page, 'inspect', 'findPlaces', places);
  const found = wanted.map(({ finding }, index) => {
    const area = areas[index];
    return [finding, area ? [within(area, size)] : []] as const;
  });
  return new Map(found);
}

/** Returns the part of an area that is on the slide, so that all of its edges are seen. */
function within([x, y, width, height]: Area, size: Size): Box {
  const MARGIN = 6;
  const left = Math.max(MARGIN, x);
  const top = Math.max(MARGIN, y);
  const right = Math.min(size.width - MARGIN, x + width);
  const bottom = Math.min(size.height - MARGIN, y + height);
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
