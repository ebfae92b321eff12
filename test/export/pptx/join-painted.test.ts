import { expect, test } from 'vitest';
import type { Box, Measured, MeasuredBox, MeasuredText, Paint } from '../../../src/client/shapes/measured.ts';
import { UNPAINTED } from '../../../src/client/shapes/unpainted.ts';
import { joinPainted } from '../../../src/export/pptx/shapes/join-painted.ts';

const common = { node: undefined, step: undefined, opacity: 1, rotation: 0, role: 'li' };

function box(place: Box, paint: Partial<Paint>): MeasuredBox {
  return { ...common, kind: 'box', box: place, paint: { ...UNPAINTED, ...paint }, blocks: [] };
}

function filled(place: Box, colour: string): MeasuredBox {
  return box(place, { fills: [{ kind: 'solid', colour }] });
}

function text(place: Box): MeasuredText {
  return { ...common, kind: 'text', box: place, paragraphs: [] };
}

function row(y: number, height = 10): Box {
  return { x: 0, y, width: 100, height };
}

function pieces(block: Measured | undefined): unknown {
  return block?.kind === 'box' ? block.paint?.pieces : undefined;
}

test('the rules of a list are one shape, behind its texts', () => {
  const line = { width: 2, colour: '#112233', style: 'solid' } as const;
  const rule = (y: number): MeasuredBox => box(row(y), { borders: [line, undefined, undefined, undefined] });
  const [rules, ...others] = joinPainted([rule(0), rule(20), rule(38), text(row(3))]);
  expect(rules).toMatchObject({ role: 'Rule', box: { x: 0, y: 0, width: 100, height: 40 } });
  expect(pieces(rules)).toEqual([
    { x: 0, y: 0, width: 1, height: 0.05 },
    { x: 0, y: 0.5, width: 1, height: 0.05 },
    { x: 0, y: 0.95, width: 1, height: 0.05 },
  ]);
  expect(others.map(({ kind }) => kind)).toEqual(['text']);
});

test('boxes of one colour are one shape, unless something lies between them', () => {
  const [first, second, other] = [filled(row(0), '#ff0000'), filled(row(20), '#ff0000'), filled(row(40), '#00ff00')];
  expect(joinPainted([first, text(row(60)), other, second])).toHaveLength(3);
  expect(joinPainted([first, text(row(15)), second])).toEqual([first, text(row(15)), second]);
});

test('boxes with words, and boxes that appear one after the other, stay shapes of their own', () => {
  const card = { ...filled(row(0), '#ff0000'), blocks: [text(row(2, 4))] };
  expect(joinPainted([card, { ...card, box: row(20) }])).toHaveLength(2);
  const first = filled(row(0), '#ff0000');
  const steps = [
    { ...first, step: 0 },
    { ...first, box: row(20), step: 1 },
  ];
  expect(joinPainted(steps)).toEqual(steps);
});
