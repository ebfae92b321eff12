import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LocatedFiles } from '../../src/files/located-files.ts';

test('who follows gets each file once, before anything else happens', async () => {
  const located = new LocatedFiles();
  const followed: string[] = [];
  located.add('talk.md');
  const following = (async () => {
    for await (const file of located.follow()) followed.push(file);
  })();
  await setImmediate();
  expect(followed).toEqual(['talk.md']);
  located.add('part.md');
  located.add('image.png');
  located.add('part.md');
  await setImmediate();
  expect(followed).toEqual(['talk.md', 'part.md', 'image.png']);
  located.add('last.css');
  located.end();
  await following;
  expect(followed).toEqual(['talk.md', 'part.md', 'image.png', 'last.css']);
  expect(located.all()).toEqual(followed);
});
