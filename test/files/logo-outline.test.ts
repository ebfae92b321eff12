import { describe, expect, test } from 'vitest';
import { groundFor } from '../../src/files/logo-outline.ts';

const svg = (shapes: string): Uint8Array =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40">${shapes}</svg>`,
  );

describe('a logo is made for', () => {
  test.each([
    ['light backgrounds where it is dark', '<path d="M5 5h110v30H5z" fill="#0a3b4d"/>', 'light'],
    ['light backgrounds where it is lost on deep colours', '<path d="M5 5h110v30H5z" fill="#0a6b8a"/>', 'light'],
    ['dark backgrounds where it is white', '<path d="M5 5h110v30H5z" fill="#fff"/>', 'dark'],
    ['both where it is in between', '<path d="M5 5h110v30H5z" fill="#e0533d"/>', undefined],
    [
      'light backgrounds where a large part is dark',
      '<path d="M5 5h50v30H5z" fill="#e0533d"/><path d="M65 5h50v30H65z" fill="#111"/>',
      'light',
    ],
    [
      'both where it brings its own background',
      '<path d="M0 0h120v40H0z" fill="#fff"/><path d="M50 15h20v10H50z"/>',
      undefined,
    ],
  ])('%s', async (_, shapes, ground) => {
    expect(await groundFor(svg(shapes))).toBe(ground);
  });

  test.each(['no image', ''])('both where its file cannot be read: “%s”', async (text) => {
    expect(await groundFor(new TextEncoder().encode(text))).toBeUndefined();
  });
});
