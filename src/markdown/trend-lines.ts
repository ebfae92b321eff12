import type { PhrasingContent } from 'mdast';
import { readNumber } from '../model/read-number.ts';
import { inline } from './component.ts';

/** Size of the drawing, and the room around the line for its width and its end. */
const [WIDTH, HEIGHT, ROOM] = [120, 32, 4];

/** Draws numbers with blanks or semicolons between them as a line; `undefined` for other words. */
export function trendLine(words: string, lang: string): PhrasingContent[] | undefined {
  const numbers = words
    .trim()
    .split(/\s*;\s*|,\s+|\s+/)
    .filter(Boolean)
    .map((word) => readNumber(word, lang));
  const values = numbers.filter((number) => number !== undefined);
  if (values.length < 2 || values.length < numbers.length) return undefined;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const points = values.map((value, index) => {
    const x = ROOM + (index / (values.length - 1)) * (WIDTH - 2 * ROOM);
    const y = most === least ? HEIGHT / 2 : HEIGHT - ROOM - ((value - least) / (most - least)) * (HEIGHT - 2 * ROOM);
    return [round(x), round(y)] as const;
  });
  const [x = 0, y = 0] = points.at(-1) ?? [];
  const line = inline('path', { d: `M${points.map((point) => point.join(' ')).join('L')}` }, []);
  const end = inline('circle', { cx: String(x), cy: String(y), r: '3.6' }, []);
  const properties = {
    className: ['cell-trend'],
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'img',
    ariaLabel: words.trim(),
  };
  return [inline('svg', properties, [line, end])];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
