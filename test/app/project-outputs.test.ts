import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectTypeOf, test } from 'vitest';
import { build, type BuildOptions } from '../../src/app/build.ts';
import { defineConfig, defineOutput, type LecternConfig } from '../../src/index.ts';
import { project } from '../support/cli.ts';

const DECK = `---
title: A talk
---

## One

Some *text* and $x^2$.

![A dot](dot.svg)

## Two

- a
- b
`;
const DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/></svg>';

const outline = defineOutput({
  name: 'outline',
  about: 'the headings',
  options: { depth: 2, title: 'Outline', loud: false },
  render({ deck, slides, name, options, slideText, slideHtml, warn }) {
    expectTypeOf(options).toEqualTypeOf<{ readonly depth: number; readonly title: string; readonly loud: boolean }>();
    if (options.title === 'wrong') throw new Error('there is no such title.');
    const [first] = slides;
    if (first && options.loud) warn('it is loud', { slide: first });
    const facts = { title: deck.meta.title, options, text: slides.map(slideText), html: first && slideHtml(first) };
    return [{ path: `${name}.outline.json`, content: JSON.stringify(facts) }];
  },
});

const page = defineOutput({
  name: 'page',
  render: async (job) => [{ path: `pages/${job.name}.html`, content: new TextEncoder().encode(await job.html()) }],
});

async function buildWith(
  config: LecternConfig,
  options: Partial<BuildOptions>,
): Promise<{ cwd: string; messages: string[]; failed: string[]; outputs: string[]; error: unknown; ok: boolean }> {
  const cwd = project({ 'talk.md': DECK, 'dot.svg': DOT });
  const browser = { named: undefined, cacheFolder: `${cwd}/cache`, home: cwd, searchPath: [] };
  const { decks, ok } = await build({ decks: ['talk.md'], cwd, browser, config: defineConfig(config), ...options });
  const [deck] = decks;
  const outputs = (deck?.outputs ?? []).map((output) => path.relative(cwd, output).replaceAll(path.sep, '/'));
  const messages = (deck?.file.messages ?? []).map((message) => `${message.fatal} ${message.reason} ${message.ruleId}`);
  return { cwd, messages, failed: deck?.failed ?? [], outputs, error: deck?.error, ok };
}

