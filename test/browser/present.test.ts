import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { describe, expect, onTestFinished, test } from 'vitest';
import { present } from '../../src/app/present.ts';
import { currentSlide, places, useBrowser } from '../support/browser.ts';
import { openPresenter, readPresenter, until, untilShown } from '../support/presenter.ts';
import { giveTalk, openTalk, remove, shownText, untilText, waitFor } from '../support/talk.ts';

const browser = useBrowser();
const DECK = `## One

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
const dot = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4" fill="${colour}"/></svg>`;

/** Tells whether the page was loaded anew since it was marked. */
const mark = (page: Page): Promise<unknown> => page.evaluate(`void (globalThis.marked = true)`);
const marked = (page: Page): Promise<unknown> => page.evaluate(`globalThis.marked === true`);

describe('what is saved', () => {
  test('is shown without loading the page anew, and slide and step stay', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const page = await openTalk(browser(), talk.address);
    await mark(page);
    for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
    await untilShown(page, 'two', 1);
    await talk.save('talk.md', DECK.replace('green', 'blue'));
    await untilText(page, 'blue');
    await untilShown(page, 'two', 1);
    expect(talk.news.at(-1)).toEqual({ faults: [], changed: 1 });
    // A slide that goes in before it does not move it, a new heading neither.
    await talk.save('talk.md', `## Zero\n\n${DECK.replace('## Two', '## Second')}`);
    await untilText(page, 'Second');
    expect(await currentSlide(page)).toBe('second');
    expect(await page.evaluate(`document.querySelectorAll('section.slide').length`)).toBe(4);
    await page.keyboard.press('Home');
    await untilText(page, 'Zero');
    expect(await marked(page)).toBe(true);
  });

  test('reaches the presenter view with notes and plan', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const page = await openTalk(browser(), talk.address);
    const presenter = await openPresenter(page);
    await page.keyboard.press('ArrowRight');
    await until(presenter, 'notes', 'Say it.');
    await talk.save('talk.md', `---\nduration: 20m\n---\n\n${DECK.replace('Say it.', 'Say *more*.')}`);
    await until(presenter, 'notes', 'Say more.');
    await until(presenter, 'planned', 'of 20:00');
    expect((await readPresenter(presenter)).where).toBe('2 · Two');
  });

  test.each([
    [
      'an include',
      { 'talk.md': '## One\n\n::include{file=part.md}\n', 'part.md': '## Part\n\nold\n' },
      'part.md',
      '## Part\n\nnew\n',
    ],
    [
      'code in a file',
      { 'talk.md': '## One\n\n```js {file=a.js}\n```\n', 'a.js': 'let old = 1;\n' },
      'a.js',
      'let fresh = 2;\n',
    ],
    [
      'the front matter',
      { 'talk.md': '---\nfooter: old\n---\n\n## One\n' },
      'talk.md',
      '---\nfooter: new\n---\n\n## One\n',
    ],
  ])('may be %s', async (_, files, name, text) => {
    const talk = await giveTalk(files as Record<string, string>);
    const page = await openTalk(browser(), talk.address);
    await page.keyboard.press('End');
    await untilText(page, 'old');
    await talk.save(name, text);
    await untilText(page, /new|fresh/.exec(text)?.[0] ?? '');
  });

  test('may be a picture, a theme, and what a theme imports', async () => {
    const theme = (colour: string): string => `section.slide { background: ${colour}; }\n`;
    const talk = await giveTalk({
      'talk.md': '---\ntheme: theme.css\n---\n\n## One\n\n![A dot](dot.svg)\n',
      'dot.svg': dot('red'),
      'theme.css': '@import "colours/mine.css";\n',
      'colours/mine.css': theme('rgb(1, 2, 3)'),
    });
    const page = await openTalk(browser(), talk.address);
    await mark(page);
    const ground = `getComputedStyle(document.querySelector('section.slide.present')).backgroundColor`;
    expect(await page.evaluate(ground)).toBe('rgb(1, 2, 3)');
    await talk.save('colours/mine.css', theme('rgb(4, 5, 6)'));
    await waitFor(async () => (await page.evaluate(ground)) === 'rgb(4, 5, 6)', 'the colour');
    const picture = `document.querySelector('section.slide.present img').src`;
    const before = await page.evaluate(picture);
    await talk.save('dot.svg', dot('blue'));
    await waitFor(async () => (await page.evaluate(picture)) !== before, 'the picture');
    await page.waitForFunction(`document.querySelector('section.slide.present img').naturalWidth > 0`);
    expect(await marked(page)).toBe(true);
  });

  test('in haste comes out as it was saved last', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const page = await openTalk(browser(), talk.address);
    for (let turn = 1; turn <= 20; turn += 1)
      await writeFile(path.join(talk.folder, 'talk.md'), DECK.replace('first', `turn ${turn}.`));
    await untilText(page, 'turn 20.');
    expect((await shownText(page)).match(/turn/g)).toHaveLength(1);
  });

  test('may change what a page cannot take up while it is open', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const page = await openTalk(browser(), talk.address);
    await mark(page);
    await page.keyboard.press('End');
    await talk.save('talk.md', `---\nsize: 4:3\nlang: de\n---\n\n${DECK}`);
    await page.waitForFunction(`document.documentElement.lang === 'de' && document.documentElement.dataset.ready`);
    await untilShown(page, 'three');
    expect(await marked(page)).toBe(false);
  });
});

