import type { PageTools } from './page-tools.ts';
import type { SeenChart } from './see-charts.ts';
import type { SeenPicture } from './see-pictures.ts';
import type { SeenText } from './see-texts.ts';
import type { Area } from './slide-view.ts';

/** A slide as it is seen. */
export interface SeenSlide {
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
export function seeSlides(
  slides: Iterable<HTMLElement>,
  { sizes, drawings }: PictureFacts,
  tools: PageTools,
): SeenSlide[] {
  const colours = tools.pageColours();
  return [...slides].map((slide) => {
    const view = tools.slideView(slide);
    const texts = [...tools.seeTexts(view, colours, tools), ...tools.seeDrawnTexts(view, drawings, colours, tools)];
    return {
      texts,
      pictures: tools.seePictures(view, sizes),
      charts: tools.seeCharts(view, colours),
      looks: tools.seeLooks(view, texts),
      overflow: tools.seeOverflow(view),
    };
  });
}
