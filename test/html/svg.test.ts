import { describe, expect, test } from 'vitest';
import { svgParts } from '../../src/html/svg.ts';

describe('a drawing taken apart', () => {
  test('has ids of its own, wherever they are used', () => {
    const svg = `<svg id="a" viewBox="0 0 20 10" class="x y"><style>#a .n{fill:url(#g)}#fff{}</style><g id="g" aria-labelledby="t"><title id="t">#g</title></g><use href="#g"/><path fill="url(#g)" stroke="#fff"/><i id="g"/></svg>`;
    const { properties, inner, size } = svgParts(svg, 'd1');
    expect(properties).toEqual({ viewBox: '0 0 20 10', id: 'd1-1', className: ['x', 'y'] });
    expect(size).toEqual({ width: 20, height: 10 });
    expect(inner).toBe(
      `<style>#d1-1 .n{fill:url(#d1-2)}#fff{}</style><g id="d1-2" aria-labelledby="d1-3"><title id="d1-3">#g</title></g><use href="#d1-2"/><path fill="url(#d1-2)" stroke="#fff"/><i/>`,
    );
  });

  test('gets a view box where it has sizes only', () => {
    expect(svgParts('<svg width="30pt" height="20pt"></svg>', 'd').properties).toEqual({ viewBox: '0 0 30 20' });
  });
});
