import type { ChartLook } from './measured.ts';
import { round, seenColour, type Page } from './page.ts';

const GROUND = 'var(--r-background-color)';
const series = [1, 2, 3, 4, 5, 6].map((number) => `var(--deck-chart-${number})`);
/** The colours of charts, as `diagrams/charts/colours` mixes them. */
const COLOURS: Readonly<Record<string, string>> = {
  text: 'var(--r-main-color)',
  muted: 'var(--deck-muted)',
  line: 'var(--deck-line)',
  grey: `color-mix(in oklab, var(--deck-muted) 45%, ${GROUND})`,
  total: `color-mix(in oklab, var(--deck-muted) 75%, ${GROUND})`,
  ...Object.fromEntries(series.map((colour, index) => [`series${index}`, colour])),
  ...Object.fromEntries(
    series.map((colour, index) => [`series${index + 6}`, `color-mix(in oklab, ${colour} 50%, var(--r-main-color))`]),
  ),
  ...Object.fromEntries(
    series.map((colour, index) => [`faded${index}`, `color-mix(in oklab, ${colour} 32%, ${GROUND})`]),
  ),
};

/** Reads the colours that a chart has where it is, and the size of its letters. */
export function chartLook(page: Page, svg: SVGSVGElement): ChartLook | undefined {
  if (!svg.closest('figure.chart')) return undefined;
  const probe = document.createElement('span');
  svg.parentElement?.append(probe);
  const colours = Object.fromEntries(
    Object.entries(COLOURS).map(([name, css]) => {
      probe.style.color = css;
      return [name, seenColour(page, getComputedStyle(probe).color)?.slice(0, 7) ?? '#808080'];
    }),
  );
  probe.remove();
  const letters = svg.querySelector('text');
  const scale = svg.getScreenCTM()?.a ?? 1;
  const size = letters ? Number.parseFloat(getComputedStyle(letters).fontSize) * scale : 16;
  return { colours, size: round(size) };
}
