import path from 'node:path';
import { expect, test } from 'vitest';
import { createDoor } from '../../src/files/door.ts';
import { bundleOwn } from '../../src/styles/bundle-styles.ts';
import { inlineSheet, isInlineCss } from '../../src/styles/style-imports.ts';

const ROOT = path.join(import.meta.dirname, '../fixtures');
const DECK = path.join(ROOT, 'talk.md');

test('CSS in the front matter is a style sheet: files are relative to the deck, and messages name its lines', async () => {
  const css = '.slide h2 { color: teal }\n.slide { background: url(gone.png) }';
  const sheet = await bundleOwn([inlineSheet(css, DECK, 3)], createDoor({ projectRoot: ROOT }));
  expect(sheet.css).toContain('@layer deck{.slide h2{color:teal}');
  expect(sheet.css).not.toContain('gone');
  expect(sheet.faults).toMatchObject([{ file: DECK, line: 5, ruleId: 'theme-file' }]);
  expect([css, '/* nothing */', 'extra.css', '@fontsource/inter/400.css'].map(isInlineCss)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('CSS in the front matter reads nothing outside of the project, and loads nothing from the web', async () => {
  const css =
    '@import "https://example.org/a.css"; .slide { background: url(../../package.json), url(https://example.org/a.png) }';
  const sheet = await bundleOwn([inlineSheet(css, DECK, 1)], createDoor({ projectRoot: ROOT }));
  expect(sheet.css).not.toMatch(/example\.org|package/);
  expect(sheet.faults?.length).toBeGreaterThan(1);
});
