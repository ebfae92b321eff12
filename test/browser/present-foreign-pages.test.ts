import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { places, useBrowser } from '../support/browser.ts';
import { project } from '../support/cli.ts';
import { untilShown } from '../support/presenter.ts';
import { giveTalk, openTalk } from '../support/talk.ts';

const browser = useBrowser();
const DECK = '## One\n\nfirst\n\n:::notes\nsay it\n:::\n\n## Two\n\nsecond\n';

/** A page of another site, on this computer. */
async function foreignPage(html = '<!doctype html><title>Evil</title>'): Promise<string> {
  const server = http.createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(html);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** What pages of others say to slides, in the words of reveal.js and in those of Lectern. */
function orders(): unknown[] {
  const place = { slide: 'two', step: 0 };
  const timer = { since: null, spent: 0 };
  const talk = { at: place, shown: place, black: true, frozen: false, timer, changed: 9e15 };
  const calls = [
    ...['next', 'right', 'down', 'togglePause', 'toggleOverview', 'getSlideNotes'].map((method) => ({ method })),
    { method: 'slide', args: [1] },
    { method: 'configure', args: [{ keyboard: false }] },
    { method: 'setState', args: [{ indexh: 1 }] },
  ];
  return [
    ...calls,
    ...calls.map((call) => JSON.stringify(call)),
    { type: 'talk', talk },
    { lectern: '', message: { type: 'talk', talk } },
    { lectern: null, alive: true, message: { type: 'hello', talk } },
    null,
    'text',
    12,
  ];
}

/** Waits until the page has had all messages, and every answer to them. */
const answered = (page: Page): Promise<unknown> =>
  page.evaluate(`new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done))))`);

test('slides do what no other page says, be it that it has opened them or that it shows them', async () => {
  const folder = project({ 'talk.md': DECK });
  await build({ decks: ['talk.md'], to: ['html'], outDir: folder, cwd: folder, browser: places });
  const deck = readFileSync(path.join(folder, 'talk.html'), 'utf8');
  const own = await foreignPage(deck);
  const page = await browser().newPage();
  onTestFinished(() => page.close());
  await page.goto(await foreignPage());
  const opening = browser().waitForTarget((target) => target.url().startsWith(own));
  await page.evaluate(`(async () => {
    globalThis.answers = [];
    addEventListener('message', ({ data }) => answers.push(data));
    const frame = document.createElement('iframe');
    frame.src = ${JSON.stringify(own)};
    document.body.append(frame);
    globalThis.slides = [window.open(${JSON.stringify(own)}), frame.contentWindow];
  })()`);
  const opened = await (await opening).page();
  if (!opened) throw new Error('the slides were not opened');
  onTestFinished(() => opened.close());
  const framed = await page.waitForFrame((frame) => frame.url().startsWith(own));
  for (const place of [opened, framed]) {
    await place.waitForSelector('html[data-ready]');
    await place.evaluate(`globalThis.heard = 0; addEventListener('message', () => { heard += 1; })`);
  }
  const all = orders();
  await page.evaluate(
    `for (const place of slides) for (const message of ${JSON.stringify(all)}) place.postMessage(message, '*')`,
  );
  for (const place of [opened, framed]) {
    await place.waitForFunction(`heard >= ${all.length}`);
    expect(await place.evaluate(`document.querySelector('section.slide.present').id`)).toBe('one');
    expect(await place.evaluate(`document.querySelector('.reveal').className`)).not.toMatch(/paused|overview/);
  }
  await answered(page);
  expect(await page.evaluate(`answers`)).toEqual([]);
  await opened.bringToFront();
  await opened.keyboard.press('ArrowRight');
  await untilShown(opened, 'two');
});

test('a page that opens a live talk loses hold of it', async () => {
  const talk = await giveTalk({ 'talk.md': DECK });
  const page = await browser().newPage();
  onTestFinished(() => page.close());
  await page.goto(await foreignPage());
  const opening = browser().waitForTarget((target) => target.url().startsWith(talk.address));
  await page.evaluate(`void (globalThis.slides = window.open(${JSON.stringify(talk.address)}))`);
  const deck = await (await opening).page();
  onTestFinished(async () => void (await deck?.close()));
  await deck?.waitForSelector('html[data-ready][data-connected="true"]');
  expect(await page.evaluate(`slides.closed`)).toBe(true);
  expect(await deck?.evaluate(`opener`)).toBe(null);
});

test('a page of another site reads and connects to nothing', async () => {
  const talk = await giveTalk({ 'talk.md': DECK });
  const page = await browser().newPage();
  onTestFinished(() => page.close());
  await page.goto(await foreignPage());
  const { host, origin } = new URL(talk.address);
  const tried = (await page.evaluate(`(async () => {
    const read = await fetch(${JSON.stringify(talk.address)}).then((answer) => answer.text()).catch(() => 'refused');
    const socket = new WebSocket('ws://${host}/talk/slides');
    const connected = await new Promise((done) => { socket.onopen = () => done('open'); socket.onerror = () => done('refused'); });
    const frame = document.createElement('iframe');
    frame.src = ${JSON.stringify(talk.address)};
    document.body.append(frame);
    await new Promise((done) => { frame.onload = done; });
    let framed = 'refused';
    try { framed = frame.contentDocument?.body.innerText ?? 'refused'; } catch {}
    // Ten wrong invitations, as any page can send them.
    for (let turn = 0; turn < 12; turn += 1) new Image().src = '${origin}/join/speaker/wrong' + turn;
    return [read, connected, framed];
  })()`)) as string[];
  expect(tried).toEqual(['refused', 'refused', 'refused']);
  const deck = await openTalk(browser(), talk.address);
  await deck.keyboard.press('ArrowRight');
  await untilShown(deck, 'two');
});
