import type { Colours } from './colours.ts';
import type { Area, SlideView } from './slide-view.ts';

/** A chart whose series have a legend. */
export interface SeenChart {
  at: string;
  /** Colours that tell its series apart, as `#rrggbb`, in the legend's order. */
  series: string[];
  area: Area;
}

export function seeCharts(view: SlideView, colours: Colours): SeenChart[] {
  return [...view.slide.querySelectorAll('figure.chart')].flatMap((chart): SeenChart[] => {
    const keys = [...chart.querySelectorAll('.role-legend-symbol path')];
    if (keys.length < 2 || !view.visible(chart)) return [];
    const series = keys.map((key) => {
      const { fill, stroke } = getComputedStyle(key);
      const filled = colours.read(fill === 'none' ? 'transparent' : fill);
      return colours.hex(filled[3] > 0 ? filled : colours.read(stroke));
    });
    return [{ at: view.placeOf(chart), series, area: view.areaOf([chart.getBoundingClientRect()]) }];
  });
}
