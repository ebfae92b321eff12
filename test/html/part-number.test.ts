import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { element, text } from '../../src/html/elements.ts';
import { withOneNumber } from '../../src/html/part-number.ts';

function read(title: string, number: number): { title: string; isNumbered: boolean } {
  const heading = element('h1', {}, [text(title)]);
  const { content, place } = withOneNumber([heading], { number, count: 9 });
  expect(toString(heading)).toBe(title);
  return {
    title: content.map((node) => (node.type === 'element' ? toString(node) : '')).join(''),
    isNumbered: !!place,
  };
}

test.for([
  ['Part 2: How it began', 'How it began'],
  ['Chapter 2 – How it began', 'How it began'],
  ['Teil II: Wie es begann', 'Wie es begann'],
  ['Kapitel 2. Wie es begann', 'Wie es begann'],
  ['2. How it began', 'How it began'],
  ['2) How it began', 'How it began'],
])('“%s” has its number once', ([written = '', shown]) => {
  expect(read(written, 2)).toEqual({ title: shown, isNumbered: true });
});

test.for([
  'Part 2',
  '2 ways to do it',
  '2.5 million people',
  'Party 2: the morning',
  'How it began',
  'Part two: money',
])('“%s” stays as it is', (written) => {
  expect(read(written, 2)).toEqual({ title: written, isNumbered: true });
});

test('a number that is not that of the section is the one that is shown', () => {
  expect(read('Part 3: How it began', 2)).toEqual({ title: 'Part 3: How it began', isNumbered: false });
});
