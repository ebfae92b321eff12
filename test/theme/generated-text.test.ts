import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fontCharacters } from '../../src/styles/font-characters.ts';
import type { DeckGlyphs } from '../../src/model/deck-glyphs.ts';
import { withGenerated } from '../../src/theme/generated-text.ts';
import { root } from '../support/browser.ts';
import { lectern, project } from '../support/cli.ts';

const points = (text: string): Set<number> => new Set(Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
const letters = (found: Iterable<number>): string => String.fromCodePoint(...found);

/** What styles add to a deck's text. */
function added(css: string, deck: Partial<DeckGlyphs> & { shown?: string } = {}): string {
  const { shown = 'iıx', ...more } = deck;
  const glyphs = {
    text: points(shown),
    code: points(''),
    math: new Set<string>(),
    langs: new Set<string>(),
    styles: '',
  };
  const { text } = withGenerated({ ...glyphs, ...more }, [css]);
  return [...letters(text)].filter((letter) => !shown.includes(letter)).join('');
}

describe('styles add to what a deck shows', () => {
  test.each([
    ['strings', '.a::before{content:"→" attr(x)"←"}', '→←'],
    ['signs by their numbers', '.a::before{content:"\\2713 \\2717"}', '✓✗'],
    ['quotation marks', '.a{quotes:"〈" "〉"}', '〈〉'],
    ['bullets', '.a{list-style-type:"★"}', '★'],
    ['bullets by a token', ':root{--deck-bullet:"☞"}', '☞'],
    ['letters that count', '.a{list-style:upper-alpha inside}', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
    ['digits of a script', '.a{counter-reset:x}.a::before{content:counter(x,arabic-indic)}', '٩٨٧٦٥٤٣٢١٠'],
    ['counters of their own', '@counter-style x{system:extends thai;prefix:"§";symbols:"¹" "²"}', '๙๘๗๖๕๔๓๒๑๐§¹²'],
    ['marks of emphasis', '.a{text-emphasis:filled sesame red}', '•◦●○◉◎▲△﹅﹆'],
    ['hyphens', '.a{hyphenate-character:"⸗"}', '⸗'],
    [
      'nothing with names of fonts and places',
      '.a{font-family:"Æ";--deck-code-font:"Œ";grid-area:"Ø";background:url("Å")}[a="Ü"]{}',
      '',
    ],
    ['nothing with the words of an object', '.a{list-style:constructor}', ''],
  ])('%s', (_, css, expected) => {
    expect(added(css)).toBe(expected);
  });

  test('capitals and small letters, as languages have them', () => {
    const upper = '.a{text-transform:uppercase}';
    expect(added(upper)).toBe('IX ');
    expect(added(upper, { langs: new Set(['tr-TR']) })).toBe('IX İ');
    expect(added(upper, { shown: 'ήx', langs: new Set(['el']) })).toBe('ΉX Η');
    expect(added(upper, { shown: 'ßX ' })).toBe('S');
    expect(added('.a{text-transform:lowercase}', { shown: 'ÀΣx ' })).toBe('àσς');
  });

  test('what authors say with style= counts, and code shows such signs as well', () => {
    expect(added('', { styles: ';list-style-type: "♣"' })).toBe('♣');
    const deck = { text: points('a'), code: points('b'), math: new Set(''), langs: new Set(''), styles: '' };
    expect(letters(withGenerated(deck, ['.a{content:"✂ x"}']).code)).toBe('b✂');
    expect(withGenerated({ ...deck, code: points('') }, ['.a{content:"✂"}']).code.size).toBe(0);
  });
});

/** The characters that the fonts in a deck's HTML have, Latin letters aside. */
async function glyphsOf(files: Record<string, string>): Promise<string> {
  const cwd = project(files);
  symlinkSync(path.join(root, 'node_modules'), path.join(cwd, 'node_modules'));
  const { code } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(code).toBe(0);
  const html = readFileSync(`${cwd}/dist/talk.html`, 'utf8');
  const fonts = [...html.matchAll(/data:font\/woff;base64,([^)"]+)/g)];
  return fonts.map(([, data = '']) => letters(fontCharacters(Buffer.from(data, 'base64')))).join('');
}

const JAPANESE = "style: ['@fontsource/noto-sans-jp/400.css']";

test.each([
  ['a deck', `---\nlang: ja\n${JAPANESE}\n---\n\n## 私\n\n> 私\n`],
  ['a slide', `---\n${JAPANESE}\n---\n\n## A {layout=quote lang=zh-Hant}\n\n> 我\n`],
  ['words', `---\n${JAPANESE}\n---\n\n## A\n\n<p lang="ja-JP"><q>私</q></p>\n`],
])('the fonts of %s have the quotation marks of its language', async (_, text) => {
  const found = await glyphsOf({ 'talk.md': text });
  for (const mark of '「」『』') expect(found).toContain(mark);
});

test('a deck in another language has none of them', async () => {
  expect(await glyphsOf({ 'talk.md': `---\n${JAPANESE}\n---\n\n## A\n\n> 私\n` })).not.toContain('「');
});

test('one style sheet shows signs in the fonts of another', async () => {
  const found = await glyphsOf({
    'talk.md': `---\nstyle: ['@fontsource/noto-sans-jp/400.css', own.css]\ntokens:\n  bullet: '"要"'\n---\n\n## A\n\n<p data-note="警">x</p>\n`,
    'own.css': '.slide p::before{content:attr(data-note) "告"}\n.slide ol{list-style-type:cjk-earthly-branch}',
  });
  for (const sign of '警告要子、') expect(found).toContain(sign);
});

test('capitals are there where an author, or the name of an algorithm, asks for them', async () => {
  const styled = '## A\n\n<p style="text-transform:uppercase">xq</p>\n';
  const named = '## A\n\n```pseudocode\n\\State \\Call{xq}{}\n```\n';
  for (const deck of [styled, named]) expect(await glyphsOf({ 'talk.md': deck })).toContain('Q');
  expect(await glyphsOf({ 'talk.md': '## A\n\nxq\n' })).not.toContain('Q');
});

test('letters that count are there where a list wants them, and not elsewhere', async () => {
  expect(await glyphsOf({ 'talk.md': '## A\n\n<ol type="A"><li>x</li></ol>\n' })).toContain('X');
  expect(await glyphsOf({ 'talk.md': '## A\n\n<ol type="a"><li>x</li></ol>\n' })).not.toContain('X');
});
