import { toneOn } from '../model/colours.ts';
import { STAND_INS } from './palette.ts';

interface FilledShape {
  left: number;
  right: number;
  top: number;
  bottom: number;
  colour: string;
}

const OWN = new Set([...Object.values(STAND_INS), 'currentColor']);

/**
 * Makes labels on colours that the author chose black or white, unless their own colour is the author's as well. Shapes are
 * before what is written on them.
 *
 * @param svg - as Graphviz writes it.
 */
export function contrastedLabels(svg: string): string {
  const filled: FilledShape[] = [];
  return svg.replace(/<(polygon|ellipse|path|text)\b([^>]*)>/g, (whole, name: string, attributes: string) => {
    const of = (key: string): string | undefined => new RegExp(` ${key}="([^"]*)"`).exec(attributes)?.[1];
    const fill = of('fill') ?? 'none';
    if (name !== 'text') {
      const shape = fill === 'none' || fill === 'transparent' ? undefined : boundsOf(of);
      if (shape) filled.push({ ...shape, colour: fill });
      return whole;
    }
    const [x, y] = [Number(of('x')), Number(of('y')) - Number(of('font-size') ?? 0) / 3];
    const behind = filled.findLast(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    );
    const tone = behind && !OWN.has(behind.colour) && OWN.has(fill) ? toneOn(behind.colour) : undefined;
    return tone ? whole.replace(` fill="${fill}"`, ` fill="${tone === 'dark' ? '#fff' : '#000'}"`) : whole;
  });
}

function boundsOf(of: (key: string) => string | undefined): Omit<FilledShape, 'colour'> | undefined {
  const [cx, cy, rx, ry] = ['cx', 'cy', 'rx', 'ry'].map((key) => Number(of(key)));
  if (cx !== undefined && cy !== undefined && rx && ry) {
    return { left: cx - rx, right: cx + rx, top: cy - ry, bottom: cy + ry };
  }
  const numbers = (of('points') ?? of('d') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
  if (numbers.length < 4) return undefined;
  const across = numbers.filter((_, index) => index % 2 === 0);
  const down = numbers.filter((_, index) => index % 2 === 1);
  return { left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) };
}
