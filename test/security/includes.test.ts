import path from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { project } from '../support/cli.ts';
import { withFiles } from '../support/compile.ts';

async function compiled(files: Record<string, string>): Promise<{ slides: number; messages: string[] }> {
  const cwd = project(files);
  const deck = new VFile({ path: 'talk.md', cwd, value: files['talk.md'] ?? '' });
  const { slides, included } = await compile(deck, withFiles(path.join(cwd, 'talk.md'), cwd));
  return { slides: slides.length, messages: [deck, ...included].flatMap((file) => file.messages.map(String)) };
}

test('files that include others several times are read up to a limit, reported at the include', async () => {
  const twelve = (name: string): string => `::include{file=${name}}\n\n`.repeat(12);
  const parts = Array.from({ length: 7 }, (_, at) => [`${at}.part`, `## Slide\n\n${twelve(`${at + 1}.part`)}`]);
  const { slides, messages } = await compiled({
    'talk.md': twelve('0.part'),
    ...Object.fromEntries(parts),
    '7.part': '## End\n',
  });
  expect(slides).toBe(501);
  expect(messages).toEqual([expect.stringMatching(/^\d\.part:\d+:1-\d+:\d+: The deck has more than 500 includes;/)]);
});

test('large files that are included several times are read up to a limit', async () => {
  const { messages } = await compiled({
    'talk.md': '## One\n\n::include{file=a.part}\n\n::include{file=a.part}\n\n::include{file=a.part}\n',
    'a.part': `## Two\n\n${'word '.repeat(600_000)}\n`,
  });
  expect(messages).toEqual([expect.stringMatching(/^talk\.md:7:1-7:23: All included files .* more than 8 MB of text/)]);
});

test('a talk of a hundred parts is whole', async () => {
  const { slides, messages } = await compiled({
    'talk.md': '::include{file=a.part}\n\n'.repeat(100),
    'a.part': '## One\n\ntext\n',
  });
  expect([slides, messages]).toEqual([100, []]);
});
