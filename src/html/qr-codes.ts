import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { eachElement } from '../model/walk.ts';
import { element } from './elements.ts';

/** Modules of light background around a code, which readers need to find it. */
const QUIET = 4;

/** Draws the codes of `::qr`. */
export const qrCodes: Plugin<[], Root> = () => async (tree) => {
  const found: Element[] = [];
  eachElement(tree, (target) => {
    if (typeof target.properties['dataQr'] === 'string') found.push(target);
  });
  if (found.length === 0) return;
  const { encode } = await import('uqr');
  for (const target of found) {
    const { dataQr, ...properties } = target.properties;
    const address = String(dataQr);
    const { data, size } = encode(address, { ecc: 'M', border: 0 });
    target.properties = properties;
    target.children = [codeOf(data, size)];
  }
};

/** Dark on light in every tone: few readers know the other way round. Its address is below it as text. */
function codeOf(rows: readonly (readonly boolean[])[], size: number): Element {
  const whole = size + 2 * QUIET;
  const path = rows.map((row, y) => runsOf(row, y)).join('');
  return element(
    'svg',
    { viewBox: `0 0 ${whole} ${whole}`, role: 'img', ariaLabel: 'QR', shapeRendering: 'crispEdges' },
    [element('rect', { width: whole, height: whole, fill: '#fff' }), element('path', { d: path, fill: '#000' })],
  );
}

function runsOf(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    let end = x;
    while (row[end + 1]) end += 1;
    const length = end - x + 1;
    path += `M${x + QUIET} ${y + QUIET}h${length}v1h-${length}z`;
    x = end;
  }
  return path;
}
