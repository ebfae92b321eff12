import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ssim, type Luma } from '../../src/export/ssim.ts';
import { jpegQuality } from '../../src/export/jpeg-quality.ts';
import { lookAtPicture, pictureMaker, type PrintPicturesOptions } from '../../src/export/print-pictures.ts';
import { byteCache, type ByteCache } from '../../src/files/byte-cache.ts';
import type { ImageAsset } from '../../src/model/deck.ts';
import { rmSync } from 'node:fs';

type Pixel = (x: number, y: number) => [red: number, green: number, blue: number, alpha: number];

function picture(pixel: Pixel, colorType: 2 | 6 = 2, [width, height] = [400, 300]): ImageAsset {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) png.data.set(pixel(x, y), (y * width + x) * 4);
  return asset(PNG.sync.write(png, { colorType }), 'png');
}

function asset(bytes: Uint8Array, extension: string, mediaType = `image/${extension}`): ImageAsset {
  return { id: '0123456789abcdef', bytes, mediaType, extension };
}

/** Grain that does not compress, the same each time. */
const grain: Pixel = (x, y) => [
  (x * 7919 + y * 104_729) % 251,
  (x * 31 + y * y * 17) % 253,
  (x * x + y * 13) % 241,
  255,
];
const flat: Pixel = (x) => (x < 200 ? [255, 255, 255, 255] : [20, 90, 200, 255]);
const glass: Pixel = (x, y) => [...grain(x, y).slice(0, 3), x % 256] as never;

function cache(): ByteCache {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return byteCache(folder);
}

/** The file that a document gets which shows each px of the picture as so many of its own. */
async function printed(image: ImageAsset, scale: number, options: Partial<PrintPicturesOptions> = {}) {
  const kept = options.cache ?? cache();
  const looked = await lookAtPicture(image, kept);
  if (!looked) return undefined;
  const maker = pictureMaker(new Map([[image.id, image]]), new Map([[image.id, looked]]), {
    quality: 'print',
    density: 2,
    ...options,
    cache: kept,
  });
  const [standIn = ''] = maker.standIns;
  const made = await maker.make(standIn, scale);
  return { ...made, ...(await sharp(made.bytes).metadata()) };
}