test('an output of a project gets the deck, its slides and its options', async () => {
  const config = { outputs: [outline, page], outputOptions: { outline: { title: 'Mine' } } };
  const built = await buildWith(config, { to: ['outline', 'page', 'html'], outputOptions: { outline: { depth: 3 } } });
  expect(built).toMatchObject({ messages: [], ok: true });
  expect(built.outputs).toEqual(['dist/talk.outline.json', 'dist/pages/talk.html', 'dist/talk.html']);
  const made = JSON.parse(readFileSync(path.join(built.cwd, 'dist/talk.outline.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  expect(made).toMatchObject({
    title: 'A talk',
    options: { depth: 3, title: 'Mine', loud: false },
    text: ['A talk', 'One Some text and .', 'Two a b'],
  });
  expect(made['html']).toMatch(/^<section/);
  expect(readFileSync(path.join(built.cwd, 'dist/pages/talk.html'), 'utf8')).toBe(
    readFileSync(path.join(built.cwd, 'dist/talk.html'), 'utf8'),
  );
});

test('images in the HTML of a slide are data, and only slides that the call names are there', async () => {
  const built = await buildWith({ outputs: [outline] }, { to: ['outline'], slides: '2' });
  const { text, html } = JSON.parse(readFileSync(path.join(built.cwd, 'dist/talk.outline.json'), 'utf8')) as {
    text: string[];
    html: string;
  };
  expect(text).toHaveLength(1);
  expect(text[0]).toMatch(/^One/);
  expect(html).toContain('src="data:image/svg+xml;base64,');
  expect(html).not.toContain('lectern-asset');
});

test('what an output throws is a message, and the others are written', async () => {
  const built = await buildWith(
    { outputs: [outline] },
    { to: ['outline', 'notes.md'], outputOptions: { outline: { title: 'wrong' } } },
  );
  expect(built).toMatchObject({ outputs: ['dist/talk.notes.md'], failed: ['outline'], error: undefined, ok: false });
  expect(built.messages).toEqual([
    expect.stringMatching(/^true Output “outline” failed: there is no such title(?: \(\S+:\d+\))? plugin$/),
  ]);
});

test('a warning of an output has the place of its slide', async () => {
  const built = await buildWith(
    { outputs: [outline], outputOptions: { outline: { loud: true } } },
    { to: ['outline'], slides: '1' },
  );
  expect(built).toMatchObject({ messages: ['false Output “outline”: it is loud plugin'], ok: true });
});

test.each([
  ['a path that leads out', '../a.txt', 'the path “../a.txt” leads out of the folder for outputs'],
  ['a path that leads out later', 'a/../../b', 'the path “a/../../b” leads out of the folder for outputs'],
  ['a path with backslashes that leads out', String.raw`a\..\..\b`, 'leads out of the folder for outputs'],
  ['an absolute path', '/tmp/a.txt', 'the path “/tmp/a.txt” leads out of the folder for outputs'],
  ['a path with a drive', 'C:/a.txt', 'the path “C:/a.txt” leads out of the folder for outputs'],
  ['no path', '', 'a file that it returns has no “path”'],
])('%s is a message', async (_, name, says) => {
  const output = defineOutput({ name: 'other', render: () => [{ path: name, content: '' }] });
  const { messages, outputs } = await buildWith({ outputs: [output] }, { to: ['other', 'notes.md'] });
  expect(messages).toEqual([expect.stringContaining(says)]);
  expect(outputs).toEqual(['dist/talk.notes.md']);
});

test.each([
  ['no files', () => undefined, 'it returns no list of files'],
  ['no content', () => [{ path: 'a.txt' }], 'the file “a.txt” that it returns has no “content”'],
  [
    'a picture without a browser',
    async (job: { pictures: () => unknown }) => job.pictures(),
    'pictures() needs “browser: true” in its definition',
  ],
])('an output with %s is a message', async (_, render, says) => {
  const output = Object.assign(defineOutput({ name: 'other', render: () => [] }), { render });
  const { messages } = await buildWith({ outputs: [output] }, { to: ['other'] });
  expect(messages).toEqual([expect.stringContaining(`Output “other” failed: ${says}`)]);
});

test('no output writes over another one', async () => {
  const output = defineOutput({ name: 'other', render: () => [{ path: 'talk.notes.md', content: 'other' }] });
  const built = await buildWith({ outputs: [output] }, { to: ['notes.md', 'other'] });
  expect(built.messages).toEqual([
    'true Output “other” makes talk.notes.md, which “notes.md” has made already; only that is written plugin',
  ]);
  expect(readFileSync(path.join(built.cwd, 'dist/talk.notes.md'), 'utf8')).not.toBe('other');
});

test.each([
  [{ outlin: { depth: 1 } }, 'the project has no output “outlin”; did you mean “outline”?'],
  [{ outline: { dept: 1 } }, 'the output “outline” has no option “dept”; did you mean “depth”?'],
  [{ outline: { depth: 'deep' } }, '“outline.depth” is “deep”, expected a number'],
  [{ outline: { loud: 'yes' } }, '“outline.loud” is “yes”, expected true or false'],
])('options %j are refused', async (outputOptions, message) => {
  await expect(buildWith({ outputs: [outline] }, { to: ['outline'], outputOptions })).rejects.toThrow(message);
});

test('an output that nobody knows is refused, and those of the project are among the advice', async () => {
  await expect(buildWith({ outputs: [outline] }, { to: ['outlines'] })).rejects.toThrow(
    'unknown output “outlines”; did you mean “outline”?',
  );
});
