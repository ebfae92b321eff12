import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { BrowserPool } from '../../src/browser/browser-pool.ts';
import { createCompileMemory } from '../../src/compile/compile-memory.ts';
import { LocatedFiles } from '../../src/files/located-files.ts';
import { createResources } from '../../src/pipeline/prepare-context.ts';
import { readLiveDeck, type LiveContext } from '../../src/present/live-deck.ts';
import { project } from '../support/cli.ts';

const refuse = (): never => {
  throw new TypeError('nobody foresaw this');
};

test('an unexpected error is a fault of the deck, which is watched all the same', async () => {
  const cwd = project({ 'part.md': '## Part\n' });
  writeFileSync(path.join(cwd, 'talk.md'), '## One\n\n```js\nlet a;\n```\n\n::include{file=part.md}\n');
  const pool: BrowserPool = {
    print: refuse,
    takePictures: refuse,
    inspect: refuse,
    openPage: refuse,
    product: refuse,
    atWork: Promise.resolve(),
    close: async () => {},
  };
  const context: LiveContext = {
    cwd,
    key: 'key',
    followed: false,
    options: {},
    resources: {
      ...createResources(pool, path.join(cwd, 'cache')),
      get styles() {
        return refuse();
      },
    },
    purpose: { styleKinds: ['deck'] },
    live: { memory: createCompileMemory(), located: new LocatedFiles() },
  };
  const { live, faults, error } = await readLiveDeck('talk.md', context);
  expect([live, error]).toEqual([undefined, undefined]);
  expect(faults).toEqual([
    { file: 'talk.md', reason: expect.stringMatching(/^unexpected error: nobody foresaw this\./) },
  ]);
  expect(context.live.located.all()).toContain(path.join(cwd, 'talk.md'));
});

test('a save that adds the first component brings the styles of components', async () => {
  const cwd = project({ 'talk.md': '## One\n\nWords, and then some more of them.\n' });
  const pool: BrowserPool = {
    print: refuse,
    takePictures: refuse,
    inspect: refuse,
    openPage: refuse,
    product: refuse,
    atWork: Promise.resolve(),
    close: async () => {},
  };
  const context: LiveContext = {
    cwd,
    key: 'key',
    followed: false,
    options: {},
    resources: createResources(pool, path.join(cwd, 'cache')),
    purpose: { styleKinds: ['deck'] },
    live: { memory: createCompileMemory(), located: new LocatedFiles() },
  };
  const before = await readLiveDeck('talk.md', context);
  writeFileSync(path.join(cwd, 'talk.md'), '## One\n\n:::kpis\n- **1** a\n- **2** b\n:::\n');
  const after = await readLiveDeck('talk.md', context);
  const shown = [before, after].map(({ live }) => live?.shown);
  expect(shown.map((one) => one?.css.includes('.kpi-number'))).toEqual([false, true]);
  expect(shown[1]?.styleAddress).not.toBe(shown[0]?.styleAddress);
});
