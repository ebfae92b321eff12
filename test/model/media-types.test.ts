import { expect, test } from 'vitest';
import { DECK_FILES, extensionOf, mediaTypeOf, STYLE_FILES } from '../../src/model/media-types.ts';

test.each([
  ['a/photo.JPG', 'image/jpeg'],
  ['https://lectern.invalid/icon.ico', 'image/x-icon'],
  ['index.html', 'text/html; charset=utf-8'],
  ['font.woff2', 'font/woff2'],
  ['archive.zip', undefined],
  ['png', undefined],
  ['x.constructor', undefined],
])('%s is %s', (file, type) => {
  expect(mediaTypeOf(file)).toBe(type);
});

test('a deck shows no fonts, a style sheet no films', () => {
  expect(mediaTypeOf('a.woff2', DECK_FILES)).toBeUndefined();
  expect(mediaTypeOf('a.mp4', DECK_FILES)).toBe('video/mp4');
  expect(mediaTypeOf('a.mp4', STYLE_FILES)).toBeUndefined();
  expect(mediaTypeOf('a.svg', STYLE_FILES)).toBe('image/svg+xml');
});

test('an extension is in lower case and has no dot', () => {
  expect(extensionOf('a.b/c.D.PNG')).toBe('png');
  expect(extensionOf('a.b/c')).toBe('');
});
