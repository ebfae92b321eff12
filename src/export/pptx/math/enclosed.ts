import { xml, type Element } from '../xml.ts';
import type { MathNode } from './mathml.ts';

/** In the order of the schema. */
const STRIKES: ReadonlyMap<string, string> = new Map([
  ['horizontalstrike', 'm:strikeH'],
  ['verticalstrike', 'm:strikeV'],
  ['updiagonalstrike', 'm:strikeBLTR'],
  ['downdiagonalstrike', 'm:strikeTLBR'],
]);
const SIDES: readonly (readonly [side: string, property: string])[] = [
  ['top', 'm:hideTop'],
  ['bottom', 'm:hideBot'],
  ['left', 'm:hideLeft'],
  ['right', 'm:hideRight'],
];

/** Puts a box around a part of a formula, or strikes it out. */
export function enclosed(node: MathNode, content: Element[]): Element {
  const notations = (node.attributes.get('notation') ?? '').split(/\s+/);
  const isBox = notations.includes('box');
  const hidden = SIDES.filter(([side]) => !isBox && !notations.includes(side));
  const struck = [...STRIKES].filter(([name]) => notations.includes(name));
  const flags = [...hidden, ...struck].map(([, property]) => property);
  return xml(
    'm:borderBox',
    {},
    flags.length === 0
      ? undefined
      : xml(
          'm:borderBoxPr',
          {},
          flags.map((flag) => xml(flag, { 'm:val': 1 })),
        ),
    xml('m:e', {}, content),
  );
}
