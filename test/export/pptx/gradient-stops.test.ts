import { expect, test } from 'vitest';
import { fewerStops } from '../../../src/export/pptx/gradient-stops.ts';

test('a colour that fades, and then hardly changes, needs three stops with the same colour at the end', () => {
  const stops = fewerStops([
    { at: 0, colour: '#00000000' },
    { at: 0.5, colour: '#1f1b1acc' },
    { at: 1, colour: '#1e1a1ae6' },
  ]);
  expect(stops).toEqual([
    { at: 0, colour: '#1e1a1a00' },
    { at: 0.5, colour: '#1e1a1ad9' },
    { at: 1, colour: '#1e1a1ad9' },
  ]);
});

test('a colour that fades evenly needs two', () => {
  const colours = ['#ffffffff', '#ffffffbf', '#ffffff80', '#ffffff40', '#ffffff00'];
  const stops = fewerStops(colours.map((colour, index) => ({ at: index / 4, colour })));
  expect(stops).toEqual([
    { at: 0, colour: '#ffffff' },
    { at: 1, colour: '#ffffff00' },
  ]);
});

test('gradients between colours, opaque ones and those that change twice stay as they are', () => {
  const colours = [
    ['#ff0000', '#00ff00', '#0000ff'],
    ['#101010', '#141414', '#181818'],
    ['#00000000', '#000000ff', '#00000000'],
  ];
  for (const one of colours) {
    const stops = one.map((colour, index) => ({ at: index / 2, colour }));
    expect(fewerStops(stops)).toEqual(stops);
  }
});
