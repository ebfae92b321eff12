import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { builtInThemes } from '../../src/styles/find-theme.ts';
import { openDeck, useBrowser } from '../support/browser.ts';
import { box, evaluate, make } from '../support/made-deck.ts';

const browser = useBrowser();

/** Reads the code in a picture, as a phone does that takes no inverted ones. */
async function scanned(png: Uint8Array): Promise<string | undefined> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR.default(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' })?.data;
}

describe.each(builtInThemes())('a QR code in %s', (theme) => {
  test('can be scanned in every tone, and has its words below it', async () => {
    const address = 'https://example.org/talks/2026?q=a%20b#end';
    const slides = ['light', 'dark', 'accent'].map(
      (tone) => `## Scan {tone=${tone}}\n\n::qr{src="${address}" label="The slides"}\n`,
    );
    const beside = `## Beside {layout=split}\n\n- words\n\n::qr{src="${address}" label="The slides"}\n`;
    const { html, messages } = await make([...slides, beside].join('\n'), { to: ['html'], theme });
    expect(messages).toEqual([]);
    const { page } = await openDeck(browser(), html);
    for (let slide = 0; slide < 4; slide += 1) {
      expect(await scanned(await page.screenshot())).toBe(address);
      const [code, link] = [await box(page, '.qr-code'), await box(page, '.qr a')];
      expect(code.width).toBeCloseTo(code.height, 0);
      expect(code.width).toBeGreaterThan(200);
      expect(link.y + link.height).toBeLessThanOrEqual(720);
      expect(await evaluate(page, `document.querySelector('.present .qr a').href`)).toBe(address);
      await page.keyboard.press('ArrowRight');
    }
    await page.close();
  });
});
