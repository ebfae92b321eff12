import { expect, test } from 'vitest';
import { make, pageText } from '../support/made-deck.ts';

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
  const text = await pageText(await pdf(), 1);
  expect(text).toContain('Donaudampfschifffahrtsgesellschaft und das Bundesausbildungsförde');
  // In the narrow column lines still end inside the word.
  expect(text).toMatch(/Donaudampf\s*[-\u00AD]\s*schifffahrtsge\s*[-\u00AD]\s*sellschaft/);
});

test('so are words with a hyphen, and those of which a part is bold', async () => {
  const deck =
    '---\nlang: de\ncover: false\n---\n\n## A {layout=split}\n\nKraftfahrzeug-Haftpflichtversicherung\n\nDonau**dampf**schifffahrts*gesellschaft*\n\nb\n';
  const { pdf } = await make(deck, { to: ['pdf'] });
  const text = (await pageText(await pdf(), 1)).replaceAll(' ', '');
  expect(text).toContain('Kraftfahrzeug-Haftpflichtversicherung');
  expect(text).toContain('Donaudampfschifffahrtsgesellschaft');
});
