import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { durationFixes, type DurationFixes } from '../../src/check/duration-fixes.ts';
import { compile } from '../../src/compile/compile.ts';

/** Writes these durations, and returns the source as it is then. */
async function written(
  source: string,
  seconds: Record<string, number>,
): Promise<{ text: string; found: DurationFixes }> {
  const file = new VFile({ path: 'talk.md', value: source });
  const { slides } = await compile(file);
  const found = await durationFixes(slides, new Map(Object.entries(seconds)));
  return { text: found.fixed[0]?.text ?? source, found };
}

test.each([
  ['a heading', '## A\n\nx\n', '## A {duration=1m30s}\n\nx\n'],
  ['a heading with settings', '## Any {#a tone=dark}\n\nx\n', '## Any {#a tone=dark duration=1m30s}\n\nx\n'],
  ['a heading with a duration', '## Any {duration="2 m" #a}\n\nx\n', '## Any {duration=1m30s #a}\n\nx\n'],
  ['a heading with a formula', '## Any $x_{1}$ {#a}\n', '## Any $x_{1}$ {#a duration=1m30s}\n'],
  ['a heading that ends in a formula', '::slide{#a}\n\n$x_{1}$\n', '::slide{#a duration=1m30s}\n\n$x_{1}$\n'],
  ['a closed heading', '## A ##\n\nx\n', '## A {duration=1m30s} ##\n\nx\n'],
  ['a heading with a line below', 'A\n-\n\nx\n', 'A {duration=1m30s}\n-\n\nx\n'],
  ['CRLF', '## A\r\n\r\nx\r\n', '## A {duration=1m30s}\r\n\r\nx\r\n'],
  ['a slide without a heading', '::slide{#a}\n\nWords.\n', '::slide{#a duration=1m30s}\n\nWords.\n'],
  [
    'words about durations',
    '## A\n\n```text\nduration=5m\n```\n',
    '## A {duration=1m30s}\n\n```text\nduration=5m\n```\n',
  ],
])('a duration is written into %s', async (_, source, expected) => {
  const { text, found } = await written(source, { a: 90 });
  expect(text).toBe(expected);
  expect(found.left).toEqual([]);
});

test('a slide without heading and settings gets a directive', async () => {
  const { text } = await written('## A\n\n---\n\nWords.\n', { 'slide-2': 5 });
  expect(text).toBe('## A\n\n---\n\n::slide{duration=5s}\n\nWords.\n');
});

test('many slides are written together, and what is right already stays', async () => {
  const { text, found } = await written('## A\n\n## B {duration=1m}\n\n## C ##\n\n## D\n', { a: 5, b: 60, c: 3600 });
  expect(text).toBe('## A {duration=5s}\n\n## B {duration=1m}\n\n## C {duration=1h} ##\n\n## D\n');
  expect(found.changed.map(({ slide, seconds }) => [slide.id, seconds])).toEqual([
    ['a', 5],
    ['c', 3600],
  ]);
});

test('the cover of the front matter has no place for it', async () => {
  const source = '---\ntitle: A talk\ncover: true\n---\n\n## A\n';
  const { text, found } = await written(source, { cover: 30, a: 60 });
  expect(text).toBe('---\ntitle: A talk\ncover: true\n---\n\n## A {duration=1m}\n');
  expect(found.left.map(({ id }) => id)).toEqual(['cover']);
});
