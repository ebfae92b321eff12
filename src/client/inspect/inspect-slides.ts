import type { PageTools } from './page-tools.ts';
import type { SeenChart } from './collect-charts.ts';
import type { SeenPicture } from './collect-images.ts';
import type { SeenText } from './collect-texts.ts';
import type { Area } from './slide-view.ts';

/** A slide as it is seen. */
export interface InspectedSlide {
  texts: SeenText[];
  pictures: SeenPicture[];
  charts: SeenChart[];
  /** Two slides that look alike have the same. */
  looks: string;
  /** What does not fit at full size; `undefined` where all does. */
  overflow: Area | undefined;
}

/** What is known of pictures, by the ids of their files. */
export interface PictureFacts {
  /** Of those that have px. */
  sizes: Record<string, [width: number, height: number]>;
  /** Sources of SVG with texts. */
  drawings: Record<string, string>;
}

/** Looks at slides, one after the other. */
export function inspectSlides(
  slides: Iterable<HTMLElement>,
  { sizes, drawings }: PictureFacts,
  tools: PageTools,
): InspectedSlide[] {
  const colours = tools.pageColours();
  return [...slides].map((slide) => {
    const view = tools.slideView(slide);
    const texts = [
      ...tools.collectTexts(view, colours, tools),
      ...tools.collectDrawnTexts(view, drawings, colours, tools),
    ];
    return {
      texts,
      pictures: tools.collectImages(view, sizes),
      charts: tools.collectCharts(view, colours),
      looks: tools.collectStyles(view, texts),
      overflow: tools.collectOverflow(view),
    };
  });
}
