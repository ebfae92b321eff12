import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';
import { draftOf, notesWords, spokenWords } from '../support/drafts.ts';

/** Drafts Markdown; returns the deck and the words that its notes have. */
async function drafted(markdown: string): Promise<{ deck: string; said: string; missing: readonly unknown[] }> {
  const { deck, plan } = await draftOf(new TextEncoder().encode(markdown), 'article.md');
  const compiled = await compileText(deck);
  expect(compiled.messages).toEqual([]);
  return { deck, missing: plan.article.leftOut, said: notesWords(compiled.deck.slides).join(' ') };
}

/** Sentences around a shape of HTML, which stay before and behind it. */
function between(html: string): string {
  return `# Docks\n\nThe harbour opens early.\n\n${html}\n\nThe harbour closes late.\n`;
}

test.each([
  [
    'a figure',
    '<figure>\n<img src="dock.png" alt="A dock">\n<figcaption>A dock in spring. It is dry.</figcaption>\n</figure>\nText follows at once.',
    'Text follows at once. A dock in spring. It is dry.',
  ],
  [
    'a quotation',
    '<blockquote>\nWater is patient.\n<p>Stone is not.</p>\n</blockquote>',
    'Water is patient. Stone is not.',
  ],
  [
    'details',
    '<details>\n<summary>Who pays for it?</summary>\n\nThe **town** pays.\n\n- The pilots pay too.\n\n</details>',
    'Who pays for it? The town pays. The pilots pay too.',
  ],
  [
    'paragraphs',
    '<p align="center">\nA centred line stands here.<br>\nAnother one follows.\n</p>',
    'A centred line stands here. Another one follows.',
  ],
  [
    'divisions',
    '<div>Words in a division. <p>A paragraph in it.</p> Words behind it.</div>',
    'Words in a division. A paragraph in it. Words behind it.',
  ],
  [
    'a table that places texts',
    '<table><tr><td>\n\nThe left side speaks.\n\n</td><td>The right side answers.</td></tr></table>',
    'The left side speaks. The right side answers.',
  ],
  ['definitions', '<dl><dt>Dock</dt><dd>A place for ships.</dd></dl>', 'Dock A place for ships.'],
  ['keys and raised letters', 'Press <kbd>Ctrl</kbd>+<kbd>S</kbd> for H<sub>2</sub>O.', 'Press Ctrl S for H₂O.'],
  [
    'an item with HTML and code',
    '- Run <b>this</b> first.\n\n  ```sh\n  dock up\n  ```\n\n- Then wait.',
    'Run this first. Then wait.',
  ],
  ['headings', '<h2 align="center">Below <i>water</i></h2>\n\nFish pass.', 'Fish pass.'],
  ['comments and controls', '<!-- todo --><button>Share this</button>\n\nOnly this is said.', 'Only this is said.'],
  [
    'marks of generators',
    '{% include ad.html %}\n\n{{< youtube abc >}}\n\n> [!NOTE]\n> Tides turn.\n\n{:.lead}',
    'Tides turn.',
  ],
])('words of %s are said once and in order', async (_, html, words) => {
  const { said } = await drafted(between(html));
  const expected = spokenWords(`The harbour opens early. ${words} The harbour closes late.`);
  expect(said.split(' ').toSorted()).toEqual(expected.toSorted());
  expect(said.startsWith('the harbour opens early')).toBe(true);
  expect(said.endsWith('the harbour closes late')).toBe(true);
});

test('code inside of an item is shown, and a table of HTML stays a table', async () => {
  const { deck } = await drafted(
    between(
      '1. Start it.\n\n   ```sh\n   dock up\n   ```\n\n<table><tr><th>Dock</th></tr><tr><td>North</td></tr></table>',
    ),
  );
  expect(deck).toContain('```sh\ndock up\n```');
  expect(deck).toMatch(/\| Dock +\|\n\| -+ \|\n\| North \|/);
});

test('footnotes in lists and quotations are said', async () => {
  const { said } = await drafted(
    between('- Ropes are old.[^1]\n- Nets are new.\n\n> Sails tear.[^2]\n\n[^1]: From hemp.\n[^2]: In storms.'),
  );
  expect(said).toContain('nets are new from hemp sails tear in storms');
});

test('images that a deck cannot have are reported, with their words and places; badges are not', async () => {
  const { deck, missing } = await drafted(
    between(
      '![A float in a pipe](/images/float.png)\n\n![build](https://img.shields.io/b.svg)\n\n![Tide][t]\n\n[t]: https://example.org/tide.jpg',
    ),
  );
  expect(missing).toEqual([
    { alt: 'A float in a pipe', url: '/images/float.png', line: 5 },
    { alt: 'Tide', url: 'https://example.org/tide.jpg', line: 9 },
  ]);
  expect(deck).toContain('<!-- image of the article: “A float in a pipe”, /images/float.png -->');
  expect(deck).not.toContain('shields');
});

test.each([
  [
    'of the front matter',
    '---\ntitle: "Docks, and why"\ndescription: Short.\n---\n\n# Tides\n\nWater rises.\n\n# Docks\n\nDocks stand.\n',
    'title: Docks, and why\nsubtitle: Short.',
  ],
  [
    'in a heading above sections of the same level',
    '# On docks\n\nWater rises.\n\n# Tides\n\nTides turn.\n\n# Ends\n\nAll ends.\n',
    'title: On docks\n',
  ],
  [
    'in a heading that the front matter repeats',
    '---\ntitle: On docks\n---\n\n# On docks\n\nWater rises.\n\n# Tides\n\nTides turn.\n',
    'title: On docks\n',
  ],
])('the title %s stays as it is written', async (_, markdown, front) => {
  const { deck } = await drafted(markdown);
  expect(deck).toContain(front);
  expect(deck).not.toMatch(/^#+ On docks/m);
});

test('a description for search engines is no subtitle', async () => {
  const long = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
  const { deck } = await drafted(`---\ntitle: Docks\ndescription: ${long}\n---\n\nWater rises.\n`);
  expect(deck).not.toContain('subtitle');
});
