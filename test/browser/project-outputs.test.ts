import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { defineOutput } from '../../src/index.ts';
import { places } from '../support/browser.ts';
import { project } from '../support/cli.ts';
import { pagesAsText } from '../support/pdf-pages.ts';

const DECK = '# One\n\nfirst\n\n## Two\n\nsecond\n\n## Three\n\n- a\n- b\n';

const album = defineOutput({
  name: 'album',
  browser: true,
  options: { scale: 1 },
  async render({ name, options, pdf, pictures }) {
    const shown = await pictures({ scale: options.scale });
    const files = shown.map(({ slide, bytes }) => ({ path: `${name}/${slide.id}.png`, content: bytes }));
    return [...files, { path: `${name}/all.pdf`, content: await pdf() }];
  },
});

test('an output of a project takes pictures and prints, beside those of Lectern', async () => {
  const cwd = project({ 'talk.md': DECK });
  const config = { outputs: [album], outputOptions: { album: { scale: 0.5 } } };
  const { decks, ok } = await build({
    decks: ['talk.md'],
    to: ['album', 'pdf'],
    slides: '2-3',
    cwd,
    browser: places,
    config,
  });
  const [deck] = decks;
  expect([ok, deck?.error, deck?.file.messages]).toEqual([true, undefined, []]);
  const made = (deck?.outputs ?? []).map((file) =>
    path.relative(path.join(cwd, 'dist'), file).replaceAll(path.sep, '/'),
  );
  expect(made).toEqual(['talk/two.png', 'talk/three.png', 'talk/all.pdf', 'talk.pdf']);
  const { width, height } = PNG.sync.read(readFileSync(path.join(cwd, 'dist/talk/two.png')));
  expect([width, height]).toEqual([640, 360]);
  const pages = await pagesAsText(readFileSync(path.join(cwd, 'dist/talk/all.pdf')));
  expect(pages).toHaveLength(2);
  // It is the same as without the output.
  expect(readFileSync(path.join(cwd, 'dist/talk/all.pdf')).equals(readFileSync(path.join(cwd, 'dist/talk.pdf')))).toBe(
    true,
  );
});

test('without a browser the environment is reported', async () => {
  const cwd = project({ 'talk.md': DECK });
  const browser = {
    named: { path: path.join(cwd, 'none'), by: '--browser' },
    cacheFolder: `${cwd}/cache`,
    home: cwd,
    searchPath: [],
  };
  const config = { outputs: [album] };
  const { decks } = await build({ decks: ['talk.md'], to: ['album', 'notes.md'], cwd, browser, config });
  const [deck] = decks;
  expect(deck).toMatchObject({ failed: ['album'], error: { code: expect.stringMatching(/^BROWSER_/) } });
  expect(deck?.outputs.map((file) => path.basename(file))).toEqual(['talk.notes.md']);
});

test('nothing is written with strict where an output fails', async () => {
  const cwd = project({ 'talk.md': DECK });
  const failing = defineOutput({
    name: 'failing',
    render() {
      throw new Error('not today');
    },
  });
  const call = { decks: ['talk.md'], to: ['failing', 'notes.md'], cwd, browser: places, strict: true };
  const { decks, ok } = await build({ ...call, config: { outputs: [failing], check: { 'notes-missing': 'off' } } });
  expect([ok, decks[0]?.error, decks[0]?.outputs]).toEqual([false, undefined, []]);
  expect(decks[0]?.file.messages.filter(({ fatal }) => fatal === true).map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/^Output “failing” failed: not today/),
  ]);
  expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
});
