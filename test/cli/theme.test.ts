import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

test('theme list prints all themes', async () => {
  const { code, stdout, stderr } = await lectern(['theme', 'list'], { cwd: project() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^folio +A well-made book.*\n +light by default, also dark and accent; Inter, Source Serif 4$/m,
  );
  expect(stdout.match(/^\S/gm)).toHaveLength(8);
  expect(stdout).toMatch(/^nocturne +A night with one moon/m);
});

test('theme list ends quietly where nobody reads on', async () => {
  const { code, stderr } = await lectern(['theme', 'list'], {
    cwd: project(),
    onStart: (child) => child.stdout?.destroy(),
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
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
  expect(deck()).toMatch(/--deck-brand:#f80/);
});

test('theme new takes along what lies beside a theme', async () => {
  const font = readFileSync(
    new URL('../../node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2', import.meta.url),
  );
  const cwd = project({
    'talk.md': '---\ntheme: ./mine\n---\n\n## A slide\n',
    'acme/theme.css': '@font-face { font-family: Own; src: url(fonts/own.woff2) }\n:root { --r-main-font: Own }\n',
    'acme/fonts/own.woff2': font,
    'acme/fonts/OFL.txt': 'licence',
  });
  expect(await lectern(['theme', 'new', 'mine', '--from', './acme'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(path.join(cwd, 'mine/fonts/OFL.txt'), 'utf8')).toBe('licence');
  expect(await lectern(['build', 'talk.md', '--to', 'html'], { cwd })).toMatchObject({ code: 0, stderr: '' });
});

test('theme new from a theme made for reveal.js imports it, and changes stand above it', async () => {
  const cwd = project({ 'talk.md': '---\ntheme: ./mine\n---\n\n## A slide\n' });
  const made = await lectern(['theme', 'new', 'mine', '--from', 'reveal.js/theme/black.css'], { cwd });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const css = readFileSync(path.join(cwd, 'mine/theme.css'), 'utf8');
  expect(css).toContain("@import 'reveal.js/theme/black.css';");
  writeFileSync(path.join(cwd, 'mine/theme.css'), css.replace(/--deck-brand: [^;]+/, '--deck-brand: #123456'));
  expect(await lectern(['build', 'talk.md', '--to', 'html'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  const html = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
  const layers = html.split(/(?=@layer \w+\{)/);
  expect(layers.find((layer) => layer.includes('.reveal small{'))).toMatch(/^@layer foreign\{/);
  expect(html).toContain('--deck-brand:#123456');
});

test.each([
  [['theme', 'new'], /needs one name/],
  [['theme', 'new', 'taken'], /taken already exists/],
  [['theme', 'new', 'mine', '--from', 'noctrune'], /unknown theme “noctrune”; did you mean “nocturne”\?/],
  [['theme', 'lsit'], /unknown command “lectern theme lsit”; did you mean “list”\?/],
])('%j is refused with advice', async (args, says) => {
  const cwd = project({ 'taken/theme.css': 'kept' });
  const { code, stderr } = await lectern(args, { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(says);
  expect(readFileSync(path.join(cwd, 'taken/theme.css'), 'utf8')).toBe('kept');
});
