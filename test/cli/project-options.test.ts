import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const DECK = '## One\n\ntext\n';

test('lectern.json holds options of a project, and options of a call take precedence', async () => {
  const cwd = project({
    'talk.md': DECK,
    'lectern.json': '{"to": "notes.md", "out-dir": "public", "strict": true, "scale": 2, "assets": false}',
  });
  expect(await lectern(['build', 'talk.md'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(path.join(cwd, 'public/talk.notes.md'))).toBe(true);
  expect(await lectern(['build', 'talk.md', '--to', 'html', '--out-dir', 'other'], { cwd })).toMatchObject({ code: 0 });
  expect(existsSync(path.join(cwd, 'other/talk.html'))).toBe(true);
});

test('--size takes precedence over the size of the project, and that over the deck’s', async () => {
  const cwd = project({ 'talk.md': `---\nsize: A4\n---\n\n${DECK}`, 'lectern.json': '{"to": "html", "size": "4:3"}' });
  const sizeOf = async (...args: string[]): Promise<string | undefined> => {
    expect(await lectern(['build', 'talk.md', ...args], { cwd })).toMatchObject({ code: 0, stderr: '' });
    return /"width":\d+,"height":\d+/.exec(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8'))?.[0];
  };
  expect(await sizeOf()).toBe('"width":1024,"height":768');
  expect(await sizeOf('--size', '900x1600')).toBe('"width":900,"height":1600');
  expect(await sizeOf('--no-config')).toBe('"width":1123,"height":794');
  expect((await lectern(['build', 'talk.md', '--size', '5:3'], { cwd })).stderr).toBe(
    'lectern: invalid value “5:3” for --size. Write 16:9, 16:10, 4:3, A4, or px from 200 to 8000 as in --size 1920x1080.\n',
  );
});

const EVERY_COMMAND = [
  ['build', 'talk.md'],
  ['check', 'talk.md'],
  ['present', 'talk.md'],
];

test.each([
  [
    '{"browser": "./run.sh"}',
    '1:2: “browser” cannot be set in a config, only on the command line. Name the program with --browser or',
  ],
  [
    '{"browser-url": "http://127.0.0.1:1"}',
    '1:2: “browser-url” cannot be set in a config, only on the command line. Name the address with',
  ],
  [
    '{"out-dir": "../elsewhere"}',
    '1:2: “out-dir” is "../elsewhere", outside the project. Name a folder inside the project',
  ],
  ['{"theme": "../elsewhere/theme.css"}', '1:2: “theme” is "../elsewhere/theme.css": the file is outside the project'],
])('%s names what a project cannot, whatever command reads it', async (text, says) => {
  const folder = project({
    'project/talk.md': DECK,
    'project/lectern.json': text,
    'project/run.sh': '#!/bin/sh\ntouch ran\n',
    'elsewhere/theme.css': '',
  });
  const cwd = path.join(folder, 'project');
  chmodSync(path.join(cwd, 'run.sh'), 0o755);
  for (const args of EVERY_COMMAND) {
    const { code, stderr } = await lectern(args, { cwd });
    expect([args, code]).toEqual([args, 2]);
    expect(stderr).toContain(`lectern.json:${says}`);
  }
  expect(readdirSync(cwd).toSorted()).toEqual(['lectern.json', 'run.sh', 'talk.md']);
});

test.each([
  ['an absolute folder', (cwd: string) => ({ 'out-dir': path.dirname(cwd) })],
  ['a link', () => ({ 'out-dir': 'link' })],
  ['a folder below a link', () => ({ 'out-dir': 'link/below/that' })],
  ['a way through a folder', () => ({ 'out-dir': 'a/../../elsewhere' })],
  ['a theme by a link', () => ({ theme: './link/theme.css' })],
  ['a theme below a link', () => ({ theme: './link' })],
])('%s outside the project is refused', async (_, options) => {
  const folder = project({ 'project/talk.md': DECK, 'elsewhere/theme.css': '' });
  const cwd = path.join(folder, 'project');
  symlinkSync('../elsewhere', path.join(cwd, 'link'));
  writeFileSync(path.join(cwd, 'lectern.json'), JSON.stringify(options(cwd)));
  const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/outside the project/);
  expect(readdirSync(path.join(folder, 'elsewhere'))).toEqual(['theme.css']);
});

test('places inside the project are fine, and a call may name others', async () => {
  const folder = project({
    'project/talk.md': DECK,
    'project/look/theme.css': ':root { --r-main-color: #123456 }',
    'project/lectern.json': '{"to": "html", "out-dir": "new/deep", "theme": "./look"}',
  });
  const cwd = path.join(folder, 'project');
  expect(await lectern(['build', 'talk.md'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(path.join(cwd, 'new/deep/talk.html'), 'utf8')).toContain('--r-main-color:#123456');
  expect(await lectern(['build', 'talk.md', '--out-dir', '../elsewhere'], { cwd })).toMatchObject({ code: 0 });
  expect(existsSync(path.join(folder, 'elsewhere/talk.html'))).toBe(true);
});

test.each([
  [
    'is a link out of the project',
    (file: string) => symlinkSync('/etc/hostname', file),
    'the file is outside the project',
  ],
  ['is a folder', (file: string) => mkdirSync(file), 'this is a folder, expected a file'],
  ['is a FIFO', (file: string) => execFileSync('mkfifo', [file]), 'this is a pipe, socket or device'],
  ['is huge', (file: string) => writeFileSync(file, ' '.repeat(2e6)), 'the file is larger than 1 MB'],
])('a lectern.json that %s is refused', async (_, make, says) => {
  const cwd = project({ 'talk.md': DECK });
  make(path.join(cwd, 'lectern.json'));
  const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(`lectern.json: ${says}`);
});

test.each([
  ['{"strikt": true}', 'lectern.json:1:2: unknown key “strikt”; did you mean “strict”?'],
  ['{"strict": "yes"}', 'lectern.json:1:2: “strict” is "yes", expected true or false'],
  ['{"theme": ["a"]}', 'lectern.json:1:2: “theme” is ["a"], expected text'],
  ['{"json": true}', 'lectern.json:1:2: unknown key “json”'],
  ['{', 'lectern.json:1:2: invalid JSON: expected'],
  ['[]', 'lectern.json: it is not a JSON object'],
])('%s is refused', async (text, says) => {
  const { code, stderr } = await lectern(['build', 'talk.md'], {
    cwd: project({ 'talk.md': DECK, 'lectern.json': text }),
  });
  expect(code).toBe(2);
  expect(stderr).toContain(says);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a byte order mark is no part of what a file says', async () => {
  const cwd = project({
    'talk.md': '\uFEFF---\nstyle: mine.css\n---\n\n## One\n\nfirst\n\n::include{file=part.md}\n',
    'part.md': '\uFEFF## Part\n\ntext\n',
    'mine.css': '\uFEFF@import "./more.css";\n.mine { color: red }\n',
    'more.css': '\uFEFF.more { color: red }\n',
    'lectern.json': '\uFEFF{"to": "html"}',
  });
  expect(await lectern(['build', 'talk.md', '--strict'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  const deck = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
  expect(deck).toMatch(/(?<!\uFEFF)\.mine\b/);
  expect(deck).toMatch(/(?<!\uFEFF)\.more\b/);
  expect(deck).toMatch(/<h2[^>]*>Part/);
});
