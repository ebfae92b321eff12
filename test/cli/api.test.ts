import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { project } from '../support/cli.ts';

test('builds run side by side without disturbing each other', async () => {
  const cwd = project({ 'a.md': '# A\n', 'b.md': '# B\n' });
  const reports = await Promise.all(['a.md', 'b.md'].map((deck) => build({ decks: [deck], cwd })));
  expect(reports.map(({ ok }) => ok)).toEqual([true, true]);
  for (const name of ['a.html', 'a.pdf', 'b.html', 'b.pdf'])
    expect(existsSync(path.join(cwd, 'dist', name)), name).toBe(true);
});
