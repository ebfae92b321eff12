/**
 * Times a talk that is being given, with the published command line: from saving a file to the changed slide in a real
 * browser, beside a whole build of the same deck; from the command to the first slide; a room of followers, beside a bare
 * broadcast; and the server's memory over ten thousand changes of the slide. `BENCH_SAVES` sets how many saves are timed
 * (default 40).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { WebSocket, WebSocketServer } from 'ws';
import { chooseBrowser } from '../src/browser/find-browser.ts';
import { launchBrowser } from '../src/browser/launch-browser.ts';
import { browserPlaces } from '../src/cli/environment.ts';
import { writeBenchDeck } from './bench-deck.ts';

const root = path.join(import.meta.dirname, '..');
const work = path.join(root, '.bench');
const cli = path.join(root, 'lib', 'cli.js');
const saves = Number(process.env['BENCH_SAVES'] ?? 40);

const share = (numbers: number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? Number.NaN;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const line = (what: string, value: string): void => console.log(`${what.padEnd(60)} ${value.padStart(10)}`);
const ratio = (what: string, value: number): void => line(`  ${what}`, value.toFixed(2));

async function buildTime(deck: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const started = performance.now();
    const child = spawn(process.execPath, [cli, 'build', deck, '--to', 'html', '--out-dir', path.dirname(deck)]);
    await once(child, 'close');
    times.push(performance.now() - started);
  }
  return share(times, 0.5);
}

interface Talk {
  child: ChildProcess;
  address: string;
  invitations: string[];
}

function startTalk(deck: string, ...more: string[]): Promise<Talk> {
  const child = spawn(process.execPath, [cli, 'present', deck, '--no-open', '--port', '0', ...more]);
  let output = '';
  const wanted = 1 + more.filter((option) => option === '--share').length;
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      const found = output.match(/http:\/\/\S+/g) ?? [];
      if (found.length >= wanted) resolve({ child, address: found[0] ?? '', invitations: found.slice(1) });
    });
    child.on('close', () => reject(new Error(`the talk did not start: ${output}`)));
  });
}

async function endTalk({ child }: Talk): Promise<void> {
  child.kill('SIGINT');
  await once(child, 'close');
}

/** Resolves when the slide that is shown has a text, and the browser has drawn it. */
const seen = (page: Page, text: string): Promise<unknown> =>
  page.evaluate(`new Promise((done) => {
    const look = () => document.querySelector('section.slide.present')?.textContent.includes(${JSON.stringify(text)});
    const drawn = () => requestAnimationFrame(() => setTimeout(done));
    if (look()) return drawn();
    const observer = new MutationObserver(() => look() && (observer.disconnect(), drawn()));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  })`);

/** Saves a slide in the middle of a deck, again and again. @returns from saving to the slide in the browser, in ms */
async function saveTimes(browser: Browser, deck: string, slides: number, more: string[] = []): Promise<number[]> {
  const source = await readFile(deck, 'utf8');
  const talk = await startTalk(deck, ...more);
  const page = await browser.newPage();
  await page.goto(talk.address);
  await page.waitForSelector('html[data-connected="true"]');
  // Somewhere in the middle.
  const middle = `location.hash = '#/' + document.querySelectorAll('section.slide')[${Math.floor(slides / 2)}].id`;
  await page.evaluate(middle);
  const heading = (await page.evaluate(
    `new Promise((done) => setTimeout(() => done(document.querySelector('section.slide.present :is(h1,h2)').textContent.trim()), 300))`,
  )) as string;
  const times: number[] = [];
  for (let turn = 0; turn < saves + 5; turn += 1) {
    const mark = `Saved ${turn}.`;
    const shown = seen(page, mark);
    const text = source.replace(
      new RegExp(`^(#+ ${heading.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}.*)$`, 'm'),
      `$1\n\n${mark}`,
    );
    const started = performance.now();
    await writeFile(`${deck}~`, text);
    await rename(`${deck}~`, deck);
    await shown;
    // The first few are for the engine to get warm.
    if (turn >= 5) times.push(performance.now() - started);
  }
  await page.close();
  await endTalk(talk);
  await writeFile(deck, source);
  return times;
}

async function timeSaves(browser: Browser, slides: number): Promise<void> {
  const deck = await writeBenchDeck(path.join(work, `present-${slides}`), slides);
  const build = await buildTime(deck);
  const times = await saveTimes(browser, deck, slides);
  line(`html, ${slides} slides, whole process`, ms(build));
  line(`save → slide, ${slides} slides, median`, ms(share(times, 0.5)));
  line(`save → slide, ${slides} slides, p95`, ms(share(times, 0.95)));
  ratio('p95 / whole build', share(times, 0.95) / build);
}

/** Two plugins for content and one of reveal.js, in a config of the deck's folder. */
const CONFIG = `export default {
  remarkPlugins: ['remark-emoji'],
  rehypePlugins: ['rehype-external-links'],
  revealPlugins: [{ script: 'reveal.js-menu/menu.js' }],
};
`;

async function timePlugins(browser: Browser): Promise<void> {
  const slides = 100;
  const deck = await writeBenchDeck(path.join(work, `present-${slides}`), slides);
  const config = path.join(path.dirname(deck), 'plugins.config.js');
  await writeFile(config, CONFIG);
  const plain = share(await saveTimes(browser, deck, slides), 0.5);
  const plugins = share(await saveTimes(browser, deck, slides, ['--config', config]), 0.5);
  line(`save → slide, ${slides} slides, three plugins, median`, ms(plugins));
  ratio('with plugins / without', plugins / plain);
}

