import { expect, test } from 'vitest';
import { pageLabels } from '../../src/pdf/page-labels.ts';
import { deckPages } from '../../src/render/pages.ts';
import { slideHtml } from '../../src/render/slide-html.ts';
import { compileText } from '../support/compile.ts';

const SOURCE = `## Cover {uncounted}

## Steps {#steps}

:::steps
- a
- b
:::

### Inner {#inner}

Text[^1]

## Last

[^1]: note
`;

test('a slide with steps has a page for each, and every id once', async () => {
  const { deck } = await compileText(SOURCE);
  expect(deckPages(deck, { steps: false }).map(({ label }) => label)).toEqual(['', '1', '2']);
  const pages = deckPages(deck, { steps: true });
  expect(pages.map(({ label, first }) => [label, first])).toEqual([
    ['', true],
    ['1.1', true],
    ['1.2', false],
    ['1.3', false],
    ['2', true],
  ]);
  const html = pages
    .map(({ slide, step, first }) => slideHtml(slide, deck, { output: 'pdf', step, repeated: !first }))
    .join('');
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toContain('inner');
  expect(new Set(ids).size).toBe(ids.length);
});

test('labels count on where they can', () => {
  const labels = (...names: string[]): string => pageLabels(names.map((label) => ({ label })));
  expect(labels('1', '2', '3')).toBe('<</Nums [0 <</S /D /St 1>>]>>');
  expect(labels('', '1', '2', '', '3')).toBe('<</Nums [0 <</P ()>> 1 <</S /D /St 1>> 3 <</P ()>> 4 <</S /D /St 3>>]>>');
  expect(labels('1.1', '1.2', '2')).toBe('<</Nums [0 <</P (1.1)>> 1 <</P (1.2)>> 2 <</S /D /St 2>>]>>');
});

test('the running footer is written as the deck is, on slides of another direction too', async () => {
  const source = '---\nlang: ar\ntitle: عنوان\nfooter: "{title} · $a$"\n---\n\n## A {lang=en}\n\nText\n\n## ب\n\nنص\n';
  const { deck } = await compileText(source);
  const [, english, arabic] = deck.slides.map((slide) => slideHtml(slide, deck, { output: 'pdf' }));
  expect(english).toContain('<span class="slide-footer-text" lang="ar" dir="rtl">');
  expect(arabic).toContain('<span class="slide-footer-text">');
});
