import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchFiles } from '../../src/files/watch-files.ts';
import { project } from '../support/cli.ts';
import { waitFor } from '../support/talk.ts';

type Write = (name: string, text?: string) => void;

interface Case {
  /** What is there first; `->` makes a link. */
  given: Record<string, string>;
  watched: string;
  /** Each of them is seen, one after the other. */
  changes: ((folder: string, write: Write) => void)[];
}

const at = (folder: string, ...names: string[]): string => path.join(folder, ...names);

const CASES: Record<string, Case> = {
  'a file that is written': { given: { 'a.md': '' }, watched: 'a.md', changes: [(_, write) => write('a.md')] },
  'a file that editors put in the place of another': {
    given: { 'a.md': '' },
    watched: 'a.md',
    changes: [1, 2].map(() => (folder: string, write: Write) => {
      write('a.md~');
      renameSync(at(folder, 'a.md~'), at(folder, 'a.md'));
    }),
  },
  'a file that editors move away first': {
    given: { 'a.md': '' },
    watched: 'a.md',
    changes: [1, 2].map(() => (folder: string, write: Write) => {
      renameSync(at(folder, 'a.md'), at(folder, 'a.md.bak'));
      write('a.md');
    }),
  },
  'a file that is not there yet, in a folder that is not there': {
    given: {},
    watched: 'x/y/a.md',
    changes: [(_, write) => write('x/y/a.md'), (_, write) => write('x/y/a.md')],
  },
  'the target of a link': {
    given: { 'real/a.md': '', 'a.md': '-> real/a.md' },
    watched: 'a.md',
    changes: [
      (_, write) => write('real/a.md'),
      (folder, write) => {
        write('real/b.md');
        renameSync(at(folder, 'real/b.md'), at(folder, 'real/a.md'));
      },
      (_, write) => write('real/a.md'),
    ],
  },
  'a link that leads elsewhere': {
    given: { 'one.md': '', 'other.md': '', 'a.md': '-> one.md' },
    watched: 'a.md',
    changes: [
      (folder) => {
        unlinkSync(at(folder, 'a.md'));
        symlinkSync('other.md', at(folder, 'a.md'));
      },
      (_, write) => write('other.md'),
    ],
  },
  'a file behind a linked folder': {
    given: { 'real/deep/a.md': '', links: '-> real' },
    watched: 'links/deep/a.md',
    changes: [(_, write) => write('real/deep/a.md'), (_, write) => write('links/deep/a.md')],
  },
  'a chain of links': {
    given: { 'z/a.md': '', two: '-> z', 'one.md': '-> two/a.md' },
    watched: 'one.md',
    changes: [(_, write) => write('z/a.md')],
  },
  'a folder that another one replaces, and what is saved there later': {
    given: { 'img/a.svg': '', 'img.new/a.svg': 'new' },
    watched: 'img/a.svg',
    changes: [
      (folder) => {
        renameSync(at(folder, 'img'), at(folder, 'img.old'));
        renameSync(at(folder, 'img.new'), at(folder, 'img'));
      },
      (_, write) => write('img/a.svg'),
      (_, write) => write('img/a.svg'),
    ],
  },
  'a folder that is removed and made anew': {
    given: { 'img/deep/a.svg': '' },
    watched: 'img/deep/a.svg',
    changes: [
      (folder) => rmSync(at(folder, 'img'), { recursive: true }),
      (folder, write) => {
        mkdirSync(at(folder, 'img'));
        write('img/deep/a.svg');
      },
      (_, write) => write('img/deep/a.svg'),
    ],
  },
  'a linked folder that another one replaces': {
    given: { 'v1/a.css': '', 'v2/a.css': '', current: '-> v1' },
    watched: 'current/a.css',
    changes: [
      (folder) => {
        symlinkSync('v2', at(folder, 'next'));
        renameSync(at(folder, 'next'), at(folder, 'current'));
      },
      (_, write) => write('v2/a.css'),
    ],
  },
};

test.each(Object.entries(CASES))('%s is seen', async (_, { given, watched, changes }) => {
  const folder = project();
  const write: Write = (name, text = String(Math.random())) => {
    const file = at(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), file);
    else writeFileSync(file, text);
  };
  for (const [name, text] of Object.entries(given)) write(name, text);
  const seen: string[] = [];
  const watch = watchFiles((file) => seen.push(file));
  onTestFinished(() => watch.close());
  watch.follow([at(folder, watched)]);
  for (const change of changes) {
    seen.length = 0;
    change(folder, write);
    await waitFor(() => seen.length > 0, 'the change');
    // Events of the same change must not count for the next one.
    await quiet(seen);
  }
  expect(new Set(seen)).toEqual(new Set([at(folder, watched)]));
});

test('files that are not watched any more cause no event, and a loop of links is safe', async () => {
  const folder = project({ 'a.md': '', 'b.md': '' });
  symlinkSync('loop.md', at(folder, 'loop.md'));
  const seen: string[] = [];
  const watch = watchFiles((file) => seen.push(path.basename(file)));
  onTestFinished(() => watch.close());
  watch.follow([at(folder, 'a.md'), at(folder, 'loop.md')]);
  watch.follow([at(folder, 'b.md'), at(folder, 'loop.md')]);
  writeFileSync(at(folder, 'a.md'), 'x');
  writeFileSync(at(folder, 'b.md'), 'x');
  await waitFor(() => seen.length > 0, 'the change');
  expect(new Set(seen)).toEqual(new Set(['b.md']));
});

/** Resolves when nothing more is told. */
async function quiet(seen: readonly string[]): Promise<void> {
  let before = -1;
  while (before !== seen.length) {
    before = seen.length;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
