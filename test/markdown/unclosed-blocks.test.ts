import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';

const SLIDES = '\n\n## Two\n\nwords\n\n---\n\nthree\n';

test.each([
  ['code', '```js\nx', '“```” after the code that begins here'],
  ['code with tildes', '~~~~\nx\n~~~', '“~~~~” after the code that begins here'],
  ['a formula in a fence', '```math\nx', '“```” after the code that begins here'],
  ['notes', ':::notes\nx', '“:::” after “:::notes”'],
  ['notes that end with too few colons', '::::notes\nx\n:::', '“::::” after “::::notes”'],
  ['columns', '::::columns\n:::column\nx\n:::', '“::::” after “::::columns”'],
])('tells of slides that a block holds which is not closed: %s', async (_, source, what) => {
  const { messages } = await compileText(`## One\n\n${source}${SLIDES}`);
  expect(messages).toContainEqual(
    `talk.md:3:1: Expected a line ${what}; until then, it contains the slides that follow`,
  );
});

test.each([
  ['code', '```js\nx\n\n## Two\n\n```js\ny\n```\n', 'a line “```” after the code that begins here'],
  ['notes', ':::notes\nx\n\nTwo\n===\n\n:::notes\ny\n:::\n', 'a line “:::” after “:::notes”'],
  ['a comment', '<!-- x\n\n---\n\n<!-- y -->\n', '“-->” after “<!-- x”'],
])('tells of slides that a block holds up to the end of the next: %s', async (_, source, what) => {
  const { messages } = await compileText(`## One\r\n\r\n${source.replaceAll('\n', '\r\n')}`);
  expect(messages.join('\n')).toContain(`3:1: Expected ${what}; until then, it contains `);
});

test.each([
  ['<!-- todo', '-->'],
  ['<style>\n.a {}', '</style>'],
  ['<PRE>\nx', '</PRE>'],
  ['<?php x', '?>'],
  ['<![CDATA[ x', ']]>'],
  ['<!DOCTYPE x', '>'],
])('tells of HTML that goes on to the end of the file: %s', async (html, end) => {
  const { deck, messages } = await compileText(`## One\n\n${html}${SLIDES}`);
  const [line = ''] = html.split('\n');
  expect(deck.slides).toHaveLength(1);
  expect(messages).toContainEqual(
    `talk.md:3:1: Expected “${end}” after “${line}”; until then, it contains everything up to the end of the file`,
  );
});

test('headings and rules inside of blocks that are closed are what they are', async () => {
  const source = [
    '::::columns\n:::column\n## A\n:::\n:::column\n### B\n\n---\n:::\n::::',
    '```bash\n# install\nx\n```',
    '````markdown\n## x\n\n```js\nx\n```\n````',
    '~~~~\n# x\n~~~\n~~~~~',
    '<!--\n## old\n\ny\n-->',
    ':::notes\nno end, and nothing after it',
  ].join('\n\n');
  expect((await compileText(`## One\n\n${source}\n`)).messages).toEqual([]);
});
