import type { SlideView } from './slide-view.ts';
import type { TextFacts } from './collect-texts.ts';

/** Returns the appearance of a slide as a text: two slides that look alike have the same. */
export function collectStyles({ slide, frame, visible }: SlideView, texts: readonly TextFacts[]): string {
  const shapes = [...slide.querySelectorAll('img, svg, video, pre, table, hr, .code-line, .fragment')].map((shape) => {
    if (!visible(shape)) return [];
    const { x, y, width, height } = shape.getBoundingClientRect();
    if (width < 1 || height < 1) return [];
    const { opacity, color, backgroundColor, transform, textDecorationLine, backgroundSize } = getComputedStyle(shape);
    const place = [x - frame.x, y - frame.y, width, height].map(Math.round);
    return [place, opacity, color, backgroundColor, transform, textDecorationLine, backgroundSize];
  });
  return JSON.stringify([
    texts.map(({ words, area, colour, bold }) => [words, area, colour, bold]),
    shapes.filter((shape) => shape.length > 0),
  ]);
}
