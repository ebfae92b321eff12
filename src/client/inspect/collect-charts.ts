import type { Colours } from './colours.ts';
import type { Area, SlideView } from './slide-view.ts';

/** A chart whose series have a legend. */
export interface ChartFacts {
  at: string;
  /** Colours that tell its series apart, as `#rrggbb`, in the legend's order. */
  series: string[];
  area: Area;
}

/** Collects the charts of a slide whose series differ by colour alone. */
export function collectCharts(view: SlideView, colours: Colours): ChartFacts[] {
  const COLOURED = '[fill*="--deck-chart-"], [stroke*="--deck-chart-"]';
  return [...view.slide.querySelectorAll('figure.chart')].flatMap((chart): ChartFacts[] => {
    if (!view.visible(chart)) return [];
    // A key of a legend: one mark in a colour of the theme, and beside it one text.
    const keys = [...chart.querySelectorAll(COLOURED)].filter((mark) => {
      let group: Element | null = mark.parentElement;
      for (let up = 0; up < 2 && group && !group.querySelector('text'); up += 1) group = group.parentElement;
      return group?.querySelectorAll('text').length === 1 && group.querySelectorAll(COLOURED).length === 1;
    });
    const series = keys.map((key) => {
      const { fill, stroke } = getComputedStyle(key);
      const filled = colours.read(fill === 'none' ? 'transparent' : fill);
      return colours.hex(filled[3] > 0 ? filled : colours.read(stroke));
    });
    return series.length > 1
      ? [{ at: view.placeOf(chart), series, area: view.areaOf([chart.getBoundingClientRect()]) }]
      : [];
  });
}
