import { describe, expect, test } from 'vitest';
import { openDeck, settle, useBrowser } from '../support/browser.ts';
import { box, evaluate, fontsOf, make } from '../support/made-deck.ts';

const browser = useBrowser();
const IN_SRGB = `(css) => { const canvas = document.createElement('canvas').getContext('2d'); canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)] }`;

describe('themes and languages', () => {
  test('a slide’s theme stays on that slide, on screen and on paper', async () => {
    const { html, folder } = await make(
      '---\ngrow: false\n---\n\n## A\n\ntext\n\n> quote\n\n## B {theme=nocturne}\n\ntext\n\n> quote `code`\n\n## C\n\ntext\n\n> quote\n',
    );
    const { page, complaints } = await openDeck(browser(), html);
    const look = (): Promise<string[]> =>
      evaluate(
        page,
        `(([slide, heading, quote]) => [slide.backgroundColor, slide.fontFamily.split(',')[0], heading.fontFamily.split(',')[0], quote.borderLeftWidth])(
          ['.present', '.present h2', '.present blockquote'].map((name) => getComputedStyle(document.querySelector(name))))`,
      );
    const looks: string[][] = [];
    for (let slide = 0; slide < 3; slide += 1) {
      looks.push(await look());
      await page.keyboard.press('ArrowRight');
      await settle(page);
    }
    const folio = ['rgb(251, 249, 245)', 'Inter', '"Source Serif 4"', '4px'];
    const nocturne = ['rgb(18, 20, 29)', '"Instrument Sans nocturne"', '"Bricolage Grotesque nocturne"', '0px'];
    expect(looks).toEqual([folio, nocturne, folio]);
    expect(complaints).toEqual([]);
    await page.close();
    expect(await fontsOf(folder)).toEqual(expect.arrayContaining(['InstrumentSans-Regular', 'Inter-Regular']));
  });

  test('tokens and style sheets of a deck stand above its theme', async () => {
    const deck = `---\ntokens: {accent: "#0a6b4d", r-main-color: "#111111"}\nstyle: extra.css\n---\n## A\n\n- text\n`;
    const { html } = await make(deck, { to: ['html'] }, { 'extra.css': '.slide h2 { letter-spacing: 3px }' });
    const { page } = await openDeck(browser(), html);
    expect(await evaluate(page, `getComputedStyle(document.querySelector('.present')).color`)).toBe('rgb(17, 17, 17)');
    // The theme makes the accent of each tone from the one given; this one is dark enough as it is.
    const accent = `getComputedStyle(document.querySelector('li'), '::marker').color`;
    expect(await evaluate(page, `CSS.supports('color', ${accent}) && (${IN_SRGB})(${accent})`)).toEqual([10, 107, 77]);
    expect(await evaluate(page, `getComputedStyle(document.querySelector('h2')).letterSpacing`)).toBe('3px');
    await page.close();
  });

  test.each([
    ['zh', '人工智能在医疗诊断中的应用与挑战以及未来的发展方向和研究成果报告以及数据库'],
    ['ko', '지속가능한 발전에 관한 연구 진행 보고서와 데이터베이스 발표 자료 그리고 미래의 방향'],
  ])('headings in %s break between words', async (lang, heading) => {
    const { html } = await make(`---\nlang: ${lang}\ncover: false\n---\n\n## ${heading}\n\nabc\n`);
    const { page } = await openDeck(browser(), html);
    // Words are what stands between blanks, or in a text by itself.
    const parted = await evaluate(
      page,
      `[...document.querySelector('h2').childNodes].filter((node) => node.data).flatMap((node) =>
        [...node.data.matchAll(/\\S+/g)].map(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          return [word, new Set([...range.getClientRects()].map(({ top }) => top)).size];
        })).filter(([, lines]) => lines > 1)`,
    );
    expect(parted).toEqual([]);
    const lines = `(({ height }, { lineHeight }) => height / parseFloat(lineHeight))(
      document.querySelector('h2').getBoundingClientRect(), getComputedStyle(document.querySelector('h2')))`;
    expect(await evaluate(page, lines)).toBeGreaterThan(1.5);
    await page.close();
  });

  test('scripts that the theme lacks come from the packages that a deck names, embedded', async () => {
    const styles = ['noto-sans-jp', 'vazirmatn', 'noto-sans-hebrew'].map((name) => `@fontsource/${name}/400.css`);
    const deck = `---\nstyle: ${JSON.stringify(styles)}\nlang: ja\ncover: false\n---\n\n日本語 abc\n\n---\n\n::slide{lang=ar}\n\nمرحبا\n\n---\n\n::slide{lang=he}\n\nשלום\n`;
    const { folder, html, messages } = await make(deck);
    expect(messages).toEqual([]);
    // A few words alone on a slide are a statement, in the font of headings.
    expect((await fontsOf(folder)).map((font) => font.replace(/Thin|-Regular/g, ''))).toEqual([
      'NotoSansHebrew',
      'NotoSansJP',
      'SourceSerif4-SemiBold',
      'Vazirmatn',
    ]);
    const { page } = await openDeck(browser(), html);
    expect(await evaluate(page, `document.documentElement.lang`)).toBe('ja');
    await page.keyboard.press('ArrowRight');
    await settle(page);
    expect((await box(page, 'p')).x).toBeGreaterThan(80);
    expect(await evaluate(page, `getComputedStyle(document.querySelector('.present')).direction`)).toBe('rtl');
    await page.close();
  });
});
