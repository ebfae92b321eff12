import { describe, expect, test } from 'vitest';
import { familiesIn, isThemed, tokensIn, withFamilies, withStyles } from '../../src/files/svg-themed.ts';

const NS = 'xmlns="http://www.w3.org/2000/svg"';

describe('a picture is themed', () => {
  test.each<[string, string, boolean]>([
    ['with text', `<svg ${NS}><text>a</text></svg>`, true],
    ['with the colour of text', `<svg ${NS}><path fill="currentColor"/></svg>`, true],
    ['with a token', `<svg ${NS}><path fill="var(--deck-accent, red)"/></svg>`, true],
    ['behind a document type', `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a ">">]><svg ${NS}><text/></svg>`, true],
    ['but not with shapes alone', `<svg ${NS}><textPath/><path fill="red"/></svg>`, false],
    ['but not with a prefix', `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g fill="currentColor"/></s:svg>`, false],
    ['but not without content', `<svg ${NS} color="currentColor"/>`, false],
    ['but not where a program drew it', `<svg ${NS}><text>${'a'.repeat(600_000)}</text></svg>`, false],
  ])('%s', (_, svg, expected) => {
    expect(isThemed(svg)).toBe(expected);
  });
});

const FONTS = `<svg ${NS} font-family="'Gill Sans', sans-serif"><style>text{fill:red;font-family:"Source Serif 4",serif}</style><text style="font-family:monospace;x:y">a</text></svg>`;

test('fonts are read and changed in attributes and in styles', () => {
  expect(familiesIn(FONTS)).toEqual(['Gill Sans', 'Source Serif 4', 'monospace']);
  expect(
    withFamilies(FONTS, (family) => (family === 'Source Serif 4' ? undefined : `var(--${family.charAt(0)})`)),
  ).toBe(
    `<svg ${NS} font-family="var(--G)"><style>text{fill:red;font-family:"Source Serif 4",serif}</style><text style="font-family:var(--m);x:y">a</text></svg>`,
  );
});

test('tokens are found wherever they stand', () => {
  expect(tokensIn('<a fill="var(--deck-a,var( --r-b))" style="x:var(--c)">')).toEqual(['--deck-a', '--r-b', '--c']);
});

test('styles stand before the content, and end nowhere else', () => {
  expect(withStyles(`<svg ${NS}>\n<g/></svg>\n<!-- </ -->`, 'a{b:c}]]>', { class: 'slide' })).toBe(
    `<svg ${NS}><style><![CDATA[a{b:c}]]></style><g class="slide">\n<g/></g></svg>\n<!-- </ -->`,
  );
});
