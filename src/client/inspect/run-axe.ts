import { allSlides } from './slide-view.ts';

/** A finding of axe-core at one element. */
export interface AxeFault {
  /** Index of the slide in the document. */
  page: number;
  /** `line:column`, as far as it is known. */
  at: string;
  /** axe-core's own name of the rule. */
  id: string;
  impact: 'minor' | 'moderate' | 'serious' | 'critical';
  /** The remedy, in axe-core's words. */
  help: string;
  area: [x: number, y: number, width: number, height: number];
}

interface Axe {
  run: (
    context: unknown,
    options: unknown,
  ) => Promise<{
    violations: { id: string; impact: AxeFault['impact']; help: string; nodes: { element?: Element }[] }[];
  }>;
}

/**
 * Runs axe-core, which the page has, over slides.
 *
 * @param which - for each slide of the document, whether it is meant.
 * @param off - rules that speak of pages as a whole, or that Lectern has better ones for.
 */
export async function runAxe(which: readonly boolean[], off: readonly string[]): Promise<AxeFault[]> {
  const all = allSlides();
  const slides = all.filter((_, index) => which[index]);
  const { axe } = globalThis as typeof globalThis & { axe: Axe };
  const { violations } = await axe.run(
    { include: slides },
    {
      resultTypes: ['violations'],
      elementRef: true,
      selectors: false,
      rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])),
    },
  );
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.flatMap(({ element }): AxeFault[] => {
      const slide = element?.closest<HTMLElement>('.slide');
      if (!element || !slide) return [];
      const [frame, box] = [slide.getBoundingClientRect(), element.getBoundingClientRect()];
      const at = element.closest('[data-place]')?.getAttribute('data-place') ?? '';
      const area: AxeFault['area'] = [box.x - frame.x, box.y - frame.y, box.width, box.height];
      return [{ page: all.indexOf(slide), at, id, impact, help, area }];
    }),
  );
}
