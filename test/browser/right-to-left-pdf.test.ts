import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/browser.ts';
import { make, pageText } from '../support/made-deck.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';

/** The whole font, which has glyphs for forms of letters, as fonts of systems do. */
const WHOLE = `---
lang: ar
html: trusted
cover: false
style: font.css
---

## أهلا

الإسلام لأن الآن لله

السَّلَامُ
`;
const FONT = path.join(root, 'node_modules/@fontsource/vazirmatn/files/vazirmatn-arabic-400-normal.woff2');

test('forms of letters in a font are letters in a PDF, in the order of the file', async () => {
  const data = (await readFile(FONT)).toString('base64');
  const css = `@font-face { font-family: Own; src: url(data:font/woff2;base64,${data}) }\n.slide * { font-family: Own !important }`;
  const { folder, pdf } = await make(WHOLE, { to: ['pdf'] }, { 'font.css': css });
  const text = await pageText(await pdf(), 1);
  expect(text).toMatch(/لا/);
  expect(text).not.toMatch(/[\uFE80-\uFEFC\uFDF2]/);
  const file = await AccessiblePdf.read(await readFile(path.join(folder, 'dist/talk.pdf')));
  const content = file
    .pages()
    .map((page) => page.content)
    .join('\n');
  const spoken = [...content.matchAll(/\/ActualText <FEFF((?:[0-9A-F]{4}){2,})>/g)].map(([, hex = '']) => hex);
  expect(spoken).toContain('0651064E0633');
  expect(spoken).not.toContain('0633064E0651');
  expect(spoken).not.toContain('06440627');
});
