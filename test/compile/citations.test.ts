import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { toString } from 'hast-util-to-string';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { createCompileMemory } from '../../src/compile/compile-memory.ts';
import type { Deck } from '../../src/model/deck.ts';
import { project } from '../support/cli.ts';
import { withFiles } from '../support/compile.ts';

const memory = createCompileMemory();

async function compiled(cwd: string, value: string): Promise<{ deck: Deck; text: string[]; messages: string[] }> {
  const file = new VFile({ path: 'talk.md', cwd, value });
  const deck = await compile(file, { ...withFiles(path.join(cwd, 'talk.md'), cwd), memory });
  const text = deck.slides.map(({ content }) =>
    toString({ type: 'root', children: content }).replace(/\s+/g, ' ').trim(),
  );
  return { deck, text, messages: [file, ...deck.included].flatMap(({ messages }) => messages.map(String)) };
}

const FRONT = '---\nbibliography: refs.bib\ncsl: ieee\n---\n';
const entry = (key: string, title: string): string => `@book{${key}, title={${title}}, year=2000}\n`;

test('a changed bibliography changes slides whose text did not', async () => {
  const cwd = project({ 'refs.bib': entry('a', 'Old') });
  const talk = `${FRONT}\n## One\n\nWords [@a; @b].\n\n## Sources\n\n::references\n`;
  const before = await compiled(cwd, talk);
  expect(before.text).toEqual(['OneWords [1] [?b].', expect.stringContaining('[1]Old, 2000.')]);
  expect(before.messages).toEqual([expect.stringContaining('Unknown citation key “b”')]);
  writeFileSync(path.join(cwd, 'refs.bib'), entry('a', 'New') + entry('b', 'More'));
  const after = await compiled(cwd, talk);
  expect(after.messages).toEqual([]);
  expect(after.text).toEqual(['OneWords [1], [2].', expect.stringMatching(/\[1\]New, 2000\..*\[2\]More, 2000\./)]);
});

test('numbers follow the order of the deck, over included files and footnotes, notes last', async () => {
  const cwd = project({
    'refs.bib': ['a', 'b', 'c', 'd', 'e'].map((key) => entry(key, key)).join(''),
    'part.md': '## Part\n\n[@b]\n',
  });
  const talk = `${FRONT}\n## One\n\nWords[^1] [@a].\n\n[^1]: See [@e].\n\n:::notes\n[@d]\n:::\n\n::include{file=part.md}\n\n## Three\n\n[@c]\n\n## Sources\n\n::references\n`;
  const { deck, text } = await compiled(cwd, talk);
  expect(text.slice(0, 3)).toEqual([expect.stringContaining('[2].'), 'Part[3]', 'Three[4]']);
  expect(text[0]).toContain('See [1].');
  expect(deck.slides[0]?.notesSource).toBe('[5]');
});

test('slides that are cut name where they are cited by their numbers', async () => {
  const many = Array.from({ length: 60 }, (_, at) => `k${at}`);
  const cwd = project({ 'refs.bib': many.map((key) => entry(key, `A title of ${key}`)).join('') });
  const cites = many.map((key) => `[@${key}]`).join(' ');
  const { deck, text } = await compiled(
    cwd,
    `${FRONT}\n## One\n\n${cites}\n\n## Sources {#sources}\n\nThese:\n\n::references\n\n## Last\n\n[@k59]\n`,
  );
  expect(deck.slides.map(({ id, title, continued }) => [id, title, continued])).toEqual([
    ['one', 'One', false],
    ['sources', 'Sources (1/5)', false],
    ['sources-1', 'Sources (2/5)', true],
    ['sources-2', 'Sources (3/5)', true],
    ['sources-3', 'Sources (4/5)', true],
    ['sources-4', 'Sources (5/5)', true],
    ['last', 'Last', false],
  ]);
  expect(text[1]).toContain('These:');
  expect(text[2]).not.toContain('These:');
  expect(text[5]).toMatch(/\[60\]A title of k59, 2000\. ↑ 1, 7$/);
});

test('styles of a project and their language', async () => {
  const cwd = project({ 'refs.bib': '@misc{a, title={A}, date={2026-03-05}}' });
  const style = '<text variable="title"/><date variable="issued" form="text" prefix=", "/>';
  const csl = `<style version="1.0" default-locale="fr-FR"><citation><layout>${style}</layout></citation></style>`;
  writeFileSync(path.join(cwd, 'own.csl'), csl);
  const talk = (front: string): string => `---\nbibliography: refs.bib\ncsl: own.csl\n${front}---\n\n[@a]\n`;
  expect((await compiled(cwd, talk(''))).text).toEqual(['A, 5 mars 2026']);
  expect((await compiled(cwd, talk('lang: de\n'))).text).toEqual(['A, 5. März 2026']);
});

test('citations in notes of a style that has them become footnotes of their slide', async () => {
  const cwd = project({ 'refs.bib': entry('a', 'A') });
  const talk =
    '---\nbibliography: refs.bib\ncsl: chicago-notes\n---\n\n## One\n\nWords [see @a, 3].\n\n## Two\n\nWords [@a].\n';
  const { text } = await compiled(cwd, talk);
  expect(text).toEqual([
    expect.stringMatching(/^OneWords1\..* See A \(2000\), 3\./),
    expect.stringMatching(/Words1\..* A\./),
  ]);
});
