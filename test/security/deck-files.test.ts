import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDeckFiles } from '../../src/files/deck-files.ts';
import { createDoor, staysBelow } from '../../src/files/door.ts';
import { readDeck } from '../../src/files/read-deck.ts';
import type { DeckFiles } from '../../src/model/deck-files.ts';
import { project } from '../support/cli.ts';

const filesOf = (cwd: string, untrusted = false, deck = 'talk.md'): DeckFiles =>
  createDeckFiles(path.join(cwd, deck), { door: createDoor({ projectRoot: cwd, untrusted }), cwd });

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>';

describe.skipIf(process.platform === 'win32')('what is no regular file is refused before it is opened', () => {
  test.each<[string, (file: string) => unknown, string]>([
    ['a FIFO', (file) => execFileSync('mkfifo', [file]), 'this is a pipe, socket or device'],
    ['a folder', (file) => mkdirSync(file), 'this is a folder'],
    ['a link to a device', (file) => symlinkSync('/dev/zero', file), 'the file is outside the project'],
    ['a loop of links', (file) => symlinkSync(path.basename(file), file), 'the file cannot be read (ELOOP)'],
  ])('%s', async (_, make, says) => {
    const cwd = project();
    for (const name of ['a.png', 'a.mp4', 'a.txt']) make(path.join(cwd, name));
    const files = filesOf(cwd);
    for (const found of [await files.load('a.png'), await files.load('a.mp4'), await files.text('a.txt')]) {
      expect(found).toMatchObject({ problem: expect.stringContaining(says) });
    }
  });

  test('a deck as well', async () => {
    const cwd = project();
    execFileSync('mkfifo', [path.join(cwd, 'talk.md')]);
    await expect(readDeck('talk.md', cwd)).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
    await expect(readDeck('/dev/zero', cwd)).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
  });
});

test('files that are too large are refused before they are read', async () => {
  const cwd = project({ 'a.png': '', 'a.mp4': '', 'a.txt': '', 'talk.md': '' });
  for (const name of ['a.png', 'a.mp4', 'a.txt', 'talk.md']) truncateSync(path.join(cwd, name), 2e9);
  const files = filesOf(cwd);
  expect(await files.load('a.png')).toMatchObject({ problem: 'the file is larger than 384 MB', ruleId: 'file-size' });
  expect(await files.load('a.mp4')).toMatchObject({ problem: 'the file is larger than 384 MB' });
  expect(await files.text('a.txt')).toMatchObject({ problem: 'the file is larger than 8 MB' });
  await expect(readDeck('talk.md', cwd)).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
});

test.each(['x.constructor', 'x.__proto__', 'x.toString', 'x', '.png'])(
  '%s is a file of no known kind',
  async (name) => {
    const cwd = project({ [name]: 'x' });
    expect(await filesOf(cwd).load(name)).toMatchObject({ ruleId: 'file-type' });
  },
);

test.each(['a\0b.png', 'a%00b.png', `${'a'.repeat(300)}.png`, `${'a/'.repeat(5000)}a.png`])(
  'a name that no file can have is missing (%#)',
  async (name) => {
    expect(await filesOf(project()).load(name)).toMatchObject({ ruleId: 'file-missing' });
  },
);

test.each(['...md', '..md', 'below/...md'])('a deck named %s has no name for outputs', async (name) => {
  const cwd = project({ '...md': '# A', '..md': '# A', 'below/...md': '# A' });
  await expect(readDeck(name, cwd)).rejects.toMatchObject({ message: expect.stringContaining('cannot be named') });
});

