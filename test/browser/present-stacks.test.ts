import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { present } from '../../src/app/present.ts';
import { places, useBrowser } from '../support/browser.ts';
import { untilShown } from '../support/presenter.ts';
import { giveTalk, openTalk } from '../support/talk.ts';

const browser = useBrowser();
const DECK = `---
stacks: true
---

# Part

## One

first

## Two

::::steps
- red
- green
::::

:::notes
Say it.
:::

## Three

third
`;

test('slides in stacks are in stacks when the server was started anew with others', async () => {
  const talk = await giveTalk({ 'talk.md': DECK });
  const page = await openTalk(browser(), talk.address);
  await talk.close();
  await writeFile(path.join(talk.folder, 'talk.md'), DECK.replace('first', 'anew'));
  const port = Number(new URL(talk.address).port);
  const again = await present({ deck: 'talk.md', cwd: talk.folder, browser: places, port });
  try {
    await page.waitForFunction(`document.querySelector('#one')?.textContent.includes('anew')`, { timeout: 8000 });
    await page.waitForSelector('html[data-ready]');
    expect(await page.evaluate(`document.querySelectorAll('.slides > section').length`)).toBe(1);
  } finally {
    await again.close();
  }
});

test('with slides in stacks the place stays as well', async () => {
  const talk = await giveTalk({ 'talk.md': DECK });
  const page = await openTalk(browser(), talk.address);
  for (const _ of [1, 2, 3]) await page.keyboard.press('PageDown');
  await untilShown(page, 'two', 1);
  await talk.save('talk.md', DECK.replace('red', 'pink'));
  await page.waitForFunction(`document.querySelector('#two')?.textContent.includes('pink')`, { timeout: 8000 });
  await page.waitForSelector('html[data-ready]');
  await untilShown(page, 'two', 1);
});
