import type { DrawingJob } from '../model/drawing.ts';

/** px of the slide; text beside a chart is about 29 px. */
export const CHART_FONT_SIZE = 19;
/** Width of a letter on average, as a share of its height. */
export const LETTER_WIDTH = 0.6;

const WIDE = { width: 960, height: 430 };
const NARROW = { width: 500, height: 400 };
const ROUND = { width: 480, height: 400 };

/** Returns width and height of a chart with its axes and legend, in px. */
export function chartSize({ options }: Pick<DrawingJob, 'options'>): { width: number; height: number } {
  const usual = options['chart'] === 'pie' ? ROUND : options['room'] === 'narrow' ? NARROW : WIDE;
  const given = (name: string): number | undefined => {
    const number = Number.parseFloat(options[name] ?? '');
    return number >= 50 && number <= 4000 && !options[name]?.endsWith('%') ? number : undefined;
  };
  return { width: given('width') ?? usual.width, height: given('height') ?? usual.height };
}
