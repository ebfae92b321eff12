import { expect, test } from 'vitest';
import { declarationsOf, rulesOf } from '../../src/theme/read-css.ts';
import { textRules } from '../../src/theme/text-rules.ts';

const CSS = `@import 'a.css';
:root {
  --a: 1; /* --b: 2; { */
  &[data-tone='dark'] {
    --a: 3;
  }
  --c: "};" ;
}
@media print {
  .x, .y { color: red; > p { --d: url(data:image/png;base64,AA==); @layer z { & + & { --e: 4 } } } }
}
@font-face { font-family: "{"; src: url(b.woff2) }
li { --f: 5`;

test('declarations have the selectors and the places of their rules, nested ones too', () => {
  expect(
    declarationsOf(CSS).map(({ name, value, selector, line, column }) => [name, value, selector, line, column]),
  ).toEqual([
    ['--a', '1', ':root', 3, 3],
    ['--a', '3', ":root[data-tone='dark']", 5, 5],
    ['--c', '"};"', ':root', 7, 3],
    ['color', 'red', '.x, .y', 10, 12],
    ['--d', 'url(data:image/png;base64,AA==)', ':is(.x, .y) > p', 10, 30],
    ['--e', '4', ':is(:is(.x, .y) > p) + :is(:is(.x, .y) > p)', 10, 87],
    ['font-family', '"{"', '', 12, 14],
    ['src', 'url(b.woff2)', '', 12, 32],
    ['--f', '5', 'li', 13, 6],
  ]);
});

test('rules have the declarations of their own', () => {
  expect(rulesOf('a{b:c;&:hover{d:e}f:g}@media print{h{i:j}}k{l{m:n}}')).toEqual([
    { selector: 'a', body: 'b:c;f:g' },
    { selector: 'a:hover', body: 'd:e' },
    { selector: 'h', body: 'i:j' },
    { selector: 'k l', body: 'm:n' },
  ]);
});

test('what makes the texts of drawings wider is found in nested rules', () => {
  const around = '.reveal{& svg{color:red}font-weight:700;& text{letter-spacing:2px}}.other{font-size:2px}';
  expect(textRules(around)).toBe('.reveal{font-weight:700}.reveal text{letter-spacing:2px}');
  expect(textRules('@font-face{font-family:a}body{color:red}')).toBe('');
});
