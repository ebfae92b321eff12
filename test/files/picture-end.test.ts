import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { endsEarly } from '../../src/files/picture-end.ts';

const noise = {
  width: 64,
  height: 64,
  channels: 3,
  background: 'white',
  noise: { type: 'gaussian', mean: 128, sigma: 40 },
} as const;

async function picture(type: 'jpg' | 'png' | 'webp'): Promise<Buffer> {
  return sharp({ create: noise })
    .toFormat(type === 'jpg' ? 'jpeg' : type)
    .toBuffer();
}

describe.each(['jpg', 'png', 'webp'] as const)('a %s', (type) => {
  test('that is whole is not reported, whatever stands behind it', async () => {
    const whole = await picture(type);
    expect(endsEarly(whole, type)).toBe(false);
    expect(endsEarly(Buffer.concat([whole, Buffer.from([0xff, 0xda, 1, 2, 3])]), type)).toBe(false);
  });

  test.each([0.5, 0.9])('of which %d is there is reported', async (share) => {
    const whole = await picture(type);
    expect(endsEarly(whole.subarray(0, Math.floor(whole.length * share)), type)).toBe(true);
  });
});

test('the end of a preview is not the end of a JPEG', async () => {
  const [whole, preview] = [await picture('jpg'), await picture('jpg')];
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), preview]);
  segment.writeUInt16BE(preview.length + 2, 2);
  const file = Buffer.concat([whole.subarray(0, 2), segment, whole.subarray(2)]);
  expect(endsEarly(file, 'jpg')).toBe(false);
  expect(endsEarly(file.subarray(0, -200), 'jpg')).toBe(true);
});

test('files that are no pictures end where they end', () => {
  expect(endsEarly(Buffer.from('GIF89a'), 'gif')).toBe(false);
  expect(endsEarly(Buffer.from([0xff, 0xd8]), 'jpg')).toBe(false);
});
