import type { BrowserPage } from './browser-page.ts';
import { callClient } from './call-client.ts';

export interface PictureOptions {
  /** Width of the window in px; the image is as high as what it shows. */
  width: number;
  /** Selector of the element to show. */
  selector: string;
}

/** Takes a PNG of a part of a self-contained document. */
export async function takePicture(
  page: BrowserPage,
  html: string,
  { width, selector }: PictureOptions,
): Promise<Uint8Array> {
  await page.setViewport({ width, height: 900 });
  await page.setContent(html, { waitUntil: 'load' });
  await callClient(page, 'print', 'drawn');
  const shown = await page.$(selector);
  if (!shown) throw new Error(`nothing matches ${selector}`);
  const picture = await shown.screenshot({ type: 'png' });
  await page.close();
  return picture;
}
