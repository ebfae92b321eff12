import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { talkPlan } from '../../src/render/talk-plan.ts';

async function lengths(source: string): Promise<number[]> {
  const deck = await compile(new VFile({ path: 'talk.md', value: source }));
  return talkPlan(deck.slides, deck.meta).map(({ length }) => length);
}

const words = (count: number): string => `\n\n:::notes\n${'word '.repeat(count)}\n:::\n\n`;

test('slides share the time of the talk by the length of their notes', async () => {
  const found = await lengths(`---\nduration: 10m\n---\n\n## A {duration=4m}\n\n## B${words(130)}## C\n`);
  // One minute of notes, and ten seconds for each slide.
  expect(found).toEqual([240, 315, 45]);
});

test('without a length of the talk they take what their notes take', async () => {
  expect(await lengths(`## A {duration=4m}\n\n## B${words(130)}## C\n`)).toEqual([240, 60, 0]);
});

test('a plan that is longer than the talk stays what it is', async () => {
  expect(await lengths('---\nduration: 1m\n---\n\n## A {duration=4m}\n\n## B\n')).toEqual([240, 0]);
});
