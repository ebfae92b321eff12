import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

test('theme list tells the themes there are', async () => {
  const { code, stdout, stderr } = await lectern(['theme', 'list'], { cwd: project() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^folio +A quiet page.*\n +light by itself; Inter, Source Serif 4, JetBrains Mono$/m);
  expect(stdout).toMatch(/^nocturne +For dark rooms/m);
});

test('theme new makes a theme that builds as it is, and shows what is changed in it', async () => {
  const cwd = project({ 'talk.md': '---\ntheme: ./mine\n---\n\n## A slide\n' });
  const made = await lectern(['theme', 'new', 'mine', '--from', 'nocturne'], { cwd });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain('theme: ./mine');
  expect(await lectern(['build', 'talk.md', '--to', 'html'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  const deck = (): string => readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
  expect(deck()).toContain('font-family:Bricolage Grotesque');
  const file = path.join(cwd, 'mine/theme.css');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('#78ecc0', '#ff8800'));
  await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(deck()).toMatch(/--deck-accent:#f80/);
});

test.each([
  [['theme', 'new'], /needs one name/],
  [['theme', 'new', 'taken'], /taken is there already/],
  [['theme', 'new', 'mine', '--from', 'noctrune'], /there is no theme “noctrune”; did you mean “nocturne”\?/],
  [['theme', 'lsit'], /does not know “lsit”; did you mean “list”\?/],
])('%j is refused with advice', async (args, says) => {
  const cwd = project({ 'taken/theme.css': 'kept' });
  const { code, stderr } = await lectern(args, { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(says);
  expect(readFileSync(path.join(cwd, 'taken/theme.css'), 'utf8')).toBe('kept');
});
