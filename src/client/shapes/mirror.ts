import type { Area, Fill, Length, Paint } from './measured-paint.ts';

/** Exchanges left and right in what a box is painted with. */
export function mirrored(paint: Paint): Paint {
  const [top, right, bottom, left] = paint.borders;
  return {
    ...paint,
    borders: [top, left, bottom, right],
    fills: paint.fills.map(mirroredFill),
    polygon: mirroredPolygon(paint.polygon),
    corners: paint.corners && mirroredCorners(paint.corners),
  };
}

export function mirroredPolygon(polygon: Paint['polygon']): Paint['polygon'] {
  return polygon?.map(({ x: [share, px], y }) => ({ x: [1 - share, -px] satisfies Length, y }));
}

function mirroredCorners([first, second, third, fourth]: NonNullable<Paint['corners']>): Paint['corners'] {
  return [second, first, fourth, third];
}

function mirroredFill(fill: Fill): Fill {
  const area = fill.area && mirroredArea(fill.area);
  return fill.kind === 'linear' ? { ...fill, angle: (540 - fill.angle) % 360, area } : { ...fill, area };
}

function mirroredArea({ x, width, ...area }: Area): Area {
  return { ...area, width, x: [1 - x[0] - width[0], -x[1] - width[1]] };
}
