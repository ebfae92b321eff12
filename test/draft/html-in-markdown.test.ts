import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/draft/read/markdown.ts';
import { articleWords, spokenWords } from '../support/drafts.ts';

test.each([
  [
    'a figure',
    '<figure>\n<img src="a.png" alt="A">\n<figcaption>The quay.</figcaption>\n</figure>\nIt is old.',
    'The quay. It is old.',
  ],
  [
    'details',
    '<details>\n<summary>Why?</summary>\n\nThe *tide* decides.\n\n</details>\n\nSo it is.',
    'Why? The tide decides. So it is.',
  ],
  ['a quotation', '<blockquote>\n\nDocks are built once.\n\n</blockquote>', 'Docks are built once.'],
  ['a paragraph', '<p align="center">Docks are <b>built</b> once.</p>', 'Docks are built once.'],
  ['a list', '<ul><li>One dock</li><li>Two docks</li></ul>', 'One dock Two docks'],
  ['HTML in an item', '- One\n\n  <p>Two docks.</p>\n- Three', 'One Two docks. Three'],
  ['line breaks', 'One dock.<br>Two docks.', 'One dock. Two docks.'],
  ['keys', 'Press <kbd>Ctrl</kbd>+<kbd>C</kbd> now.', 'Press Ctrl C now.'],
  ['powers', 'It holds 10<sup>6</sup> m<sup>3</sup> of CO<sub>2</sub>.', 'It holds 10⁶ m³ of CO₂.'],
  ['raised words', 'The 2<sup>nd</sup> dock.', 'The 2nd dock.'],
  ['comments', 'One dock. <!-- mend --> Two docks.\n\n<!-- more -->', 'One dock. Two docks.'],
  ['scripts', '<script>alert(1)</script>\n\nOne dock.', 'One dock.'],
])('words in HTML are the article’s: %s', async (_, markdown, words) => {
  expect(articleWords(await readMarkdown(markdown))).toEqual(spokenWords(words));
});

test('a heading that differs from the title of the front matter is that of a section', async () => {
  const { draftArticle } = await import('../../src/draft/draft.ts');
  const source = await readMarkdown(
    '---\ntitle: The harbour\n---\n\n# Docks\n\nDocks are built once.\n\n## Tides\n\nThe tide decides.\n\n## Cranes\n\nCranes lift.',
  );
  const { deck } = await draftArticle(source, { name: 'talk' });
  expect(deck).toContain('title: The harbour');
  expect(deck).toContain('Docks');
  expect(deck.indexOf('Docks')).toBeLessThan(deck.indexOf('Docks are built once.'));
});