describe('a picture in print', () => {
  test('a photo becomes JPEG', async () => {
    expect(await printed(picture(grain), 1)).toMatchObject({ format: 'jpeg', width: 400, height: 300 });
  });

  test('a photo with much grain gets more bytes than one without, so that both look as they did', async () => {
    const clean: Pixel = (x, y) => [120 + 90 * Math.sin(x / 40 + y / 25), 120 + 60 * Math.cos(y / 30), 90, 255];
    const speck = (x: number, y: number): number =>
      Math.imul((x * 73_856_093) ^ (y * 19_349_663), 2_654_435_761) >>> 27;
    const film: Pixel = (x, y) =>
      [
        ...clean(x, y)
          .slice(0, 3)
          .map((value) => value + speck(x, y)),
        255,
      ] as never;
    const sizes: number[] = [];
    for (const photo of [picture(clean, 2, [1200, 900]), picture(film, 2, [1200, 900])]) {
      const made = await printed(photo, 1);
      const luma = async (bytes: Uint8Array): Promise<Luma> => ({
        width: 1200,
        height: 900,
        bytes: await sharp(bytes).greyscale().raw().toBuffer(),
      });
      expect(made?.format).toBe('jpeg');
      expect(ssim(await luma(photo.bytes), await luma(made?.bytes ?? photo.bytes))).toBeGreaterThan(0.98);
      sizes.push(made?.bytes.length ?? 0);
    }
    expect(sizes[1]).toBeGreaterThan(4 * (sizes[0] ?? 0));
  });

  test('a small image is stored at twice the size of its place', async () => {
    expect(await printed(picture(grain), 0.25)).toMatchObject({ format: 'jpeg', width: 200, height: 150 });
    expect(await printed(picture(grain), 0.25, { density: 1 })).toMatchObject({ width: 100, height: 75 });
  });

  test('flat art stays without loss, and so does what is transparent', async () => {
    const art = picture(flat, 2, [1600, 1200]);
    expect(await printed(art, 0.25)).toMatchObject({ format: 'png', width: 800, hasAlpha: false });
    expect(await printed(picture(glass, 6), 0.25)).toMatchObject({ format: 'png', width: 200, hasAlpha: true });
    expect((await printed(art, 1))?.bytes).toBe(art.bytes);
  });

  test('a JPEG that is no larger than it is shown passes through, a larger one does not', async () => {
    const photo = asset(await sharp(picture(grain).bytes).jpeg({ quality: 100 }).toBuffer(), 'jpg', 'image/jpeg');
    expect((await printed(photo, 0.5))?.bytes).toBe(photo.bytes);
    expect(await printed(photo, 0.1)).toMatchObject({ format: 'jpeg', width: 80 });
  });

  test('photos and flat art differ in WebP, too', async () => {
    const webp = async (pixel: Pixel, lossless: boolean): Promise<ImageAsset> =>
      asset(
        await sharp(picture(pixel, 2, [1200, 900]).bytes)
          .webp({ lossless })
          .toBuffer(),
        'webp',
      );
    expect(await printed(await webp(grain, false), 0.2)).toMatchObject({ format: 'jpeg' });
    expect(await printed(await webp(flat, true), 0.2)).toMatchObject({ format: 'png' });
  });

  test('a photo that lies on its side is turned', async () => {
    const turned = await sharp(picture(grain).bytes).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
    const photo = asset(turned, 'jpg', 'image/jpeg');
    expect(await lookAtPicture(photo, cache())).toMatchObject({ width: 300, height: 400 });
    expect(await printed(photo, 0.1)).toMatchObject({ width: 60, height: 80 });
  });

  test.each(['4:2:0', '4:4:4'])(
    'a JPEG has its own loss and no other: colours of %s, its quality at most',
    async (chroma) => {
      const source = await sharp(picture(grain, 2, [1600, 1200]).bytes)
        .jpeg({ quality: 60, chromaSubsampling: chroma })
        .toBuffer();
      const made = await printed(asset(source, 'jpg', 'image/jpeg'), 0.25);
      expect(made).toMatchObject({ width: 800, chromaSubsampling: chroma });
      expect(jpegQuality(made?.bytes ?? source)).toBe(60);
    },
  );

  test('a photo that was lossy before gets no more than quality 90', async () => {
    const webp = await sharp(picture(grain, 2, [1600, 1200]).bytes)
      .webp({ quality: 100 })
      .toBuffer();
    const made = await printed(asset(webp, 'webp'), 0.25);
    expect(made).toMatchObject({ width: 800, chromaSubsampling: '4:2:0' });
    expect(jpegQuality(made?.bytes ?? webp)).toBe(90);
  });

  test('a photo in WebP takes no more bytes than its file, unless it would lose too much', async () => {
    const photo = sharp(picture(grain, 2, [1200, 900]).bytes).blur(2);
    for (const quality of [30, 80]) {
      const source = await photo.clone().webp({ quality }).toBuffer();
      const { bytes = source } = (await printed(asset(source, 'webp'), 0.4)) ?? {};
      expect(bytes).not.toBe(source);
      if (bytes.byteLength > source.byteLength) expect(jpegQuality(bytes)).toBe(60);
      else expect(jpegQuality(bytes)).toBeGreaterThanOrEqual(60);
    }
  });

  test('a JPEG never grows', async () => {
    // Grain beyond what quality 30 keeps comes back as noise when it is made smaller.
    for (const quality of [30, 80]) {
      const source = await sharp(picture(grain, 2, [1600, 1200]).bytes)
        .jpeg({ quality })
        .toBuffer();
      for (const scale of [0.2, 0.39, 0.41, 0.5, 1]) {
        const made = await printed(asset(source, 'jpg', 'image/jpeg'), scale);
        expect(made?.bytes.byteLength, `quality ${quality}, scale ${scale}`).toBeLessThanOrEqual(source.byteLength);
        if (scale > 0.4) expect(made?.bytes).toBe(source);
      }
    }
  });

  test('a JPEG that no PDF takes as it is becomes one', async () => {
    const turned = await sharp(picture(grain).bytes).withMetadata({ orientation: 6 }).jpeg({ quality: 80 }).toBuffer();
    expect(await printed(asset(turned, 'jpg', 'image/jpeg'), 1)).toMatchObject({ width: 300, height: 400 });
    const press = await sharp(picture(grain).bytes).toColourspace('cmyk').jpeg({ quality: 80 }).toBuffer();
    expect(await printed(asset(press, 'jpg', 'image/jpeg'), 1)).toMatchObject({ space: 'srgb', channels: 3 });
  });

  test('pictures of different sizes have different names', async () => {
    const names = await Promise.all([0.1, 0.2].map(async (scale) => (await printed(picture(grain), scale))?.name));
    expect(new Set(names).size).toBe(2);
  });

  test.each([20, 35, 50, 80, 90, 95])('quality %i is read from a JPEG', async (quality) => {
    expect(jpegQuality(await sharp(picture(grain).bytes).jpeg({ quality }).toBuffer())).toBe(quality);
  });

  test.each([
    ['nothing', []],
    ['no table', [0xff, 0xd8, 0xff, 0xda, 0, 2]],
    ['half a table', [0xff, 0xd8, 0xff, 0xdb, 0, 67, 0, 1, 2]],
    ['noise', [0xff, 0xd8, 1, 2, 3, 4, 5, 6]],
  ])('quality of %s is not guessed', (_, bytes) => {
    expect(jpegQuality(Uint8Array.from(bytes))).toBeUndefined();
  });

  test('for a screen it is smaller', async () => {
    const [print, screen] = [await printed(picture(grain), 1), await printed(picture(grain), 1, { quality: 'screen' })];
    expect(screen?.bytes.length).toBeLessThan((print?.bytes.length ?? 0) * 0.6);
  });

  test('what was made before is not made again', async () => {
    const kept = cache();
    const first = await printed(picture(grain), 0.25, { cache: kept });
    const damaged = { ...picture(grain), bytes: new Uint8Array(9) };
    expect((await printed(damaged, 0.25, { cache: kept }))?.bytes).toEqual(first?.bytes);
  });

  test('what is kept and damaged is made again', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const kept = byteCache(folder);
    const first = await printed(picture(grain), 0.25, { cache: kept });
    for (const damage of ['', 'null', '{']) {
      for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (file.isFile()) writeFileSync(path.join(file.parentPath, file.name), damage);
      }
      expect((await printed(picture(grain), 0.25, { cache: kept }))?.bytes, damage).toEqual(first?.bytes);
    }
  });

  test.each([
    ['a small picture', picture(flat)],
    ['a drawing', asset(picture(grain).bytes, 'svg', 'image/svg+xml')],
    ['a damaged photo', { ...picture(grain), bytes: new Uint8Array(100_000) }],
  ])('%s stays as it is', async (_, image) => {
    expect(await printed(image, 0.1)).toBeUndefined();
  });

  test('a photo that breaks off is what it was', async () => {
    const whole = picture(grain);
    const broken = { ...whole, bytes: whole.bytes.slice(0, 100_000) };
    expect((await printed(broken, 0.1))?.bytes ?? broken.bytes).toBe(broken.bytes);
  });
});
