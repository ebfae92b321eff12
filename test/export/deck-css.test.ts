import { expect, test } from 'vitest';
import { deckCss, deckStyleSheets } from '../../src/export/deck-css.ts';
import type { DeckStyles } from '../../src/export/export-job.ts';
import { createDoor } from '../../src/files/door.ts';
import { findTheme } from '../../src/styles/find-theme.ts';
import { loadStyles } from '../../src/styles/load-styles.ts';
import { root } from '../support/browser.ts';
import { compileText } from '../support/compile.ts';

const theme = findTheme('folio', root);
if (!theme) throw new Error('no theme');
const deckStyles: DeckStyles = {
  styles: loadStyles(theme, createDoor({ projectRoot: root })),
  slideThemes: new Map(),
  styleFiles: [],
};

const css = async (source: string, kind: 'deck' | 'print' = 'deck'): Promise<string> => {
  const { deck } = await compileText(source);
  return deckCss(deck, deckStyles, { kind, cutFont: (file) => Promise.resolve(new TextEncoder().encode(file)) });
};

const COMPONENT = '<div data-component="any">a</div>';

test('a plain deck does not carry the styles of components', async () => {
  expect(await css('## One\n\n- a\n- b\n\n:::notes\nSay this\n:::\n')).not.toContain('--component-gap');
});

test.each([
  ['a slide', `## One\n\n${COMPONENT}\n`],
  ['its notes', `## One\n\n:::notes\n${COMPONENT}\n:::\n`],
])('a deck with a component on %s carries them, on screen and on paper', async (_, source) => {
  expect(await css(source)).toContain('--component-gap');
  expect(await css(source, 'print')).toContain('--component-gap');
});

test.each([
  ['image-left', '## One {layout=image-left}\n\n- a\n'],
  ['a background', '## One {background=https://example.org}\n\n- a\n'],
])('only a deck with %s carries the styles of images that take a side of a slide', async (_, source) => {
  expect(await css('## One\n\n- a\n')).not.toContain('--deck-image-width:');
  expect(await css(source)).toContain('--deck-image-width:');
});

test('themes win over the styles of components', async () => {
  const { deck } = await compileText(`## One\n\n${COMPONENT}\n`);
  const { sheets } = await deckStyleSheets(deck, deckStyles, 'print');
  expect(sheets).toHaveLength(2);
  expect(sheets[1]?.css).toMatch(/^@layer reset,[\w,]*foreign;@layer base\{[^@]*--component-gap/);
});