async function timeStart(browser: Browser): Promise<void> {
  const deck = await writeBenchDeck(path.join(work, 'present-100'), 100);
  const [opened, served]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 5; turn += 1) {
    let started = performance.now();
    await once(spawn(process.execPath, [cli, 'build', deck, '--to', 'html', '--out-dir', path.dirname(deck)]), 'close');
    let page = await browser.newPage();
    await page.goto(pathToFileURL(deck.replace(/md$/, 'html')).href);
    await page.waitForSelector('html[data-ready]');
    opened.push(performance.now() - started);
    await page.close();
    started = performance.now();
    const talk = await startTalk(deck);
    page = await browser.newPage();
    await page.goto(talk.address);
    await page.waitForSelector('html[data-ready]');
    served.push(performance.now() - started);
    await page.close();
    await endTalk(talk);
  }
  line('build and open, 100 slides', ms(share(opened, 0.5)));
  line('present → first slide, 100 slides', ms(share(served, 0.5)));
  ratio('present / build and open', share(served, 0.5) / share(opened, 0.5));
}

async function cookieOf(invitation: string): Promise<string> {
  const response = await fetch(invitation, { redirect: 'manual' });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function connect(
  address: string,
  options: { origin?: string; headers?: Record<string, string> },
): Promise<WebSocket> {
  const socket = new WebSocket(address, { perMessageDeflate: false, ...options });
  await once(socket, 'open');
  return socket;
}

/** Returns ms from a message until the last follower receives it. */
async function untilAll(sockets: readonly WebSocket[], send: () => void): Promise<number> {
  const started = performance.now();
  const heard = Promise.all(sockets.map((socket) => once(socket, 'message')));
  send();
  await heard;
  return performance.now() - started;
}

const talkMessage = (turn: number): string => {
  const place = { slide: `slide-${turn % 2}`, step: turn % 1000 };
  const talk = {
    at: place,
    shown: place,
    black: false,
    frozen: false,
    timer: { since: null, spent: 0 },
    changed: turn + 1,
  };
  return JSON.stringify({ type: 'talk', talk });
};

async function timeRoom(): Promise<void> {
  const deck = await writeBenchDeck(path.join(work, 'present-100'), 100);
  const talk = await startTalk(deck, '--share');
  const { host } = new URL(talk.address);
  const guest = async (view: string, invitation: string): Promise<() => Promise<WebSocket>> => {
    const { host: named } = new URL(invitation);
    const headers = { cookie: await cookieOf(invitation), origin: `http://${named}`, host: named };
    return () => connect(`ws://${host}/talk/${view}`, { headers });
  };
  const [lead, follow] = [await guest('slides', talk.address), await guest('follower', talk.invitations[0] ?? '')];
  const speaker = await lead();
  const followers = await Promise.all(Array.from({ length: 200 }, follow));
  const bare = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(bare, 'listening');
  bare.on('connection', (socket) =>
    socket.on('message', (data) => {
      for (const other of bare.clients) if (other !== socket) other.send(String(data));
    }),
  );
  const place = `ws://127.0.0.1:${(bare.address() as AddressInfo).port}`;
  const [source, ...others] = await Promise.all(Array.from({ length: 201 }, () => connect(place, {})));
  const [hub, plain]: [number[], number[]] = [[], []];
  for (let turn = 1; turn <= 100; turn += 1) {
    hub.push(await untilAll(followers, () => speaker.send(talkMessage(turn))));
    const shown = JSON.stringify({
      type: 'shown',
      shown: { slide: `slide-${turn % 2}`, step: turn % 1000 },
      black: false,
    });
    plain.push(await untilAll(others, () => source?.send(shown)));
  }
  line('200 followers: key → all, p95', ms(share(hub, 0.95)));
  line('200 sockets, bare broadcast, p95', ms(share(plain, 0.95)));
  ratio('followers / bare broadcast', share(hub, 0.95) / share(plain, 0.95));
  await timeMemory(talk, speaker, followers);
  for (const socket of [speaker, ...followers, ...others]) socket.terminate();
  source?.terminate();
  bare.close();
  await endTalk(talk);
}

async function timeMemory({ child }: Talk, speaker: WebSocket, followers: WebSocket[]): Promise<void> {
  const memory = (): number => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN) / 1024;
  };
  const after: number[] = [];
  for (let turn = 101; turn <= 10_100; turn += 1) {
    await untilAll(followers.slice(0, 1), () => speaker.send(talkMessage(turn)));
    // Nobody turns slides faster than the server takes messages.
    if (turn % 200 === 0) await new Promise((resolve) => setTimeout(resolve, 1100));
    if (turn % 1000 === 100) after.push(memory());
  }
  line(
    'memory after 1,000 and 10,000 slides, 200 followers',
    `${after[0]?.toFixed(0)} → ${after.at(-1)?.toFixed(0)} MB`,
  );
}

await mkdir(work, { recursive: true });
const browser = await launchBrowser(() => chooseBrowser(browserPlaces()));
try {
  for (const slides of [100, 500]) await timeSaves(browser, slides);
  await timePlugins(browser);
  await timeStart(browser);
  await timeRoom();
} finally {
  await browser.close();
}
