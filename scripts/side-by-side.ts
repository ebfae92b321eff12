/** Screens of devices beside each other in one image. */
import type { Browser } from 'puppeteer';

export interface Screen {
  /** A PNG. */
  picture: Uint8Array;
  /** Px in the image. */
  width: number;
  isPhone: boolean;
}

const STYLE = `
  body { margin: 0; }
  main { display: flex; align-items: center; gap: 48px; width: fit-content; padding: 48px; background: #e3e6ec; }
  img { display: block; border-radius: 10px; box-shadow: 0 0 0 1px #0003, 0 24px 48px -12px #1b1f2959; }
  .phone { padding: 9px; border-radius: 39px; background: #16181d; box-shadow: 0 24px 48px -12px #1b1f2973; }
  .phone img { border-radius: 30px; box-shadow: none; }`;

/** Puts screens beside each other, with the frames of their devices. */
export async function sideBySide(browser: Browser, screens: readonly Screen[]): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1800, height: 1000, deviceScaleFactor: 1 });
    const images = screens.map(
      ({ picture, width, isPhone }) =>
        `<div class="${isPhone ? 'phone' : ''}"><img width="${width}" src="data:image/png;base64,${Buffer.from(picture).toString('base64')}"></div>`,
    );
    await page.setContent(`<style>${STYLE}</style><main>${images.join('')}</main>`);
    await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
    const desk = await page.waitForSelector('main');
    if (!desk) throw new Error('there is nothing to show');
    return await desk.screenshot();
  } finally {
    await page.close();
  }
}