describe('decks of others', () => {
  test.each(['.env', '.git/config', 'a/.b/c.txt', 'link.txt', './.env', 'a/../.env', 'dir/config'])(
    '%s is hidden',
    async (name) => {
      const cwd = project({ '.env': 'secret', '.git/config': 'secret', 'a/.b/c.txt': 'secret', 'a/d.txt': 'shown' });
      symlinkSync('.env', path.join(cwd, 'link.txt'));
      symlinkSync('.git', path.join(cwd, 'dir'));
      expect(await filesOf(cwd, true).text(name)).toMatchObject({ ruleId: 'file-hidden' });
      expect(await filesOf(cwd).text(name)).toHaveProperty('value');
      expect(await filesOf(cwd, true).text('a/d.txt')).toHaveProperty('value');
    },
  );

  test('a deck may be a link, but not out of the project or to what is hidden', async () => {
    const folder = project({ 'secret.md': 'secret', 'project/.hidden.md': 'secret', 'project/real.md': '# A' });
    const cwd = path.join(folder, 'project');
    symlinkSync('../secret.md', path.join(cwd, 'out.md'));
    symlinkSync('.hidden.md', path.join(cwd, 'hidden.md'));
    symlinkSync('real.md', path.join(cwd, 'inside.md'));
    for (const name of ['out.md', 'hidden.md']) {
      await expect(readDeck(name, cwd, { untrusted: true })).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
      expect(String(await readDeck(name, cwd))).toBe('secret');
    }
    expect(String(await readDeck('inside.md', cwd, { untrusted: true }))).toBe('# A');
  });

  test('outputs do not follow links out of the project', () => {
    const folder = project({ 'outside/a': '', 'project/dist/a': '' });
    const cwd = path.join(folder, 'project');
    symlinkSync('../outside', path.join(cwd, 'link'));
    expect(staysBelow(path.join(cwd, 'dist/new/er'), cwd)).toBe(true);
    expect(staysBelow(cwd, cwd)).toBe(true);
    expect(staysBelow(path.join(cwd, 'link'), cwd)).toBe(false);
    expect(staysBelow(path.join(cwd, 'link/new'), cwd)).toBe(false);
    expect(staysBelow(folder, cwd)).toBe(false);
  });
});

describe('addresses that mean a file which is there', () => {
  const composed = 'img/d\u00E9fi.svg';

  test.each([
    [composed.normalize('NFD'), composed],
    [composed, composed.normalize('NFD')],
    ['im\u00E1g/a.svg', 'ima\u0301g/a.svg'],
  ])('letters may be composed in either way', async (onDisk, written) => {
    const cwd = project({ [onDisk]: SVG });
    expect(await filesOf(cwd).load(encodeURI(written))).toMatchObject({ width: 10 });
  });

  test.each([
    ['img\\a.svg', 'no such file, looked for .*; write img/a.svg, with “/” between folders$'],
    ['img/A.svg', 'no such file, looked for .*; there is a.svg, and case matters$'],
    ['IMG/A.SVG', 'no such file, looked for .*; there is img/a.svg, and case matters$'],
    ['C:\\img\\a.svg', 'path from its own folder; copy the file there and write a.svg$'],
    ['file:///img/a.svg', 'path from its own folder; copy the file there and write a.svg$'],
    ['/img/a.svg', 'outside the project; addresses are relative to .*, so write ../img/a.svg$'],
    ['/b.svg', 'outside the project; addresses are relative to .*, so write ../public/b.svg$'],
    ['/c.svg', 'outside the project; addresses are relative to .*, so write public/c.svg$'],
    ['/nowhere.svg', 'outside the project; copy it into .* and name it without the first “/”$'],
    ['../../nowhere.svg', 'outside the project; copy it into .*talks$'],
  ])('%s has advice', async (address, says) => {
    const cwd = project({ 'img/a.svg': SVG, 'public/b.svg': SVG, 'talks/public/c.svg': SVG, 'talks/img/a.svg': SVG });
    const files = filesOf(cwd, false, address.startsWith('/img') ? 'talks/below/talk.md' : 'talks/talk.md');
    const found = await files.load(encodeURI(address));
    const expected = address.startsWith('/img') ? says.replace('../img', '(?:../)+img') : says;
    expect(found).toMatchObject({ problem: expect.stringMatching(new RegExp(expected)) });
  });
});

test('text of files is limited as a whole', async () => {
  const cwd = project();
  writeFileSync(path.join(cwd, 'a.txt'), 'x'.repeat(8_000_000));
  const files = filesOf(cwd);
  const found = [];
  for (let time = 0; time < 10; time += 1) found.push(await files.text('a.txt'));
  expect(found[7]).toHaveProperty('value');
  expect(found[9]).toMatchObject({ ruleId: 'file-size' });
});
