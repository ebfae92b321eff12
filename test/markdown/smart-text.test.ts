import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smartEdits } from '../../src/markdown/smart-text.ts';

function smart(text: string, lang = 'en'): string {
  const edits = smartEdits(text, lang, true).toSorted((one, other) => one.at - other.at);
  let from = 0;
  let written = '';
  for (const { at, length, value } of edits) {
    written += text.slice(from, at) + value;
    from = at + length;
  }
  return written + text.slice(from);
}

describe('English', () => {
  test.each([
    [`"Hello," she wrote. "It's 'fine'."`, '“Hello,” she wrote. “It’s ‘fine’.”'],
    [`"'Nested' first" and "last 'nested'"`, '“‘Nested’ first” and “last ‘nested’”'],
    [`("brackets") ["x"]`, '(“brackets”) [“x”]'],
    [`5'10" tall and 6" wide`, `5'10" tall and 6" wide`],
    ['He wrote "since 1990" and left', 'He wrote “since 1990” and left'],
    [`the '90s and '68, 'tis rock 'n' roll`, 'the ’90s and ’68, ’tis rock ’n’ roll'],
    [`the dogs' bowl, the 1990's`, 'the dogs’ bowl, the 1990’s'],
    ['"unclosed only', '"unclosed only'],
    ['pages 3--7 -- and Cauchy--Schwarz', 'pages 3–7 – and Cauchy–Schwarz'],
    ['yes --- no, yes---no', 'yes — no, yes—no'],
    ['a --flag, block--element, --x, a-- b, <!-- x -->', 'a --flag, block--element, --x, a-- b, <!-- x -->'],
    ['wait... and 1, 2, ..., n (...)', 'wait… and 1, 2, …, n (…)'],
    ['f(...args) ../x .... a...b', 'f(...args) ../x .... a...b'],
    ['...', '...'],
  ])('%s', (text, expected) => {
    expect(smart(text)).toBe(expected);
  });
});

test.each([
  ['de', `"So" und 'so' und Peter's, 's ist gut`, '„So“ und ‚so‘ und Peter’s, ’s ist gut'],
  ['de-CH', '"Grüezi"', '«Grüezi»'],
  ['fr', `"oui" : l'homme « mot » !`, '«\u00a0oui\u00a0»\u00a0: l’homme «\u00a0mot\u00a0»\u00a0!'],
  ['ru', `он сказал "да"`, 'он сказал «да»'],
  ['sv', '"hej"', '”hej”'],
  ['pl', '"tak"', '„tak”'],
  ['nl', `'s avonds "ja"`, '’s avonds “ja”'],
  ['pt-PT', '"sim"', '«sim»'],
  ['pt-BR', '"sim"', '“sim”'],
  ['he', 'צה"ל "שלום"', 'צה"ל "שלום"'],
  ['ja', '"引用"', '"引用"'],
])('%s: %s', (lang, text, expected) => {
  expect(smart(text, lang)).toBe(expected);
});

test('a second pass finds nothing more, and nothing but signs changes', () => {
  const text = fc
    .array(fc.constantFrom('"', "'", '-', '.', ' ', 'a', 'B', '1', '(', ')', ','))
    .map((all) => all.join(''));
  const letters = (shown: string): string => shown.replaceAll(/[^a-zB1(),]/g, '');
  fc.assert(
    fc.property(text, (source) => {
      const once = smart(source);
      expect(letters(once)).toBe(letters(source));
      expect(smart(once).replaceAll(/["'’‘“”]/g, '')).toBe(once.replaceAll(/["'’‘“”]/g, ''));
    }),
  );
});
