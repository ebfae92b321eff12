import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { currentSlide, openDeck, places, settle, temporaryFolder, useBrowser } from '../support/browser.ts';

const browser = useBrowser();
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  const slides = '## One\n\n[Link](#two)\n\n## Two\n\n::::steps\n- red\n- green\n::::\n\n## Three\n';
  await writeFile(path.join(cwd, 'plain.md'), slides);
  await writeFile(path.join(cwd, 'clicks.md'), `---\nadvance: [click, wheel]\nlang: he\n---\n\n${slides}`);
  expect((await build({ decks: ['plain.md', 'clicks.md'], to: ['html'], cwd, browser: places })).ok).toBe(true);
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function open(name: string): Promise<Page> {
  const { page } = await openDeck(browser(), path.join(cwd, 'dist', `${name}.html`));
  onTestFinished(() => page.close());
  return page;
}

const menu = `document.getElementById('controls').shadowRoot.querySelector('.menu')`;
const opacity = (page: Page): Promise<unknown> =>
  page.evaluate(
    `Promise.all(${menu}.getAnimations().map((one) => one.finished)).then(() => getComputedStyle(${menu}).opacity)`,
  );

async function move(page: Page): Promise<void> {
  await page.mouse.move(300, 300);
  await page.mouse.move(340, 320);
  await settle(page);
}

test('arrows and a menu come with the pointer, go again, and stay away from slides that fill the screen', async () => {
  const page = await open('plain');
  expect(await opacity(page)).toBe('0');
  await move(page);
  expect(await opacity(page)).toBe('1');
  await page.click('#controls >>> .menu [data-do=next]');
  expect(await currentSlide(page)).toBe('two');
  await page.click('#controls >>> .menu [data-do=back]');
  expect(await currentSlide(page)).toBe('one');
  await page.mouse.move(300, 300);
  await page.waitForFunction(`!('shown' in ${menu}.dataset)`);
  await page.keyboard.press('f');
  await page.waitForFunction(`document.fullscreenElement`);
  await move(page);
  expect(await opacity(page)).toBe('0');
  await page.keyboard.press('l');
  await page.evaluate(`document.exitFullscreen()`);
  await move(page);
  // The pointer points.
  expect(await opacity(page)).toBe('0');
});

test('the menu does what its keys do, and takes the arrow keys', async () => {
  const page = await open('plain');
  await move(page);
  await page.click('#controls >>> [popovertarget]');
  const entries = `[...document.getElementById('controls').shadowRoot.querySelectorAll('.more button')]`;
  expect(await page.evaluate(`${entries}.map(({ textContent }) => textContent)`)).toEqual([
    'OverviewO',
    'SearchCtrl ⇧ F',
    'PresenterS',
    'Two screensW',
    expect.stringMatching(/V$/),
    'Full screenF',
    'Keys?',
  ]);
  const small = `${entries}.concat(...${menu}.children).filter((one) => one.getBoundingClientRect().height < 44)`;
  expect(await page.evaluate(`${small}.length`)).toBe(0);
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter'] as const) await page.keyboard.press(key);
  await page.waitForSelector('.searchinput:focus');
  await page.keyboard.press('Escape');
  await page.click('#controls >>> [popovertarget]');
  await page.keyboard.press('Escape');
  expect(await page.$('.reveal.overview')).toBeNull();
  await page.click('#controls >>> [popovertarget]');
  await page.click('#controls >>> .more [data-do=overview]');
  await page.waitForSelector('.reveal.overview');
  await page.click('#three');
  expect(await currentSlide(page)).toBe('three');
});

test('taps at the sides turn slides, one in the middle shows the menu; clicks do nothing', async () => {
  const page = await open('plain');
  await page.setViewport({ width: 1024, height: 768, hasTouch: true });
  await page.touchscreen.tap(980, 400);
  await page.waitForFunction(`document.querySelector('.present').id === 'two'`);
  await page.touchscreen.tap(980, 400);
  await page.waitForSelector('#two .fragment.visible');
  for (let tap = 0; tap < 2; tap += 1) await page.touchscreen.tap(40, 400);
  await page.waitForFunction(`document.querySelector('.present').id === 'one'`);
  expect(await opacity(page)).toBe('0');
  await page.touchscreen.tap(512, 700);
  expect(await opacity(page)).toBe('1');
  await page.mouse.click(980, 300);
  await page.mouse.wheel({ deltaY: 120 });
  await settle(page);
  expect(await currentSlide(page)).toBe('one');
});

test('clicks and the wheel turn slides where the deck says so, from right to left as well', async () => {
  const page = await open('clicks');
  await page.mouse.click(600, 600);
  await page.waitForFunction(`document.querySelector('.present').id === 'two'`);
  await page.mouse.click(1240, 600);
  await page.waitForFunction(`document.querySelector('.present').id === 'one'`);
  await page.mouse.wheel({ deltaY: 120 });
  await page.waitForFunction(`document.querySelector('.present').id === 'two'`);
  await page.mouse.wheel({ deltaY: -120 });
  await page.waitForFunction(`document.querySelector('.present').id === 'one'`);
  // What has a meaning of its own keeps it.
  await page.click('#one a');
  await settle(page);
  expect(await currentSlide(page)).toBe('two');
});
