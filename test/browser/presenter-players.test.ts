import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, temporaryFolder, useBrowser } from '../support/browser.ts';
import { openPresenter, untilShown } from '../support/presenter.ts';
import { giveTalk, openTalk } from '../support/talk.ts';

const browser = useBrowser();
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  await writeFile(path.join(cwd, 'quiet.wav'), silence(60));
  const sound = '::audio{src=quiet.wav title="A minute"}\n\n';
  const slides = `## One\n\ntext\n\n## Film\n\n${sound}## End\n\ntext\n\n## Both\n\n${sound}${sound}`;
  await writeFile(path.join(cwd, 'talk.md'), slides);
  expect((await build({ decks: ['talk.md'], to: ['html'], cwd, browser: places })).ok).toBe(true);
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function windows(): Promise<{ deck: Page; presenter: Page; complaints: string[] }> {
  const { page: deck, complaints } = await openDeck(browser(), path.join(cwd, 'dist', 'talk.html'));
  const presenter = await openPresenter(deck, complaints);
  onTestFinished(async () => {
    for (const page of [presenter, deck]) await page.close();
  });
  return { deck, presenter, complaints };
}

const film = `document.querySelector('#film audio')`;
const shadow = `document.getElementById('presenter').shadowRoot`;
const plays = (deck: Page): Promise<unknown> => deck.waitForFunction(`!${film}.paused`);
const stands = (deck: Page): Promise<unknown> => deck.waitForFunction(`${film}.paused`);
const button = (presenter: Page, label: string): Promise<unknown> =>
  presenter.waitForFunction(`${shadow}.querySelector('.player button')?.getAttribute('aria-label') === '${label}'`);

test('the presenter view plays, stops and seeks the film that the audience sees', async () => {
  const { deck, presenter, complaints } = await windows();
  expect(await presenter.evaluate(`${shadow}.querySelector('.players').hidden`)).toBe(true);
  await presenter.keyboard.press('ArrowRight');
  await untilShown(deck, 'film');
  // Its own copy never plays.
  const copy = `document.querySelector('#presenter audio')`;
  await button(presenter, 'Play: A minute');
  await presenter.click('#presenter >>> .player button');
  await plays(deck);
  await button(presenter, 'Pause: A minute');
  expect(await presenter.evaluate(`${copy}.paused`)).toBe(true);
  await presenter.keyboard.press('k');
  await stands(deck);
  await presenter.waitForFunction(`!${shadow}.querySelector('.player input').disabled`);
  await presenter.focus('#presenter >>> .player input');
  await presenter.keyboard.press('End');
  await deck.waitForFunction(`${film}.currentTime > ${film}.duration - 0.3`);
  await presenter.keyboard.press('Home');
  await deck.waitForFunction(`${film}.currentTime === 0`);
  // The keys of a slider are its own.
  await untilShown(deck, 'film');
  expect(complaints).toEqual([]);
});

test('the presenter view follows the player on the slides, and a film ends with its slide', async () => {
  const { deck, presenter } = await windows();
  await deck.keyboard.press('ArrowRight');
  await button(presenter, 'Play: A minute');
  await deck.keyboard.press('k');
  await plays(deck);
  await button(presenter, 'Pause: A minute');
  await deck.evaluate(`${film}.pause()`);
  await button(presenter, 'Play: A minute');
  await deck.evaluate(`void (${film}.currentTime = 0)`);
  await presenter.keyboard.press('k');
  await plays(deck);
  await presenter.keyboard.press('ArrowRight');
  await stands(deck);
  expect(await presenter.evaluate(`${shadow}.querySelector('.players').hidden`)).toBe(true);
  // Back again, it waits.
  await presenter.keyboard.press('ArrowLeft');
  await untilShown(deck, 'film');
  await button(presenter, 'Play: A minute');
  expect(await deck.evaluate(`${film}.paused`)).toBe(true);
});

test('of two films, each is sought before it was played', async () => {
  const { deck, presenter } = await windows();
  await presenter.keyboard.press('End');
  await untilShown(deck, 'both');
  const slider = '.player:last-child input';
  await presenter.waitForFunction(`${shadow}.querySelector('${slider}')?.disabled === false`);
  await presenter.focus(`#presenter >>> ${slider}`);
  await presenter.keyboard.press('End');
  const sounds = `[...document.querySelectorAll('#both audio')]`;
  await deck.waitForFunction(`${sounds}[1].currentTime > ${sounds}[1].duration - 0.3`);
  expect(await deck.evaluate(`${sounds}[0].currentTime`)).toBe(0);
});

test('the presenter view says so where the browser plays nothing before a click', async () => {
  const { deck, presenter } = await windows();
  await deck.evaluate(
    `HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('no', 'NotAllowedError'))`,
  );
  await presenter.keyboard.press('ArrowRight');
  await button(presenter, 'Play: A minute');
  await presenter.keyboard.press('k');
  await presenter.waitForFunction(
    `${shadow}.querySelector('.player [role=status]').textContent.includes('Click once')`,
  );
  await button(presenter, 'Play: A minute');
  expect(await deck.evaluate(`${film}.paused`)).toBe(true);
});

test('the remote plays it as well', async () => {
  const talk = await giveTalk(
    { 'talk.md': '## Film\n\n::audio{src=quiet.wav title="A minute"}\n', 'quiet.wav': silence(60) },
    { remote: true },
  );
  const deck = await openTalk(browser(), talk.address);
  const remote = await openTalk(browser(), talk.remote ?? '', 'apart');
  await (await remote.waitForSelector('#remote >>> .player button'))?.click();
  await plays(deck);
  await remote.keyboard.press('k');
  await stands(deck);
  expect(await deck.evaluate(`${film}.paused`)).toBe(true);
});

/** A sound of silence, as a WAV file. */
function silence(seconds: number): Buffer {
  const [rate, header] = [3000, Buffer.alloc(44)];
  const size = rate * seconds;
  header.write('RIFF');
  header.writeUInt32LE(36 + size, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(size, 40);
  return Buffer.concat([header, Buffer.alloc(size, 128)]);
}
