import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPdfText } from '../../src/pdf/pdf-text.ts';
import { accessFaults } from '../support/access-faults.ts';
import { make, pageText } from '../support/made-deck.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';

const DECK = `---
lang: de
cover: false
---

## Wort {grow=false}

Die Donaudampfschifffahrtsgesellschaft und das Bundesausbildungsförderungsgesetz.

:::grid{columns=4}
Donaudampfschifffahrtsgesellschaft

b

c

d
:::
`;

test('words in a PDF are whole, but for those that a line ends in', async () => {
  const { pdf } = await make(DECK, { to: ['pdf'] });
  const text = (await pageText(await pdf(), 1)).replaceAll(/\s+/g, ' ');
  expect(text).toContain('Donaudampfschifffahrtsgesellschaft und das Bundesausbildungsförde');
  // In the narrow column lines still end inside the word.
  expect(text).toMatch(/Donaudampf\s*[-\u00AD]\s*schifffahrtsge\s*[-\u00AD]\s*sellschaft/);
});

const FLAG = `--${'very-long-'.repeat(12)}flag`;
const CODE = `---
cover: false
lang: en
---

## Code {grow=false}

\`\`\`sh numbers
lectern build ${FLAG}
\`\`\`

:::grid{columns=4}
Self-contained-and-well-known-state-of-the-art

b

c

d
:::
`;

test('words that a line ends in are whole to those who search, copy or hear them', async () => {
  for (const [deck, words] of [
    [DECK, ['Donaudampfschifffahrtsgesellschaft', 'Bundesausbildungsförderungsgesetz']],
    [CODE, [FLAG, 'Self-contained-and-well-known-state-of-the-art']],
  ] as const) {
    const { folder } = await make(deck, { to: ['pdf'] });
    const file = await AccessiblePdf.read(await readFile(path.join(folder, 'dist/talk.pdf')));
    const content = file.pages().map((page) => page.content);
    const texts = [...content.join('\n').matchAll(/\/ActualText (<[0-9A-F]+>|\((?:[^()\\]|\\.)*\))/g)].map(
      ([, text = '']) => readPdfText(text),
    );
    for (const word of words) expect(texts).toContain(word);
    // The other parts, and the numbers of lines, are blanks.
    expect(texts).toContain(' ');
    expect(accessFaults(file)).toEqual([]);
  }
});

test('so are words with a hyphen, and those of which a part is bold', async () => {
  const deck =
    '---\nlang: de\ncover: false\n---\n\n## A {layout=split}\n\nKraftfahrzeug-Haftpflichtversicherung\n\nDonau**dampf**schifffahrts*gesellschaft*\n\nb\n';
  const { pdf } = await make(deck, { to: ['pdf'] });
  const text = (await pageText(await pdf(), 1)).replaceAll(' ', '');
  expect(text).toContain('Kraftfahrzeug-Haftpflichtversicherung');
  expect(text).toContain('Donaudampfschifffahrtsgesellschaft');
});
