import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const FAULTS: [fault: string, theme: string, files: Record<string, string>, says: RegExp][] = [
  ['that is missing', './nowhere', {}, /^talk\.md:2:1 warning Unknown theme “\.\/nowhere”/m],
  ['with a misspelled name', 'noctrune', {}, /^talk\.md:2:1.*“noctrune”; did you mean “nocturne”\?/m],
  ['that is a folder without a style sheet', './mine', { 'mine/other.css': '' }, /^talk\.md:2:1.*Unknown theme/m],
  [
    'with a syntax error',
    './mine',
    { 'mine/theme.css': '.a {\n  color: red;\n}}\n' },
    /^mine\/theme\.css:3:2 warning Unexpected “}”: no rule is open that it could close/m,
  ],
  [
    'that imports in a circle',
    './mine',
    { 'mine/theme.css': '@import "./b.css";', 'mine/b.css': '@import "./theme.css";' },
    /^mine\/b\.css:1:10 warning .*imports this one/m,
  ],
  [
    'of 5 MB',
    './mine',
    { 'mine/theme.css': '.a { color: red }\n'.repeat(300_000) },
    /^mine\/theme\.css:1:1 warning The style sheet has 5\.4 MB of CSS, expected at most 2 MB/m,
  ],
  [
    'that ends its style element',
    './mine',
    { 'mine/theme.css': '.a::before { content: "</style><script>alert(1)</script>" }' },
    /^mine\/theme\.css:1:24 warning “<\/style”/m,
  ],
];

describe.each(FAULTS)('a theme %s', (_, theme, files, says) => {
  const deck = `---\ntheme: ${theme}\n---\n\n## A slide\n`;

  test('is reported with its place, and the deck is built with the default one', async () => {
    const cwd = project({ 'talk.md': deck, ...files });
    const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(says);
    const html = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
    expect(html).toContain('--deck-brand:#a8321c');
    expect(html).not.toContain('alert(1)');
  });

  test('keeps the deck from being written when strict', async () => {
    const cwd = project({ 'talk.md': deck, ...files });
    const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html', '--strict'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(says);
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
  });
});

test.each([
  ['./no.css', /^mine\/theme\.css:1:10 warning .*“\.\/no\.css”.*; the import is left out/m],
  [
    'https://x.org/a.css',
    /^mine\/theme\.css:1:10 warning The style sheet loads “.*” from the web.*; the import is left out/m,
  ],
])('a theme that imports %s is used without that', async (address, says) => {
  const css = `@import "${address}";\n:root { --r-main-color: #123456 }`;
  const cwd = project({ 'talk.md': '---\ntheme: ./mine\n---\n\n## A slide\n', 'mine/theme.css': css });
  const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toMatch(says);
  expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8')).toContain('--r-main-color:#123456');
  expect((await lectern(['build', 'talk.md', '--to', 'html', '--strict'], { cwd })).code).toBe(1);
});

test('a theme with a font that is missing is used without that font', async () => {
  const css = '@font-face { font-family: X; src: url(x.woff2) }\n:root { --r-main-color: #123456 }';
  const cwd = project({ 'talk.md': '---\ntheme: ./mine\n---\n\n## A slide\n', 'mine/theme.css': css });
  const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^mine\/theme\.css:1:39 warning .*“x\.woff2”: no such file, looked for mine\/x\.woff2/m);
  expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8')).toContain('--r-main-color:#123456');
});

test('a theme outside the project keeps the deck from being written, and one of the call does not', async () => {
  const folder = project({
    'project/talk.md': '---\ntheme: ../looks\n---\n\n## A slide\n',
    'looks/theme.css': '@import "./base.css"; .a { background: url(a.png) }',
    'looks/base.css': ':root { --r-main-color: #123456 }',
    'looks/a.png': 'an image',
  });
  const cwd = path.join(folder, 'project');
  const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^talk\.md:2:1 error Cannot use the theme “\.\.\/looks”: the file is outside the project; copy it/m,
  );
  const given = await lectern(['build', 'talk.md', '--to', 'html', '--theme', '../looks'], { cwd });
  expect(given).toMatchObject({ code: 0, stderr: '' });
  const html = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
  expect(html).toContain('--r-main-color:#123456');
  expect(html).toContain(Buffer.from('an image').toString('base64'));
});

test('a faulty theme of one slide and a faulty style sheet are left out, each with its message', async () => {
  const cwd = project({
    'talk.md': '---\nstyle: [good.css, bad.css, none.css]\n---\n\n## A {theme=./mine}\n\n## B {theme=nocturne}\n',
    'mine/theme.css': '}',
    'bad.css': '\n.x {',
    'good.css': '.slide h2 { letter-spacing: 7px }',
  });
  const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^talk\.md:2:1.*“none\.css”/m);
  expect(stderr).toMatch(
    /^mine\/theme\.css:1:1.*Unexpected “}”.*; these slides have the theme of the deck until this is fixed/m,
  );
  expect(stderr).toMatch(/^bad\.css:2:4.*Unexpected “{”: its rule is never closed; the whole style sheet is left out/m);
  const html = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
  expect(html).toContain('letter-spacing:7px');
  expect(html).toContain('[data-theme=nocturne]');
});

test('an unused token is reported with the nearest name', async () => {
  const cwd = project({ 'talk.md': '---\ntokens: {acent: red, r-main-colour: blue, gap: 1em}\n---\n\n## A\n' });
  const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toMatch(/2:1.*Unknown token “acent”; did you mean “accent”\?/);
  expect(stderr).toMatch(/Unknown token “r-main-colour”; did you mean “r-main-color”\?/);
  expect(stderr).not.toContain('“gap”');
});
