import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { build, type DeckReport } from '../../src/app/build.ts';
import { isPublicAddress } from '../../src/files/public-addresses.ts';
import { project } from '../support/cli.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

interface Server {
  address: string;
  asked: string[];
}

async function serve(listener: RequestListener): Promise<Server> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const LOOPBACK = { mayConnect: (address: string): boolean => address === '127.0.0.1' };

async function buildIn(cwd: string, fetch: Parameters<typeof build>[0]['fetch'] = LOOPBACK): Promise<DeckReport> {
  const browser = { named: undefined, cacheFolder: path.join(cwd, 'cache'), home: cwd, searchPath: [] };
  const { decks } = await build({ decks: ['talk.md'], to: ['html'], cwd, browser, fetch });
  const [deck] = decks;
  if (!deck) throw new Error('there is no deck');
  return deck;
}

const messages = ({ file }: DeckReport): string => file.messages.map(({ reason }) => reason).join('\n');
const html = (cwd: string): string => readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
const FOLDER = '.lectern/web';

describe('pictures of the web', () => {
  test('are placeholders, and nobody is asked', async () => {
    const server = await serve((_, response) => response.end(PNG));
    const cwd = project({ 'talk.md': `## A\n\n![Logo](${server.address}/a.png)\n` });
    const deck = await buildIn(cwd, false);
    expect(messages(deck)).toContain('or fetch it once with --fetch');
    expect(html(cwd)).toContain('a deck loads nothing from the web');
    expect([server.asked, readdirSync(cwd).includes('.lectern')]).toEqual([[], false]);
  });

  test('are fetched once, and shown from the project afterwards', async () => {
    const server = await serve(({ url = '' }, response) => {
      if (url === '/old') response.writeHead(302, { location: '/new?size=2' }).end();
      else response.end(url.startsWith('/b') ? SVG : PNG);
    });
    const deck = `## A\n\n![One](${server.address}/old#x)\n\n![Two](${server.address}/b)\n\n## B {background=${server.address}/old}\n`;
    const cwd = project({ 'talk.md': deck });
    expect(messages(await buildIn(cwd))).toBe('');
    expect(server.asked.toSorted()).toEqual(['/b', '/new?size=2', '/old']);
    const first = html(cwd);
    expect(first).toContain(PNG.toString('base64'));
    expect(
      readdirSync(path.join(cwd, FOLDER))
        .map((name) => path.extname(name))
        .toSorted(),
    ).toEqual(['.json', '.png', '.svg']);
    expect(JSON.parse(readFileSync(path.join(cwd, FOLDER, 'addresses.json'), 'utf8'))).toEqual({
      [`${server.address}/b`]: expect.stringMatching(/^[0-9a-f]{16}\.svg$/),
      [`${server.address}/old`]: expect.stringMatching(/^[0-9a-f]{16}\.png$/),
    });
    expect(messages(await buildIn(cwd, false))).toBe('');
    expect(html(cwd)).toBe(first);
    expect(server.asked).toHaveLength(3);
  });

  test('that were changed in the project are not shown', async () => {
    const server = await serve((_, response) => response.end(PNG));
    const cwd = project({ 'talk.md': `## A\n\n![](${server.address}/a)\n` });
    await buildIn(cwd);
    const name = readdirSync(path.join(cwd, FOLDER)).find((file) => file.endsWith('.png')) ?? '';
    writeFileSync(path.join(cwd, FOLDER, name), Buffer.concat([PNG, Buffer.from('more')]));
    expect(messages(await buildIn(cwd, false))).toContain('loads nothing from the web');
    writeFileSync(
      path.join(cwd, FOLDER, 'addresses.json'),
      JSON.stringify({ [`${server.address}/a`]: '../../talk.md' }),
    );
    expect(messages(await buildIn(cwd, false))).toContain('loads nothing from the web');
  });

  test.each<[string, RequestListener, RegExp]>([
    ['no picture', (_, response) => response.end('<!doctype html><title>no</title>'), /does not return an image/],
    ['an error', (_, response) => response.writeHead(404).end(), /the server answers 404/],
    [
      'nothing but other addresses',
      ({ url }, response) => response.writeHead(302, { location: `${url}x` }).end(),
      /more than 5 times/,
    ],
    ['a file', (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(), /leads to file:/],
    [
      'an address inside',
      (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
      /not one of the public web/,
    ],
    ['too much', (_, response) => response.writeHead(200, { 'content-length': '30000000' }).end(), /larger than 20 MB/],
    [
      'too much, without a word',
      (_, response) => {
        const piece = Buffer.alloc(1_000_000, PNG);
        const more = (): void => void (response.destroyed || response.write(piece, more));
        more();
      },
      /larger than 20 MB/,
    ],
  ])('are placeholders where the server answers %s', async (_, listener, says) => {
    const server = await serve(listener);
    const cwd = project({ 'talk.md': `## A\n\n![](${server.address}/a)\n` });
    const deck = await buildIn(cwd);
    expect(messages(deck)).toMatch(says);
    expect(deck.outputs).toHaveLength(1);
    expect(readdirSync(cwd)).not.toContain('.lectern');
  });

  test('inside of networks are not asked for', async () => {
    const server = await serve((_, response) => response.end(PNG));
    const port = new URL(server.address).port;
    const hosts = [
      '127.0.0.1',
      'localhost',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
      'u:p@127.0.0.1',
    ];
    const cwd = project({
      'talk.md': `## A\n\n${hosts.map((host) => `![](http://${host}:${port}/a)`).join('\n\n')}\n`,
    });
    const deck = await buildIn(cwd, true);
    expect(deck.file.messages.map(({ ruleId }) => ruleId)).toEqual(hosts.map(() => 'file-remote'));
    expect(messages(deck).match(/cannot be fetched|not a web address/g)).toHaveLength(hosts.length);
    expect(server.asked).toEqual([]);
  });

  test('are not fetched for decks of others, and not written outside of the project', async () => {
    const server = await serve((_, response) => response.end(PNG));
    const cwd = project({ 'talk.md': `## A\n\n![](${server.address}/a)\n` });
    await expect(build({ decks: ['talk.md'], cwd, fetch: true, untrusted: true })).rejects.toMatchObject({
      code: 'USAGE',
    });
    const outside = project();
    mkdirSync(path.join(cwd, '.lectern'));
    symlinkSync(outside, path.join(cwd, FOLDER));
    expect(messages(await buildIn(cwd))).toContain('outside the project');
    expect(readdirSync(outside)).toEqual([]);
  });
});

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['100.100.0.1', false],
  ['169.254.169.254', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['2002:7f00:1::', false],
  ['example.org', false],
])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
