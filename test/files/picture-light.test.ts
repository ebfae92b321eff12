import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { lightOf, type Frame } from '../../src/files/picture-light.ts';
import { toneOver } from '../../src/html/scrim.ts';
import type { LoadedAsset } from '../../src/model/deck-files.ts';

let drawn = 0;

/** A picture of boxes: left, top, width and height as shares, and a colour. */
function picture(width: number, height: number, ...boxes: [number, number, number, number, string][]): LoadedAsset {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (const [left, top, wide, high, colour] of boxes) {
    context.fillStyle = colour;
    context.fillRect(left * width, top * height, wide * width, high * height);
  }
  drawn += 1;
  return {
    id: `picture-${drawn}`,
    bytes: canvas.toBuffer('image/png'),
    mediaType: 'image/png',
    extension: 'png',
    width,
    height,
  };
}

const SLIDE: Frame = { width: 1280, height: 720, across: 0.5, down: 0.5 };

describe('the light of a picture', () => {
  test('is measured from top to bottom', async () => {
    const sky = picture(1600, 900, [0, 0, 1, 1, '#000'], [0, 0, 1, 0.3, '#fff']);
    const bands = await lightOf(sky, SLIDE);
    expect(bands.map(({ lightest }) => Math.round(lightest))).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0]);
    expect(bands.map(({ darkest }) => Math.round(darkest))).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('is that of the part which covers the slide', async () => {
    const tall = picture(900, 1600, [0, 0, 1, 1, '#fff'], [0, 0, 1, 0.3, '#000']);
    expect((await lightOf(tall, { ...SLIDE, down: 1 }))[0]?.darkest).toBeGreaterThan(0.9);
    expect((await lightOf(tall, { ...SLIDE, down: 0 }))[0]?.darkest).toBeLessThan(0.1);
  });

  test('is not that of a few specks', async () => {
    const night = picture(1280, 720, [0, 0, 1, 1, '#111'], [0.5, 0.5, 0.01, 0.01, '#fff']);
    for (const { lightest } of await lightOf(night, SLIDE)) expect(lightest).toBeLessThan(0.2);
  });

  test('takes strong colours for darker than their grey under a white veil', async () => {
    const [band] = await lightOf(picture(1280, 720, [0, 0, 1, 1, '#00f']), SLIDE);
    expect(band?.darkest).toBeLessThan((band?.lightest ?? 0) - 0.05);
  });

  test('is that of a drawing of shapes', async () => {
    const bytes = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#222"/></svg>',
    );
    const drawing: LoadedAsset = {
      id: 'shapes',
      bytes,
      mediaType: 'image/svg+xml',
      extension: 'svg',
      width: 640,
      height: 360,
    };
    for (const { lightest } of await lightOf(drawing, SLIDE)) expect(lightest).toBeLessThan(0.2);
  });

  test('is anything where an elaborate drawing or a film cannot be measured', async () => {
    const any = Array.from({ length: 9 }, () => ({ lightest: 1, darkest: 0 }));
    const bytes = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect id="a" width="9" height="9"/><use href="#a"/></svg>',
    );
    const drawing: LoadedAsset = { ...picture(9, 9), bytes, id: 'svg', mediaType: 'image/svg+xml', extension: 'svg' };
    expect(await lightOf(drawing, SLIDE)).toEqual(any);
    expect(await lightOf({ ...drawing, id: 'film', mediaType: 'video/webm' }, SLIDE)).toEqual(any);
    expect(await lightOf({ ...picture(10, 10), id: 'broken', bytes: new Uint8Array(9) }, SLIDE)).toEqual(any);
  });
});

test('letters follow a picture that suits one tone better', async () => {
  const tone = (...boxes: [number, number, number, number, string][]): Promise<string | undefined> =>
    toneOver({ picture: picture(1280, 720, ...boxes), size: 'cover', position: 'center', slide: SLIDE });
  expect(await tone([0, 0, 1, 1, '#123'])).toBe('dark');
  expect(await tone([0, 0, 1, 1, '#eef'], [0, 0.9, 1, 0.1, '#111'])).toBe('light');
  expect(await tone([0, 0, 0.5, 1, '#000'], [0.5, 0, 0.5, 1, '#fff'])).toBe(undefined);
});
