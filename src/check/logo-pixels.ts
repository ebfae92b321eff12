import type { Sharp } from 'sharp';
import type { BrowserPage } from '../browser/browser-page.ts';
import { callClient } from '../browser/call-client.ts';
import { loadSharp } from '../files/load-sharp.ts';
import { contrastOf, hexOf } from '../model/css-colour.ts';
import type { Deck } from '../model/deck.ts';
import type { SlideState } from './deck-facts.ts';

/** Height in px that logos are looked at in. */
const HEIGHT = 64;
/** Opacities, of 255, of what is a logo's and of what is not. */
const [SOLID, EMPTY] = [200, 40];

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
      const outline = await outlineOf(sharp(file.bytes, { density: 300 }));
      if (!outline) continue;
      const contrasts = outline.map((pixel) => contrastOf(pixel, ground)).toSorted((one, other) => one - other);
      state.logo = { ground: hexOf(ground), contrasts };
    }
  } finally {
    await callClient(page, 'inspect', 'showLogos');
  }
}

interface Pixel {
  mode: 'rgb';
  r: number;
  g: number;
  b: number;
}

async function meanOf(picture: Sharp): Promise<Pixel> {
  const { channels } = await picture.removeAlpha().stats();
  const [r = 0, g = 0, b = 0] = channels.map(({ mean }) => mean / 255);
  return { mode: 'rgb', r, g, b };
}

/**
 * The pixels where a logo ends and its slide begins; all of them for an image without transparency. What is inside of a
 * logo has its own contrast. `undefined` for files that cannot be read.
 */
async function outlineOf(picture: Sharp): Promise<Pixel[] | undefined> {
  const raw = picture.resize({ height: HEIGHT }).ensureAlpha().raw();
  const read = await raw.toBuffer({ resolveWithObject: true }).catch(() => undefined);
  if (!read) return undefined;
  const { data, info } = read;
  const alpha = (x: number, y: number): number => data[(y * info.width + x) * 4 + 3] ?? SOLID;
  const inside = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < info.width && y < info.height;
  const [edge, all]: [Pixel[], Pixel[]] = [[], []];
  for (let y = 0; y < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      if (alpha(x, y) < SOLID) continue;
      const at = (y * info.width + x) * 4;
      const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
      const pixel: Pixel = { mode: 'rgb', r: r / 255, g: g / 255, b: b / 255 };
      all.push(pixel);
      if (NEAR.some(([right, down]) => inside(x + right, y + down) && alpha(x + right, y + down) < EMPTY))
        edge.push(pixel);
    }
  }
  return edge.length > 0 ? edge : all.length > 0 ? all : undefined;
}

/** Neighbours, beyond the px that is half of one and half of the other. */
const NEAR = [
  [2, 0],
  [-2, 0],
  [0, 2],
  [0, -2],
] as const;
