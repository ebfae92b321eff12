import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { build } from '../../src/app/build.ts';
import { project } from '../support/cli.ts';

vi.mock('../../src/render/deck-document.ts', () => ({
  deckDocument: () => {
    throw new TypeError('nobody foresaw this');
  },
}));

test('an unexpected error at one output leaves the others', async () => {
  const cwd = project({ 'a.md': '## A\n', 'b.md': '## B\n' });
  const browser = { named: undefined, cacheFolder: path.join(cwd, 'cache'), home: cwd, searchPath: [] };
  const made = await build({ decks: ['a.md', 'b.md'], to: ['html', 'notes.md'], cwd, browser });
  expect(readdirSync(path.join(cwd, 'dist')).toSorted()).toEqual(['a.notes.md', 'b.notes.md']);
  const error = { code: 'UNEXPECTED', message: 'unexpected error: nobody foresaw this' };
  const report = { failed: ['html'], error };
  expect(made).toMatchObject({ ok: false, decks: [report, report] });
});
