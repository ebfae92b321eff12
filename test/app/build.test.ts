import path from 'node:path';
import { expect, test } from 'vitest';
import { build, type BuildOptions } from '../../src/app/build.ts';
import { project } from '../support/cli.ts';

const refuse = (): never => {
  throw new TypeError('nobody foresaw this');
};

function options(cwd: string): BuildOptions {
  const browser = { named: undefined, cacheFolder: path.join(cwd, 'cache'), home: cwd, searchPath: [] };
  return { decks: ['a.md', 'b.md'], to: ['html', 'notes.md'], cwd, browser };
}

test('an unexpected error is that of its deck', async () => {
  const cwd = project({
    'a.md': '## A {layout=qoute}\n',
    'b.md': '---\ncheck: {words: off}\n---\n\n## B {layout=qoute}\n',
  });
  const setting = Object.defineProperty({ options: new Map() }, 'severity', { get: refuse });
  const rules = new Map([['slide-layout', setting]]);
  const { decks } = await build({ ...options(cwd), rules });
  expect(decks.map(({ error, outputs, file }) => [error?.code, outputs, file.path])).toEqual([
    ['UNEXPECTED', [], 'a.md'],
    ['UNEXPECTED', [], 'b.md'],
  ]);
  expect(decks[0]?.error?.advice).toContain('This is a bug in Lectern');
});

test('messages come in the order of their places, each once', async () => {
  const cwd = project({
    'a.md': '## A\n\n![](z.png) ![](a.png)\n\n::video{src=f.mp4 poster=p.png}\n\n![](z.png)\n',
    'b.md': '## B\n',
  });
  const { decks } = await build(options(cwd));
  const reported = decks[0]?.file.messages.map(({ line, column, reason }) => [
    line,
    column,
    /“(.+?)”/.exec(reason)?.[1],
  ]);
  expect(reported).toEqual([
    [3, 1, 'z.png'],
    [3, 12, 'a.png'],
    [5, 1, 'f.mp4'],
    [5, 1, 'p.png'],
    [7, 1, 'z.png'],
  ]);
});
