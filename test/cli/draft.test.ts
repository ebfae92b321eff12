import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const ARTICLE = `Docks
Docks are built once. A port that misjudges the tide pays for it every winter. The harbour exports timber, dried fish, and salt.
`;

test('a draft is written beside its article, and never over a deck', async () => {
  const cwd = project({ 'talks/docks.txt': ARTICLE });
  const { code, stdout, stderr } = await lectern(['draft', 'talks/docks.txt', '--explain'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/s  Docks are built once\n +\w+: /);
  expect(stdout).toContain(
    `${path.join('talks', 'docks.md')}\n\nNext:\n  lectern present ${path.join('talks', 'docks.md')}\n`,
  );
  const deck = readFileSync(path.join(cwd, 'talks/docks.md'), 'utf8');
  expect(deck).toContain('Docks are built once. A port that misjudges the tide pays for it every winter.');

  const again = await lectern(['draft', 'talks/docks.txt', '--title', 'Mine'], { cwd });
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain('exists. Name another file with --out, or replace it with --force.');
  expect(readFileSync(path.join(cwd, 'talks/docks.md'), 'utf8')).toBe(deck);
  expect(await lectern(['draft', 'talks/docks.txt', '--title', 'Mine', '--force'], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(cwd, 'talks/docks.md'), 'utf8')).toContain('\ntitle: Mine\n');
});

test('standard input is drafted, and the deck alone is printed', async () => {
  const cwd = project();
  const { code, stdout } = await lectern(['draft', '-', '--duration', '3m'], {
    cwd,
    onStart: (child) => child.stdin?.end('# Docks\n\nDocks are built *once*. Nobody moves them.\n'),
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^---\ntitle: Docks\n/);
  expect(stdout).toContain('duration: 3m');
  expect(stdout).toContain('\n:::notes\nDocks are built *once*.');
});

test('a command of the user words the slides; what it invents is refused with a message', async () => {
  const words = { slots: { '1.1.heading': 'Built once, paid for every winter', '1.2.heading': '42 harbours' } };
  const cwd = project({
    'docks.txt': ARTICLE,
    'words.json': JSON.stringify(words),
    'docks.md': '---\nwriter: touch seen\n---\n',
  });
  const print = `"${process.execPath}" -e "process.stdin.resume().on('end', () => console.log(require('fs').readFileSync('words.json', 'utf8')))"`;
  const { code, stderr } = await lectern(['draft', 'docks.txt', '--writer', print, '--out', 'talk.md'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toMatch(/Refused words for 1\.2\.heading .*(?:“42”|there is no such slot)/);
  expect(readFileSync(path.join(cwd, 'talk.md'), 'utf8')).toContain('Built once, paid for every winter');
  // A deck that names a writer runs none.
  await lectern(['draft', 'docks.md'], { cwd });
  expect(existsSync(path.join(cwd, 'seen'))).toBe(false);
});

test('images that a deck cannot load are named, badges are not', async () => {
  const cwd = project({
    'docks.md': `# Docks

[![build](https://example.org/badge.svg)](https://example.org)

Docks are built once. Nobody moves them.

![The map of 1890](/images/map.png)

<img src="https://example.org/quay.jpg" alt="The quay">

![A crane](crane.png)
`,
  });
  const { code, stderr } = await lectern(['draft', 'docks.md'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toBe(
    'Left out 2 images of a website: line 7, “The map of 1890” (/images/map.png); line 9, “The quay” (https://example.org/quay.jpg). ' +
      'Save what you need next to the deck, and write ![What it shows](file.png) on a slide.\n',
  );
  expect(readFileSync(path.join(cwd, 'docks-talk.md'), 'utf8')).toContain('![A crane](crane.png)');
});

test('a message names five images of many', async () => {
  const images = Array.from({ length: 8 }, (_, index) => `![Dock ${index + 1}](/images/${index + 1}.png)\n`);
  const cwd = project({ 'docks.md': `# Docks\n\nDocks are built once.\n\n${images.join('\n')}` });
  const { stderr } = await lectern(['draft', 'docks.md'], { cwd });
  expect(stderr).toContain('Left out 8 images of a website: line 5, “Dock 1”');
  expect(stderr).toContain('“Dock 5” (/images/5.png); and 3 more, which comments in the deck name. Save');
  expect(stderr).not.toContain('Dock 6');
});

test('a call without an article gets advice on how to name one', async () => {
  const { code, stderr } = await lectern(['draft'], { cwd: project() });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'lectern: no article was named. Write: lectern draft article.txt, or lectern draft - to read standard input.\n',
  });
});
