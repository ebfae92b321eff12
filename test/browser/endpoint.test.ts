import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { build, type BuildOptions, type BuildReport } from '../../src/app/build.ts';
import { check } from '../../src/app/check.ts';
import { chooseBrowser, type BrowserPlaces } from '../../src/browser/find-browser.ts';
import { SAME_BYTES } from '../../src/browser/launch-browser.ts';
import { lectern, project } from '../support/cli.ts';
import { places } from '../support/browser.ts';

const DECK = `---
title: Somewhere else
---

## Words and $e^{i\\pi}$

A [link](#photo), a list:

- one
- two

:::notes
Notes.
:::

## Photo

![A field](photo.png)
`;

let browser: Browser;
/** Address of a browser that somebody else started. */
let url: string;

beforeAll(async () => {
  const { path: executablePath, env } = await chooseBrowser(places);
  const args = [...SAME_BYTES, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  browser = await puppeteer.launch({ executablePath, env: { ...process.env, ...env }, args, headless: true });
  url = browser.wsEndpoint();
});
afterAll(() => browser.close());

async function deckFolder(): Promise<string> {
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
  const photo = sharp({ create: { width: 1600, height: 900, channels: 3, background: '#888', noise } }).png();
  return project({ 'talk.md': DECK, 'photo.png': await photo.toBuffer() });
}

function at(endpoint: string, timeoutMs = 20_000): BrowserPlaces {
  return { ...places, endpoint: { url: endpoint, by: '--browser-url', timeoutMs } };
}

/** Everything that a build wrote, by name. */
function written(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => [
      path.relative(folder, path.join(parentPath, name)),
      readFileSync(path.join(parentPath, name)).toString('base64'),
    ]),
  );
}

test('a browser behind an address finds the same faults, and makes the same slides of one', async () => {
  const points = Array.from({ length: 20 }, (_, index) => `- Point ${index}`).join('\n');
  const grey = '## On a photo {background=photo.png}\n\n<p style="color:#777">Grey on grey</p>\n';
  const cwd = await deckFolder();
  writeFileSync(path.join(cwd, 'faulty.md'), `## Many {paginate}\n\n${points}\n\n${grey}`);
  const [here, there] = await Promise.all(
    [places, at(url)].map(async (browser) => (await check({ decks: ['faulty.md'], cwd, browser })).decks[0]),
  );
  expect(there?.error).toBeUndefined();
  expect(there?.slides).toBe(4);
  expect(there?.file.messages.map(String)).toEqual(here?.file.messages.map(String));
  expect(there?.file.messages.map(({ ruleId }) => ruleId)).toContain('contrast');
});

test.each(['ws', 'http'])('a browser behind a %s address gives the same bytes', async (protocol) => {
  const cwd = await deckFolder();
  const endpoint = protocol === 'ws' ? url : `http://${new URL(url).host}`;
  const options: BuildOptions = { decks: ['talk.md'], to: ['pdf', 'handout', 'png'], cwd };
  const here = await build({ ...options, outDir: 'here', browser: places });
  const there = await build({ ...options, outDir: 'there', browser: at(endpoint) });
  expect([here.ok, there.ok]).toEqual([true, true]);
  const [a, b] = [written(path.join(cwd, 'here')), written(path.join(cwd, 'there'))];
  expect([...b.keys()]).toEqual([
    'talk.handout.pdf',
    'talk.pdf',
    'talk.png/001.png',
    'talk.png/002.png',
    'talk.png/003.png',
  ]);
  expect([...a].filter(([name, bytes]) => b.get(name) !== bytes).map(([name]) => name)).toEqual([]);
  // What was opened there is closed again, and the browser goes on.
  expect(browser.connected).toBe(true);
  expect((await browser.targets()).filter((target) => target.type() === 'page').length).toBeLessThanOrEqual(1);
});

/** Stands between Lectern and the browser; `serve` gets each connection in turn. */
async function between(serve: (client: Socket, count: number) => void): Promise<string> {
  let count = 0;
  const open = new Set<Socket>();
  const server: Server = createServer((client) => {
    open.add(client);
    client.on('error', () => {});
    serve(client, (count += 1));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(url).pathname}`;
}

/** Passes a connection on; `after` that many bytes of the answer it ends, or nothing more comes. */
function passOn(client: Socket, after = Number.POSITIVE_INFINITY, how: 'end' | 'hang' = 'end'): void {
  const real = connect(Number(new URL(url).port), '127.0.0.1');
  let passed = 0;
  client.on('data', (data) => real.write(data));
  client.on('close', () => real.destroy());
  real.on('close', () => client.destroy());
  real.on('error', () => client.destroy());
  real.on('data', (data) => {
    passed += data.length;
    if (passed <= after) client.write(data);
    else if (how === 'end') client.destroy();
  });
}

async function buildAt(
  endpoint: string,
  options: Partial<BuildOptions> = {},
): Promise<BuildReport & { files: string[] }> {
  const cwd = await deckFolder();
  writeFileSync(path.join(cwd, 'other.md'), '## Other\n\ntext\n');
  const decks = ['talk.md', 'other.md'];
  const report = await build({ decks, to: ['html', 'pdf'], cwd, browser: at(endpoint, 700), timeout: 3, ...options });
  return { ...report, files: [...written(path.join(cwd, 'dist')).keys()].toSorted() };
}

const ALL = ['other.html', 'other.pdf', 'talk.html', 'talk.pdf'];

describe('an endpoint that fails once', () => {
  test.each([
    ['when it is called', 0],
    ['while it gets its document', 6000],
    ['while it sends the file', 40_000],
  ])('%s costs another try', async (_, after) => {
    let calls = 0;
    const endpoint = await between((client, count) => {
      calls = count;
      passOn(client, count === 1 ? after : undefined);
    });
    const { ok, files } = await buildAt(endpoint);
    expect({ ok, files }).toEqual({ ok: true, files: ALL });
    expect(calls).toBe(2);
  });

  test('by saying nothing any more', async () => {
    const endpoint = await between((client, count) => passOn(client, count === 1 ? 20_000 : undefined, 'hang'));
    const { ok, files } = await buildAt(endpoint);
    expect({ ok, files }).toEqual({ ok: true, files: ALL });
  });
});

describe('an endpoint that always fails leaves the other outputs alone', () => {
  test.each<[string, (client: Socket) => void]>([
    ['it closes', (client) => client.destroy()],
    ['it hangs', () => {}],
    ['it speaks another language', (client) => client.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n')],
    ['it breaks off in the middle', (client) => passOn(client, 20_000)],
  ])('%s', async (_, serve) => {
    const { ok, files, decks } = await buildAt(await between(serve));
    expect({ ok, files }).toEqual({ ok: false, files: ['other.html', 'talk.html'] });
    for (const { error } of decks) expect(error?.code).toBe('BROWSER_FAILED');
  });

  test('nobody is there', async () => {
    const cwd = await deckFolder();
    const args = ['build', 'talk.md', '--browser-url', 'ws://127.0.0.1:9/x'];
    const { code, stdout, stderr } = await lectern(args, { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('talk.md → dist/talk.html (3 slides)\n');
    expect(stderr).toMatch(
      /cannot connect to the browser at ws:\/\/127\.0\.0\.1:9\/x \(set by --browser-url\)\. Start it, correct/,
    );
  });

  test('an address that is none', async () => {
    const { code, stderr } = await lectern(['build', 'x.md', '--browser-url', 'browser:9222'], { cwd: project() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/--browser-url is “browser:9222”, expected the address of a browser\. Write it as/);
  });
});
