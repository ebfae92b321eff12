import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { printImage } from '../../src/export/print-image.ts';
import type { ImageAsset } from '../../src/model/deck.ts';

type Pixel = (x: number, y: number) => [red: number, green: number, blue: number, alpha: number];

function picture(pixel: Pixel, colorType: 2 | 6 = 2): ImageAsset {
  const png = new PNG({ width: 400, height: 300 });
  for (let y = 0; y < 300; y += 1) for (let x = 0; x < 400; x += 1) png.data.set(pixel(x, y), (y * 400 + x) * 4);
  return {
    id: '0123456789abcdef',
    bytes: PNG.sync.write(png, { colorType }),
    mediaType: 'image/png',
    extension: 'png',
  };
}

/** Grain that does not compress, the same each time. */
const grain: Pixel = (x, y) => [
  (x * 7919 + y * 104_729) % 251,
  (x * 31 + y * y * 17) % 253,
  (x * x + y * 13) % 241,
  255,
];

test('a photo becomes JPEG', async () => {
  const photo = picture(grain);
  const printed = await printImage(photo);
  expect(printed).toMatchObject({ id: photo.id, mediaType: 'image/jpeg', extension: 'jpg' });
  expect([...printed.bytes.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
});

test.each([
  ['flat art', picture((x) => (x < 200 ? [255, 255, 255, 255] : [20, 90, 200, 255]))],
  ['what is transparent', picture((x, y) => [...grain(x, y).slice(0, 3), x % 256] as never, 6)],
  ['a drawing', { ...picture(grain), mediaType: 'image/svg+xml', extension: 'svg' }],
  ['a damaged photo', { ...picture(grain), bytes: picture(grain).bytes.slice(0, 100_000) }],
])('%s stays as it is', async (_, image) => {
  expect(await printImage(image)).toBe(image);
});
