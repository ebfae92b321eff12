import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { KeyInput, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { currentSlide, openDeck, places, root, settle, temporaryFolder, useBrowser } from '../support/browser.ts';
import { openPresenter, untilShown } from '../support/presenter.ts';

const browser = useBrowser();
const SLIDES = '# A\n\n## One\n\n::::steps\n- red\n- green\n::::\n\n## Two\n\n# B\n\n## Three\n';
const FOCUS = `## Film

::video{src=clip.webm}

## Parts

<details><summary>More</summary>the rest</details>

[Link](#film)

<button>Push</button>

## End
`;
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  await writeFile(path.join(cwd, 'stacks.md'), `---\nstacks: true\n---\n\n${SLIDES}`);
  await writeFile(path.join(cwd, 'rtl.md'), `---\nlang: he\nstacks: true\n---\n\n${SLIDES}`);
  await writeFile(path.join(cwd, 'focus.md'), `---\nhtml: trusted\n---\n\n${FOCUS}`);
  await copyFile(path.join(root, 'slides/parts/dots.webm'), path.join(cwd, 'clip.webm'));
  const decks = ['stacks.md', 'rtl.md', 'focus.md'];
  expect((await build({ decks, to: ['html'], cwd, browser: places })).ok).toBe(true);
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function open(name: string): Promise<Page> {
  const { page } = await openDeck(browser(), path.join(cwd, 'dist', `${name}.html`));
  onTestFinished(() => page.close());
  return page;
}

async function press(page: Page, ...keys: KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await settle(page);
}

/** The slide that is shown, and after how many steps. */
const place = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    const slide = document.querySelector('section.slide.present:not(.stack:not(.present) *)');
    return slide.id + ' ' + slide.querySelectorAll('.fragment.visible').length;
  })()`);

describe.each(['stacks', 'rtl'])('the keys of a deck (%s)', (name) => {
  const [on, off]: [KeyInput, KeyInput] = name === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const WAY = ['a 0', 'one 0', 'one 1', 'one 2', 'two 0', 'b 0', 'three 0'];

  test.each([
    [on, off],
    ['PageDown', 'PageUp'],
  ] as [KeyInput, KeyInput][])('go the same way in both windows (%s, %s)', async (forth, back) => {
    const deck = await open(name);
    const presenter = await openPresenter(deck);
    onTestFinished(() => presenter.close());
    for (const page of [deck, presenter]) {
      const way: unknown[] = [await place(deck)];
      for (const expected of WAY.slice(1)) {
        await press(page, forth);
        await untilShown(deck, ...at(expected));
        way.push(await place(deck));
      }
      expect(way).toEqual(WAY);
      for (const expected of WAY.toReversed().slice(1)) {
        await press(page, back);
        await untilShown(deck, ...at(expected));
      }
      await press(page, 'End');
      await untilShown(deck, 'three');
      await press(page, 'Home');
      await untilShown(deck, 'a');
      await press(page, '3', 'Enter');
      await untilShown(deck, 'two');
      await press(page, 'Home');
      await untilShown(deck, 'a');
    }
  });

  function at(expected: string): [slide: string, step: number] {
    const [slide = '', step = ''] = expected.split(' ');
    return [slide, Number(step)];
  }

  test('end a black screen by going on, in both windows', async () => {
    const deck = await open(name);
    const presenter = await openPresenter(deck);
    onTestFinished(() => presenter.close());
    for (const page of [deck, presenter]) {
      await press(page, 'Home', 'b');
      await deck.waitForSelector('.reveal.paused');
      await press(page, on);
      await untilShown(deck, 'one');
      await deck.waitForSelector('.reveal:not(.paused)');
    }
  });
});

describe('Enter and the space bar', () => {
  test('are for what has the focus', async () => {
    const page = await open('focus');
    await press(page, 'PageDown');
    for (const [target, done] of [
      ['summary', `document.querySelector('details').open`],
      ['button', `document.querySelector('button').dataset.pushed === 'yes'`],
    ] as const) {
      await page.evaluate(
        `document.querySelector('button').onclick = ({ target }) => { target.dataset.pushed = 'yes'; }`,
      );
      await page.focus(target);
      await press(page, 'Space');
      expect(await currentSlide(page), target).toBe('parts');
      expect(await page.evaluate(done), target).toBe(true);
    }
    await page.focus('#parts a');
    await press(page, 'Space');
    expect(await currentSlide(page)).toBe('parts');
    await press(page, 'Enter');
    expect(await currentSlide(page)).toBe('film');
  });

  test('play a film that was clicked, which stops when its slide is left', async () => {
    const page = await open('focus');
    const paused = (): Promise<unknown> => page.evaluate(`document.querySelector('video').paused`);
    await page.focus('video');
    await press(page, 'Space');
    await page.waitForFunction(`!document.querySelector('video').paused`);
    expect(await currentSlide(page)).toBe('film');
    await press(page, 'PageDown');
    expect(await currentSlide(page)).toBe('parts');
    expect(await paused()).toBe(true);
  });
});
