import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseBrowser } from '../../src/browser/find-browser.ts';
import { places } from '../support/browser.ts';
import { project } from '../support/cli.ts';
import { untilShown } from '../support/presenter.ts';
import { giveTalk, openTalk, ROOM_DECK, waitFor } from '../support/talk.ts';

/** A browser with a microphone, a camera and a screen that are not there, and somebody who allows everything. */
const DEVICES = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

let browser: Browser;
beforeAll(async () => {
  const { path: executablePath, env } = await chooseBrowser(places);
  const args = [...DEVICES, '--disable-gpu', '--no-sandbox'];
  browser = await puppeteer.launch({ executablePath, pipe: true, args, env: { ...process.env, ...env } });
});
afterAll(() => browser.close());

const inView = (page: Page, what: string): Promise<unknown> =>
  page.evaluate(`((root) => ${what})(document.getElementById('presenter').shadowRoot)`);

test('a talk is recorded with voice and camera, and its notes become captions', async () => {
  const downloads = project({});
  const talk = await giveTalk({ 'talk.md': ROOM_DECK });
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  const slides = await openTalk(browser, `${talk.address}?record`);
  const popup = new Promise<Page | null>((resolve) => slides.once('popup', resolve));
  await slides.click('.offer-recording');
  const presenter = await popup;
  if (!presenter) throw new Error('the presenter view did not open');
  await presenter.waitForSelector('html[data-ready]');
  const find = (name: string): string => `#presenter >>> .recording ${name}`;
  await presenter.waitForFunction(
    `document.getElementById('presenter').shadowRoot.querySelectorAll('.recording option').length > 3`,
  );
  await presenter.select(
    find('[data-device="videoinput"]'),
    (await inView(presenter, `root.querySelector('[data-device="videoinput"]').options[1].value`)) as string,
  );
  expect(await inView(presenter, `root.querySelector('[data-device="audioinput"]').value`)).not.toBe('');
  await presenter.click(find('.begin button'));
  await presenter.waitForSelector('#presenter >>> .record[data-on="true"]');
  await slides.waitForSelector('.camera-corner');
  await presenter.keyboard.press('ArrowRight');
  await untilShown(slides, 'one');
  await presenter.waitForFunction(
    `document.getElementById('presenter').shadowRoot.querySelector('.record').textContent !== '0:00'`,
  );
  await presenter.click('#presenter >>> .record');
  await presenter.waitForFunction(
    `document.getElementById('presenter').shadowRoot.querySelector('.recording [role="status"]').textContent.includes('saved')`,
  );
  await slides.waitForFunction(`document.querySelector('.camera-corner') === null`);
  await waitFor(() => readdirSync(downloads).toSorted().join() === 'In-the-room.vtt,In-the-room.webm', 'the files');
  const captions = readFileSync(path.join(downloads, 'In-the-room.vtt'), 'utf8');
  expect(captions).toMatch(/^WEBVTT\n\n00:00:0\d\.\d{3} --> 00:00:0\d\.\d{3}\nFor my eyes only\.\n$/);
  const film = readFileSync(path.join(downloads, 'In-the-room.webm'));
  // Players can go to any place in it: it says how long it is, and has both tracks.
  const played = (await slides.evaluate(
    `new Promise((done) => { const film = document.createElement('video'); film.onloadedmetadata = () => done([film.duration, film.videoWidth > 0]); film.onerror = () => done(film.error.message); film.src = 'data:video/webm;base64,${film.toString('base64')}'; })`,
  )) as [number, boolean];
  expect(played).toEqual([expect.any(Number), true]);
  expect(played[0]).toBeGreaterThan(0.5);
  expect(played[0]).toBeLessThan(60);
  expect(film.includes('A_OPUS')).toBe(true);
});

test('a speaker who shares nothing gets a message', async () => {
  const talk = await giveTalk({ 'talk.md': ROOM_DECK });
  const presenter = await browser.newPage();
  await presenter.evaluateOnNewDocument(
    `navigator.mediaDevices.getDisplayMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))`,
  );
  await presenter.goto(`${talk.address}?presenter=&record`);
  await presenter.waitForSelector('html[data-ready]');
  await presenter.click('#presenter >>> .recording .begin button');
  await presenter.waitForFunction(
    `document.getElementById('presenter').shadowRoot.querySelector('.recording [role="status"]').textContent === 'The recording did not start: Permission denied'`,
  );
  expect(await inView(presenter, `root.querySelector('.record').dataset.on`)).toBe('false');
  await presenter.close();
});
