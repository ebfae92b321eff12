import { callClient } from '../browser/call-client.ts';
import { inspectJob } from '../browser/inspect-job.ts';
import type { BrowserPool } from '../browser/browser-pool.ts';
import { linkCitations } from '../html/cited-at.ts';
import type { Deck, Slide } from '../model/deck.ts';
import { LAYOUTS } from '../model/layouts.ts';
import type { ThemeNames } from '../render/slide-html.ts';
import { cutSlide } from './cut-slide.ts';
import { markUnits } from './units.ts';

export interface PaginateJob {
  deck: Deck;
  css: string;
  themeOf: ThemeNames;
  pool: BrowserPool;
  /** Milliseconds that the browser may take. */
  timeoutMs: number;
}

/**
 * Returns the slides of a deck, with full ones cut into several where their author wants that. Other slides stay as
 * they are; the numbers of slides follow.
 *
 * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
 */
export async function paginatedSlides({ deck, css, themeOf, pool, timeoutMs }: PaginateJob): Promise<Slide[]> {
  const asked = deck.slides.flatMap((slide) => {
    const { paginate, layout } = slide.settings;
    const marked = paginate && !LAYOUTS[layout].whole ? markUnits(slide.content) : undefined;
    return marked && marked.count > 1 ? [{ slide, marked }] : [];
  });
  if (asked.length === 0) return deck.slides;
  const pages = asked.map(({ slide, marked }) => ({
    slide: { ...slide, content: marked.content },
    step: slide.steps,
    output: 'deck' as const,
  }));
  const job = { ...inspectJob(deck, { css, themeOf, pages }), fitFloor: 1, timeoutMs };
  const glued = asked.map(({ marked }) => [...marked.glued]);
  const cuts = await pool.inspect(job, (page) => callClient(page, 'inspect', 'findCuts', glued));
  const ids = new Set(deck.slides.map(({ id }) => id));
  const idFor = (id: string, part: number): string => {
    let made = `${id}-${part}`;
    while (ids.has(made)) made += '-';
    ids.add(made);
    return made;
  };
  const parts = new Map(
    asked.map(({ slide, marked }, index) => {
      const own = cuts[index] ?? [];
      return [slide, own.length > 0 ? cutSlide(slide, marked, own, idFor) : [slide]];
    }),
  );
  const slides = numbered(deck.slides.flatMap((slide) => parts.get(slide) ?? [slide]));
  if (deck.meta.bibliography) linkCitations(slides);
  return slides;
}

function numbered(slides: readonly Slide[]): Slide[] {
  let number = 0;
  return slides.map((slide) => {
    if (slide.number === undefined) return slide;
    number += 1;
    return slide.number === number ? slide : { ...slide, number };
  });
}
