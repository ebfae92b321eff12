import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleStyles } from '../../src/files/bundle-styles.ts';
import { embedStyleFiles } from '../../src/files/embed-style-files.ts';
import { builtInThemes, findTheme } from '../../src/files/find-theme.ts';
import type { DeckGlyphs } from '../../src/model/deck.ts';
import { project } from '../support/cli.ts';

const glyphs = (text: string, code = ''): DeckGlyphs => {
  const points = (value: string): Set<number> => new Set([...value].map((character) => character.codePointAt(0) ?? 0));
  return { text: points(text), code: points(code), math: new Set() };
};

test('themes are found in npm packages', () => {
  const cwd = project({
    'package.json': '{}',
    'node_modules/lectern-theme-acme/package.json': '{"name":"lectern-theme-acme"}',
    'node_modules/lectern-theme-acme/theme.css': '',
    'node_modules/@acme/slides/package.json': '{"name":"@acme/slides"}',
    'node_modules/@acme/slides/theme.css': '',
  });
  expect(findTheme('lectern-theme-acme', cwd)).toMatchObject({ name: 'lectern-theme-acme' });
  expect(findTheme('@acme/slides', cwd)?.file).toMatch(/@acme.slides.theme\.css$/);
});

test('themes are found by name, by file and by folder, and by nothing else', () => {
  const cwd = project({ 'my.css': '', 'mine/theme.css': '' });
  expect(builtInThemes()).toEqual(['folio', 'nocturne']);
  expect(findTheme('folio', cwd)?.file).toMatch(/themes.folio.theme\.css$/);
  expect(findTheme('my.css', cwd)).toEqual({ name: 'my', file: path.join(cwd, 'my.css') });
  expect(findTheme('./mine', cwd)).toEqual({ name: 'mine', file: path.join(cwd, 'mine/theme.css') });
  expect(findTheme('../mine', cwd)).toBeUndefined();
  expect(findTheme('base', cwd)).toBeUndefined();
  expect(findTheme('react', cwd)).toBeUndefined();
});

describe.each(['folio', 'nocturne'])('%s', (name) => {
  const theme = findTheme(name, '.');
  if (!theme) throw new Error(name);

  test('refers to nothing outside and embeds only the fonts that a deck has glyphs from', async () => {
    const sheet = await bundleStyles(theme, 'deck');
    const latin = await embedStyleFiles(sheet, glyphs('plain text'));
    expect(latin).not.toMatch(/url\((?!\s*["']?data:)/);
    const faces = (css: string): number => css.match(/@font-face/g)?.length ?? 0;
    const withCode = await embedStyleFiles(sheet, glyphs('plain text', 'let x'));
    expect(faces(withCode)).toBe(faces(latin) + 1);
    const polish = await embedStyleFiles(sheet, glyphs('zażółć gęślą jaźń'));
    expect(faces(polish)).toBeGreaterThan(faces(latin));
  });

  test('has nothing that Chromium rasterizes in print', async () => {
    const { css } = await bundleStyles(theme, 'print');
    expect(css).not.toMatch(/(?:box|text)-shadow:(?!none)|[^-]filter:|mix-blend-mode|backdrop-filter/);
  });
});

test.each([
  ['a syntax error', '.slide { color: }}', /my\.css:1:\d+/],
  ['an import from the web', '@import "https://example.org/x.css";', /loads https:\/\/example\.org\/x\.css/],
  [
    'an image from the web',
    '.slide { background: url(https://example.org/x.png) }',
    /loads https:\/\/example\.org\/x\.png/,
  ],
  ['an import that does not exist', '@import "./nowhere.css";', /my\.css/],
])('%s in a theme is said with its place', async (_, css, says) => {
  const cwd = project({ 'my.css': css });
  await expect(bundleStyles({ name: 'my', file: path.join(cwd, 'my.css') }, 'print')).rejects.toMatchObject({
    code: 'THEME_UNREADABLE',
    message: expect.stringMatching(says),
  });
});
