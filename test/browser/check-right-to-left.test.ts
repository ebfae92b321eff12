import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/app/check.ts';
import { checkMessages } from '../../src/cli/check-messages.ts';
import { places } from '../support/browser.ts';
import { testFolder } from '../support/made-deck.ts';

test('the contrast of text on a gradient is measured from right to left, too', async () => {
  const cwd = await testFolder();
  const deck = (lang: string): string =>
    `---\nlang: ${lang}\ncover: false\ngrow: false\ncompose: plain\n---\n\n## A {tone=dark scrim=none background="linear-gradient(#111, #223)"}\n\n- dark enough\n\n## B {tone=dark scrim=none background="linear-gradient(#eee, #fff)"}\n\n- too light\n`;
  await writeFile(path.join(cwd, 'ltr.md'), deck('en'));
  await writeFile(path.join(cwd, 'rtl.md'), deck('ar'));
  const { decks } = await check({ decks: ['ltr.md', 'rtl.md'], cwd, theme: 'nocturne', browser: places });
  const [ltr, rtl] = decks.map((checked) =>
    checkMessages(checked).flatMap(({ rule, line }) => (rule === 'contrast' ? [line] : [])),
  );
  expect(rtl).toEqual(ltr);
  expect(new Set(rtl)).toEqual(new Set([12, 14]));
});
