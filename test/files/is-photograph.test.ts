import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isPhotograph } from '../../src/files/is-photograph.ts';
import type { LoadedAsset } from '../../src/model/deck-files.ts';

const [WIDTH, HEIGHT] = [600, 400];
const SKY =
  '<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#123"/><stop offset="1" stop-color="#fca"/></linearGradient>';

/** Hills below the light of the evening: every grey there is. */
const HILLS = drawing(`<rect width="100%" height="100%" fill="url(#sky)"/>`);
/** A window with a title and a list. */
const SCREEN = drawing(
  `<rect width="100%" height="100%" fill="#1b1f27"/><rect width="100%" height="40" fill="#2c3340"/><rect x="20" y="80" width="300" height="30" fill="#8fa"/>`,
);
/** A line on paper. */
const PLOT = drawing(
  `<rect width="100%" height="100%" fill="#fff"/><path d="M0 400L600 0" stroke="#c00" stroke-width="9"/>`,
);

function drawing(shapes: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${SKY}${shapes}</svg>`,
  );
}

async function isPhoto(svg: Buffer, format: 'png' | 'jpeg' | 'webp'): Promise<boolean> {
  const bytes = await sharp(svg).flatten().toFormat(format).toBuffer();
  return isPhotograph(asset(bytes, `image/${format}`));
}

function asset(bytes: Uint8Array, mediaType: string): LoadedAsset {
  const id = `${mediaType} ${bytes.byteLength}`;
  return { id, bytes, mediaType, extension: '', width: WIDTH, height: HEIGHT };
}

test.for(['png', 'jpeg', 'webp'] as const)('a picture of many greys is a photograph as %s', async (format) => {
  expect(await isPhoto(HILLS, format)).toBe(true);
});

test.for(['png', 'webp'] as const)('a screenshot is none as %s', async (format) => {
  expect(await isPhoto(SCREEN, format)).toBe(false);
});

test.for(['png', 'jpeg', 'webp'] as const)('a plot on paper is none as %s', async (format) => {
  expect(await isPhoto(PLOT, format)).toBe(false);
});

test('what was cut out of its background is none', async () => {
  const cut = drawing('<circle cx="300" cy="200" r="190" fill="url(#sky)"/>');
  expect(await isPhotograph(asset(await sharp(cut).png().toBuffer(), 'image/png'))).toBe(false);
});

test('a file that cannot be read is a photograph where its format is made for those', async () => {
  const bytes = new Uint8Array(9);
  expect(await isPhotograph(asset(bytes, 'image/jpeg'))).toBe(true);
  expect(await isPhotograph(asset(bytes, 'image/png'))).toBe(false);
  expect(await isPhotograph(asset(bytes, 'image/svg+xml'))).toBe(false);
});
