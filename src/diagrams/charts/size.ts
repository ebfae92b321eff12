import type { DrawingJob } from '../../model/drawing.ts';

/** px of the slide; text beside a chart is about 29 px. */
export const CHART_FONT_SIZE = 22;
/** Width of a letter on average, as a share of its height. */
export const LETTER_WIDTH = 0.6;

/** Width of a chart that has a whole slide in 16:9, and its height: in every theme it reaches from margin to margin. */
const [WHOLE, WIDE] = [960, 380];
/** Height of the room below a heading. */
const HEIGHT = 404;
/** Heights of charts in a part of a slide, at most and at least, and of one alone on a page that is higher than wide. */
const [TALL, LOW, HIGHEST] = [410, 300, 740];
/** Height by width of a chart on such a page, and of one that has nothing but a short heading above it. */
const [UPRIGHT, UPRIGHT_ALONE] = [1.25, 1.45];
/** Height of the lowest chart that has a slide's width. */
const LEAST = 230;
/** px that a headline above a chart takes, and that are between two rows of charts. */
const [HEADLINE, BETWEEN] = [60, 50];

/** Width of a ring in a half of a slide, by that of the half: its names are at both sides, and words beside it give way. */
const RING = 1.17;

function isRing({ chart }: DrawingJob['options']): boolean {
  return chart === 'donut' || chart === 'pie';
}

function isHalf(room: number): boolean {
  return room > WHOLE * 0.4 && room < WHOLE * 0.55;
}

/** Returns width and height of a chart with its axes and legend, in px. */
export function chartSize({ options }: Pick<DrawingJob, 'options'>): { width: number; height: number } {
  const room = Number(options['room'] ?? WHOLE);
  const rows = Number(options['rows'] ?? 1);
  const usual = room < WHOLE / 1.5 ? Math.max(LOW, Math.min(TALL, room * 0.95)) : WIDE;
  const free = options['tall']
    ? Math.min(HIGHEST, room * (options['tall'] === 'alone' ? UPRIGHT_ALONE : UPRIGHT))
    : Math.min(usual, (HEIGHT - (rows - 1) * BETWEEN) / rows);
  const height = free - (options['headline'] ? HEADLINE : 0) - Number(options['taken'] ?? 0);
  const given = (name: string): number | undefined => {
    const number = Number.parseFloat(options[name] ?? '');
    return number >= 50 && number <= 4000 && !options[name]?.endsWith('%') ? number : undefined;
  };
  return {
    width: given('width') ?? (isRing(options) && isHalf(room) ? Math.round(room * RING) : room),
    height: given('height') ?? Math.max(rows > 1 ? 110 : LEAST, Math.round(height)),
  };
}
