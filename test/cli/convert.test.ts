import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const THEIRS = '---\nmarp: true\n---\n\n# One\n\n---\n\n## Two\n\n<!-- A note -->\n';

test('a deck is converted next to itself, with a report, and never over another file', async () => {
  const cwd = project({ 'talks/theirs.md': THEIRS, 'ours.md': '\uFEFF## One\r\n\r\n* a\r\n' });
  const { code, stdout, stderr } = await lectern(['convert', 'talks/theirs.md'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain(`${path.join('talks', 'theirs-lectern.md')}: the deck of Marp in Lectern’s language`);
  expect(stderr).toContain('talks/theirs.md:11:1 changed <!-- … -->: speaker notes, “:::notes”');
  expect(readFileSync(path.join(cwd, 'talks/theirs-lectern.md'), 'utf8')).toContain(':::notes\nA note\n:::');

  const again = await lectern(['convert', 'talks/theirs.md'], { cwd });
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain('exists. Name another file with --out, or replace it with --force.');

  // A deck of Lectern stays as it is, to the byte.
  const ours = await lectern(['convert', 'ours.md'], { cwd });
  expect(ours).toMatchObject({ code: 0, stdout: 'ours.md is a Lectern deck: nothing to convert\n' });
  await lectern(['convert', 'ours.md', '--out', 'same.md'], { cwd });
  expect(readFileSync(path.join(cwd, 'same.md'))).toEqual(readFileSync(path.join(cwd, 'ours.md')));

  const printed = await lectern(['convert', 'talks/theirs.md', '--out', '-', '--json'], { cwd });
  expect(JSON.parse(printed.stdout)).toMatchObject({
    tool: 'Marp',
    file: null,
    parts: [{ fate: 'changed', line: 11, column: 1 }],
  });
});