describe('what is wrong', () => {
  const overlay = `document.querySelector('[role=alert]')?.textContent ?? ''`;

  test('is shown over the slides, with a placeholder for missing content, until it is fixed', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const page = await openTalk(browser(), talk.address);
    await talk.save('talk.md', `${DECK}\n::include{file=gone.md}\n`);
    await waitFor(
      async () => /^talk\.md:\d+:1  Cannot include “gone\.md”/.test((await page.evaluate(overlay)) as string),
      'the fault',
    );
    expect(await shownText(page)).toContain('first');
    await page.keyboard.press('End');
    await untilText(page, 'gone.md: no such file');
    await page.click('[role=alert] button');
    expect(await page.evaluate(overlay)).toBe('');
    // The file that was missing is enough.
    await talk.save('gone.md', '## Found\n');
    await waitFor(async () => (await page.evaluate(overlay)) === '', 'the end of the fault');
    await page.keyboard.press('End');
    await untilText(page, 'Found');
  });

  test('a deck that is gone comes back', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const page = await openTalk(browser(), talk.address);
    await remove(talk, 'talk.md');
    await waitFor(async () => ((await page.evaluate(overlay)) as string).includes('no such file'), 'the fault');
    expect(await shownText(page)).toContain('first');
    await talk.save('talk.md', DECK.replace('first', 'again'));
    await untilText(page, 'again');
    expect(await page.evaluate(overlay)).toBe('');
  });

  test('a save in two halves shows no fault in between', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const page = await openTalk(browser(), talk.address);
    await page.evaluate(
      `new MutationObserver(() => { if (document.querySelector('[role=alert]')) globalThis.seen = true; }).observe(document.body, { childList: true })`,
    );
    const file = path.join(talk.folder, 'talk.md');
    await writeFile(file, '');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await writeFile(file, DECK.replace('first', 'whole'));
    await untilText(page, 'whole');
    expect(await page.evaluate(`globalThis.seen === true`)).toBe(false);
  });

  test('at the start is shown over the slides, and can be fixed in place', async () => {
    const talk = await giveTalk({ 'talk.md': '## One\n\n![A picture](none.png)\n\n::include{file="<b>.md"}\n' });
    const page = await openTalk(browser(), talk.address);
    await waitFor(
      async () => ((await page.evaluate(overlay)) as string).includes('talk.md:5:1  Cannot include'),
      'the faults',
    );
    expect(await page.evaluate(`document.querySelector('.present [role=img]').ariaLabel`)).toBe(
      'A picture – none.png: no such file',
    );
    await talk.save('talk.md', DECK);
    await untilText(page, 'first');
    expect(await page.evaluate(overlay)).toBe('');
  });

  test('at the start is shown on the first visit of a deck without text', async () => {
    const talk = await giveTalk({ 'talk.md': '## One\0\n' });
    const page = await browser().newPage();
    onTestFinished(() => page.close());
    expect((await page.goto(talk.address))?.status()).toBe(503);
    expect(await page.evaluate(`document.querySelector('pre').textContent`)).toContain('This is a binary file');
    await talk.save('talk.md', DECK);
    await untilText(page, 'first');
  });
});

describe('a server that comes and goes', () => {
  test('pages go on where they were when it is started anew', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const page = await openTalk(browser(), talk.address);
    const presenter = await openPresenter(page);
    for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
    await untilShown(page, 'two', 1);
    await talk.close();
    await page.waitForSelector('html[data-connected="false"]');
    // The talk goes on meanwhile.
    await presenter.keyboard.press('ArrowRight');
    await untilShown(page, 'two', 2);
    await rename(path.join(talk.folder, 'talk.md'), path.join(talk.folder, 'old.md'));
    await writeFile(path.join(talk.folder, 'talk.md'), DECK.replace('green', 'anew'));
    const again = await present({
      deck: 'talk.md',
      cwd: talk.folder,
      browser: places,
      port: Number(new URL(talk.address).port),
    });
    try {
      await untilText(page, 'anew');
      await untilShown(page, 'two', 2);
      const late = await openTalk(browser(), again.address);
      await untilShown(late, 'two', 2);
    } finally {
      await again.close();
    }
  });

  test('a presenter view elsewhere knows whether somebody sees the slides', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const deck = await openTalk(browser(), talk.address);
    const presenter = await openTalk(browser(), `${talk.address}?presenter`, 'apart');
    const lost = `document.getElementById('presenter').shadowRoot.querySelector('[data-part="lost"]').hidden`;
    await presenter.keyboard.press('End');
    await untilShown(deck, 'three');
    // Longer than windows of one browser wait for each other.
    await presenter.evaluate(`{ const now = Date.now; Date.now = () => now() + 10_000; }`);
    await presenter.keyboard.press('t');
    expect(await presenter.evaluate(lost)).toBe(true);
    await deck.close();
    await presenter.waitForFunction(`!${lost}`, { timeout: 8000 });
    const again = await openTalk(browser(), talk.address, 'apart');
    await presenter.waitForFunction(lost, { timeout: 8000 });
    await untilShown(again, 'three');
  });

  test('two windows on one talk show the same', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const [one, other] = [
      await openTalk(browser(), talk.address, 'apart'),
      await openTalk(browser(), talk.address, 'apart'),
    ];
    await one.keyboard.press('End');
    await untilShown(other, 'three');
    await other.keyboard.press('Home');
    await untilShown(one, 'one');
  });
});
