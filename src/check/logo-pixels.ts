import type { Sharp } from 'sharp';
import type { BrowserPage } from '../browser/browser-page.ts';
import { callClient } from '../browser/call-client.ts';
import { loadSharp } from '../files/load-sharp.ts';
import { outlineOf, type Pixel } from '../files/logo-outline.ts';
import { contrastOf, hexOf } from '../model/css-colour.ts';
import type { Deck } from '../model/deck.ts';
import type { SlideState } from './deck-facts.ts';

/** Measures how logos stand out from their slides, where a deck has one. */
export async function measureLogos(page: BrowserPage, { images, logo }: Deck, pages: SlideState[]): Promise<void> {
  if (logo.length === 0) return;
  const [places, sharp] = await Promise.all([callClient(page, 'inspect', 'findLogos'), loadSharp()]);
  if (places.length === 0 || !sharp) return;
  await callClient(page, 'inspect', 'hideLogos');
  try {
    for (const { page: at, asset, box } of places) {
      const [file, state] = [images.get(asset), pages[at]];
      if (!file || !state || box.width < 1 || box.height < 1) continue;
      const behind = sharp(await page.screenshot({ clip: box, captureBeyondViewport: true }));
      const ground = await meanOf(behind);
      const outline = await outlineOf(file.bytes);
      if (!outline) continue;
      const contrasts = outline.pixels.map((pixel) => contrastOf(pixel, ground)).toSorted((one, other) => one - other);
      state.logo = { ground: hexOf(ground), contrasts };
    }
  } finally {
    await callClient(page, 'inspect', 'showLogos');
  }
}

async function meanOf(picture: Sharp): Promise<Pixel> {
  const { channels } = await picture.removeAlpha().stats();
  const [r = 0, g = 0, b = 0] = channels.map(({ mean }) => mean / 255);
  return { mode: 'rgb', r, g, b };
}
