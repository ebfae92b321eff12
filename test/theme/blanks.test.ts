import { expect, test } from 'vitest';
import { blankTokens, withBlanks } from '../../src/theme/blanks.ts';
import { withRules } from '../../src/theme/style-sheet.ts';
import type { StyleSheet } from '../../src/theme/theme.ts';

const ARABIC = '@font-face{font-family:"My Arabic";src:url(a)format("woff2");unicode-range:U+0600-06FF,U+FB50-FDFF}';
const HEBREW = '@font-face{font-family:Hebrew;src:url(b);unicode-range:U+590-5FF}';
const LATIN = '@font-face{font-family:"My Arabic";src:url(c);unicode-range:U+0000-00FF}';
const WHOLE = '@font-face{font-family:Whole;src:url(d)}';
const PLACED = ['a', 'b', 'c', 'd'].map((name) => ({ placeholder: `url(${name})`, path: `/${name}.woff2` }));

const sheet = (css: string): StyleSheet => withRules({ css: '', fonts: [], files: PLACED }, css);

test('fonts for scripts from right to left get the blanks, and others stay as they are', () => {
  const own = sheet(`${ARABIC}${LATIN}.a{color:red}${HEBREW}`);
  const plain = sheet(`${LATIN}${WHOLE}`);
  const { sheets, families } = withBlanks([own, plain], () => false);
  expect(families).toEqual([
    { name: 'My Arabic from right to left', isHebrew: false },
    { name: 'Hebrew from right to left', isHebrew: true },
  ]);
  expect(sheets[1]).toBe(plain);
  expect(sheets[0]?.css).toBe(
    `${ARABIC.replace('My Arabic', 'My Arabic from right to left').replace('U+0600', 'U+20,U+A0,U+0600')}${LATIN}.a{color:red}${HEBREW.replace('Hebrew', '"Hebrew from right to left"').replace('U+590', 'U+20,U+A0,U+590')}`,
  );
  // What is embedded in the place of a rule is found by it.
  for (const { rule, files } of sheets[0]?.fonts ?? []) {
    expect(sheets[0]?.css).toContain(rule);
    expect(files).toHaveLength(1);
  }
  expect(sheets[0]?.fonts.map(({ ranges }) => ranges[0])).toEqual([
    [0x20, 0x20],
    [0, 0xff],
    [0x20, 0x20],
  ]);
});

test('a family that rules name is there under its own name as well', () => {
  const { sheets } = withBlanks([sheet(ARABIC)], (family) => family === 'My Arabic');
  expect(sheets[0]?.fonts.map(({ family }) => family)).toEqual(['My Arabic', 'My Arabic from right to left']);
  expect(sheets[0]?.css.startsWith(ARABIC)).toBe(true);
});

test('these families stand first, and behind the first one from left to right', () => {
  const css =
    ':root{--r-main-font:Old;--r-heading-font:var(--r-main-font)}:root{--r-main-font:Inter,"My Arabic",serif;--r-code-font:Mono,monospace}';
  const [arabic, hebrew] = [
    { name: 'A', isHebrew: false },
    { name: 'H', isHebrew: true },
  ];
  expect(blankTokens(css, [hebrew, arabic])).toBe(
    '@layer deck{[lang]{--r-main-font:"A","H",Inter,"My Arabic",serif;--r-heading-font:"A","H",var(--r-main-font);--r-code-font:Mono,"A","H",monospace}' +
      '[lang|=he],[lang|=yi]{--r-main-font:"H","A",Inter,"My Arabic",serif;--r-heading-font:"H","A",var(--r-main-font);--r-code-font:Mono,"H","A",monospace}' +
      '[dir=ltr]{--r-main-font:Inter,"H","A","My Arabic",serif;--r-heading-font:var(--r-main-font),"H","A";--r-code-font:Mono,"H","A",monospace}}',
  );
  expect(blankTokens(css, [arabic])).not.toContain('lang|=');
  expect(blankTokens(css, [])).toBe('');
});
