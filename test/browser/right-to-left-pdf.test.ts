import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDeck, root, useBrowser } from '../support/browser.ts';
import { evaluate, fontsOf, make, pageText } from '../support/made-deck.ts';
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

const FONTS = `style: ['@fontsource/vazirmatn/400.css', '@fontsource/noto-sans-hebrew/400.css']`;
const browser = useBrowser();

/** Pieces of text as readers put them together that turn round what is of one font. */
async function piecesOf(deck: string): Promise<string[]> {
  const { pdf } = await make(deck, { to: ['pdf'] });
  const { items } = await (await (await pdf()).getPage(1)).getTextContent();
  return items.flatMap((item) => ('str' in item ? [item.str] : []));
}

test.each([
  ['ar', 'الشرائح من ملف نصي واحد'],
  ['fa', 'این یک متن کوتاه است'],
  ['he', 'שלום עולם זה מבחן'],
])('words in a line keep their order: %s', async (lang, words) => {
  expect(
    await piecesOf(`---\nlang: ${lang}\ncover: false\n${FONTS}\n---\n\n## ${words}\n\n${words}, Lectern.\n`),
  ).toEqual(expect.arrayContaining([words]));
});

test('only decks from right to left have fonts with other blanks, and their other slides have not', async () => {
  const slides = `## A {lang=en}\n\nA word\n\n## أهلا {lang=ar}\n\nأهلا\n`;
  const ltr = await make(`---\n${FONTS}\n---\n\n${slides}`, { to: ['html'] });
  expect(await readFile(ltr.html, 'utf8')).not.toContain('from right to left');
  const rtl = await make(`---\nlang: ar\ncover: false\n${FONTS}\n---\n\n${slides}`, { to: ['html'] });
  const { page } = await openDeck(browser(), rtl.html);
  const family = `getComputedStyle(document.querySelector('.present')).fontFamily`;
  expect(await evaluate(page, family)).toMatch(/^Inter, "Vazirmatn from right to left"/);
  await page.keyboard.press('ArrowLeft');
  expect(await evaluate(page, family)).toMatch(/^"Vazirmatn from right to left", .*Inter/);
  await page.close();
});

test('comments in code keep the font of their script, and its blanks', async () => {
  const { folder } = await make(
    `---\nlang: ar\ncover: false\n${FONTS}\n---\n\n## A\n\n\`\`\`js\nf(); // هذا تعليق\n\`\`\`\n`,
    { to: ['pdf'] },
  );
  expect(await fontsOf(folder)).toContain('Vazirmatn-Regular');
});
