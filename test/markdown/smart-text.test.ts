import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smartEdits } from '../../src/markdown/smart-text.ts';
import { toString } from 'hast-util-to-string';
import { hasClass } from '../../src/html/elements.ts';
import { eachElement } from '../../src/model/walk.ts';
import { compileText, withPictures } from '../support/compile.ts';

function smart(text: string, lang = 'en'): string {
  const edits = smartEdits(text, lang, 'asked').toSorted((one, other) => one.at - other.at);
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

test.each([
  ['10 km, 5 m², 36 km/h and 9.81 m/s', '10_km, 5_m², 36_km/h and 9.81_m/s'],
  ['99.995 % of 3,5 GB in 20 ms at 5 GHz', '99.995_% of 3,5_GB in 20_ms at 5_GHz'],
  ['5 €, € 5, CHF 20, 20 CHF and $ 7', '5_€, €_5, CHF_20, 20_CHF and $_7'],
  ['21 °C, 90 °, 3 Mio. and 100 Mbit/s', '21_°C, 90_°, 3_Mio. and 100_Mbit/s'],
  ['10 kmh, 3 men, 5 minutes, 7 items, 4 Values', '10 kmh, 3 men, 5 minutes, 7 items, 4 Values'],
  ['in 2024 we, part 2 that, m 5, EURO 5', 'in 2024 we, part 2 that, m 5, EURO 5'],
])('numbers keep to their units: %s', (text, expected) => {
  expect(smart(text)).toBe(expected.replaceAll('_', '\u00a0'));
  expect(smart(text, 'he')).toBe(expected.replaceAll('_', '\u00a0'));
});

test('a symbol stays on the line of what it counts', async () => {
  const { deck } = await compileText('## Vans\n\n$v$ vans for $c$ boxes, $a + b$ boxes, $k$ is it, `c` boxes\n', {
    ...withPictures(),
    draw: async () => ({ markup: '<i></i>', description: '' }),
  });
  const words: string[] = [];
  eachElement({ type: 'root', children: deck.slides.at(-1)?.content ?? [] }, (element) => {
    if (hasClass(element, 'unbroken')) words.push(toString(element));
  });
  expect(words).toEqual(['\u00a0vans', '\u00a0boxes']);
});
