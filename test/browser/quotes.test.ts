import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, root, settle, temporaryFolder, useBrowser } from '../support/browser.ts';

const browser = useBrowser();
/** Words that begin with tall letters, in languages whose letters the theme or a package has. */
const QUOTES = {
  en: 'The limits',
  de: 'Die Grenzen',
  cs: 'Hranice',
  pl: 'Łódź',
  hu: 'Határai',
  fr: 'Les limites',
  ru: 'Границы',
  'pt-PT': 'Os limites',
  ja: '私の言語',
  'zh-Hant': '我的語言',
  'zh-TW': '我的語言',
  ar: 'أحدود لغتي',
  sv: 'Ångest',
};
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  const slides = Object.entries(QUOTES).map(([lang, text]) => `## ${lang} {layout=quote lang=${lang}}\n\n> ${text}\n`);
  await symlink(path.join(root, 'node_modules'), path.join(cwd, 'node_modules'));
  const style = '["@fontsource/vazirmatn/400.css", "@fontsource/noto-sans-jp/400.css"]';
  await writeFile(path.join(cwd, 'talk.md'), `---\ncover: false\nstyle: ${style}\n---\n\n${slides.join('\n')}`);
  expect((await build({ decks: ['talk.md'], to: ['html'], theme: 'folio', cwd, browser: places })).ok).toBe(true);
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

/** First and last row of px that have something on them, below the heading. */
async function inkRows(page: Page, hide: string): Promise<[first: number, last: number]> {
  const style = await page.addStyleTag({
    content: `h2 { visibility: hidden } ${hide} { color: transparent !important }`,
  });
  const picture = await page.screenshot({ encoding: 'base64' });
  await style.evaluate((element) => element.remove());
  return (await page.evaluate(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${picture}';
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height - 60 });
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const rows = [];
    for (let y = 0; y < canvas.height; y += 1)
      for (let x = 20; x < canvas.width - 20; x += 1)
        if (data[4 * (y * canvas.width + x) + 2] < 160) { rows.push(y); break; }
    return [rows[0], rows.at(-1)];
  })()`)) as [number, number];
}

test('the quotation mark of a language stands above what is quoted', async () => {
  const { page } = await openDeck(browser(), path.join(cwd, 'dist/talk.html'));
  for (const lang of Object.keys(QUOTES)) {
    await settle(page);
    const [, markEnd] = await inkRows(page, 'blockquote > *');
    const [textStart] = await inkRows(page, 'blockquote::before');
    expect(markEnd, lang).toBeGreaterThan(0);
    expect(textStart - markEnd, lang).toBeGreaterThan(4);
    expect(textStart - markEnd, lang).toBeLessThan(90);
    await page.keyboard.press('ArrowRight');
  }
  await page.close();
});
