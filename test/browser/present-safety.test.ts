import { symlinkSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { connect, get, expectServing, rawRequest } from '../support/talk-client.ts';
import { giveTalk } from '../support/talk.ts';
import { project } from '../support/cli.ts';

const SECRET = 'TOP-SECRET';
const files = {
  'talk.md': '## One\n\n![A dot](dot.svg)\n\n:::notes\nsay it\n:::\n',
  'dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/></svg>',
  'private.txt': SECRET,
};
const DOT = /\/assets\/[0-9a-f]+\.svg/;

const NOWHERE = [
  '/private.txt',
  '/../private.txt',
  '/assets/../private.txt',
  '/%2e%2e/private.txt',
  '/assets/%2e%2e%2fprivate.txt',
  '/%252e%252e%252fprivate.txt',
  '/assets/..%5c..%5cprivate.txt',
  String.raw`/assets/..\..\private.txt`,
  '/assets/private.txt%00.svg',
  '/talk.md',
  '/dot.svg',
  '/link.txt',
  '//etc/passwd',
  '/etc/passwd',
  '/assets/',
  '/assets',
  '/C:/Windows/win.ini',
  'http://example.org/',
  '*',
  '/__proto__',
  '/constructor',
  '/join/speaker/',
  '/join/__proto__/x',
  `/${'a'.repeat(10_000)}`,
];

test('nothing lies at any other path', async () => {
  const talk = await giveTalk(files);
  symlinkSync(path.join(talk.folder, 'private.txt'), path.join(talk.folder, 'link.txt'));
  for (const raw of NOWHERE) {
    const { status, body } = await get(talk.address, raw);
    expect({ raw, status, leaks: /TOP-SECRET|root:/.test(body) }).toEqual({
      raw,
      status: expect.toBeOneOf([400, 404]),
      leaks: false,
    });
  }
});

test('a deck gets no file from outside of its project, by a link or by name', async () => {
  const outside = project({ 'secret.svg': files['dot.svg'].replace('<circle', `<desc>${SECRET}</desc><circle`) });
  const talk = await giveTalk({ ...files, 'talk.md': '## One\n' });
  symlinkSync(path.join(outside, 'secret.svg'), path.join(talk.folder, 'linked.svg'));
  await talk.save('talk.md', `## One\n\n![A](linked.svg)\n\n![B](${path.join(outside, 'secret.svg')})\n`);
  expect(talk.news.at(-1)?.faults.join()).toContain('outside the project');
  const { body } = await get(talk.address, '/');
  for (const [address = ''] of body.matchAll(/\/assets\/[\w.-]+/g))
    expect((await get(talk.address, address)).body).not.toContain(SECRET);
});

describe('what is served', () => {
  test('says what it is, and who may use it', async () => {
    const talk = await giveTalk(files);
    const { headers, body } = await get(talk.address, '/');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': `frame-ancestors 'none'`,
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(body).toContain(`connect-src 'self'`);
  });

  test('runs nothing, but for the pages themselves', async () => {
    const script = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>';
    const talk = await giveTalk({
      ...files,
      'talk.md': `---\nstyle: mine.css\n---\n\n${files['talk.md']}`,
      'mine.css': '.slide { background: url(evil.svg); }\n',
      'evil.svg': script,
    });
    const { body } = await get(talk.address, '/');
    const [sheet = ''] = /\/style-\w+\.css/.exec(body) ?? [];
    const css = await get(talk.address, sheet);
    const [picture = ''] = /\/assets\/[\w-]+\.svg/.exec(css.body) ?? [];
    for (const raw of [DOT.exec(body)?.[0] ?? '', picture, sheet, '/gone', '/still.webm']) {
      const { headers } = await get(talk.address, raw);
      const policy = String(headers['content-security-policy']);
      expect({ raw, policy }).toEqual({ raw, policy: expect.stringMatching(/^default-src 'none'.*; sandbox$/) });
      expect(policy).not.toContain('script-src');
    }
    expect(await get(talk.address, picture)).toMatchObject({ status: 200, body: script });
  });

  test('comes in the parts that were asked for', async () => {
    const talk = await giveTalk(files);
    const dot = DOT.exec((await get(talk.address, '/')).body)?.[0] ?? '';
    const whole = files['dot.svg'];
    const cases: [string, number, string][] = [
      ['bytes=0-3', 206, '<svg'],
      ['bytes=5-9', 206, whole.slice(5, 10)],
      ['bytes=-6', 206, '</svg>'],
      ['bytes=90-', 206, whole.slice(90)],
      ['bytes=0-999999', 206, whole],
      ['bytes=-999999', 206, whole],
      ['bytes=999999-', 416, ''],
      ['bytes=9-3', 416, ''],
      ['bytes=0-1,3-4', 200, whole],
      ['bytes=-', 200, whole],
      ['bytes=a-b', 200, whole],
      ['lines=0-3', 200, whole],
      [`bytes=${'9'.repeat(400)}-`, 416, ''],
    ];
    for (const [range, status, body] of cases) {
      const got = await get(talk.address, dot, { range });
      expect({ range, status: got.status, body: got.body }).toEqual({ range, status, body });
    }
  });

  test('is only read', async () => {
    const talk = await giveTalk(files);
    const { host } = new URL(talk.address);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
      expect(await rawRequest(talk, `${method} / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n`)).toMatch(
        /^HTTP\/1\.1 405 /,
      );
    const head = await rawRequest(talk, `HEAD / HTTP/1.1\r\nHost: ${host}\r\n`);
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(head).not.toContain('<html');
    for (const line of ['CONNECT evil.example:443 HTTP/1.1', 'TRACE / HTTP/1.1', 'GET / HTTP/9.9', 'nonsense'])
      expect(await rawRequest(talk, `${line}\r\nHost: ${host}\r\n`)).not.toMatch(/^HTTP\/1\.1 200 /);
    await expectServing(talk);
  });
});

describe('pages of others', () => {
  test('cannot come by any other name', async () => {
    const talk = await giveTalk(files);
    const { port } = new URL(talk.address);
    const ours = [`127.0.0.1:${port}`, `localhost:${port}`, `LocalHost:${port}`, `[::1]:${port}`];
    const others = [
      '',
      'evil.example',
      `evil.example:${port}`,
      'evil.example:80',
      `127.0.0.1.nip.io:${port}`,
      `localhost.evil.example:${port}`,
      `127.0.0.1:${port}.evil.example`,
      `127.0.0.1:${port}@evil.example`,
      `user@127.0.0.1:${port}`,
      `127.0.0.1.:${port}`,
      `127.1:${port}`,
      `2130706433:${port}`,
      `0.0.0.0:${port}`,
      `[::]:${port}`,
      '127.0.0.1',
      'localhost',
      'localhost:1',
      `localhost:${port}0`,
      `localhost:-${port}`,
      `localhost: ${port}`,
    ];
    const ask = (host: string): Promise<string> => rawRequest(talk, `GET / HTTP/1.1\r\nHost: ${host}\r\n`);
    for (const host of ours) expect(await ask(host)).toContain('say it');
    for (const host of others) {
      const got = await ask(host);
      expect({ host, status: Number(got.slice(9, 12)), leaks: got.includes('say it') }).toEqual({
        host,
        status: expect.toBeOneOf([400, 403]),
        leaks: false,
      });
    }
    const none = [
      'GET / HTTP/1.1\r\n',
      'GET / HTTP/1.0\r\n',
      `GET / HTTP/1.1\r\nHost: ${ours[0]}\r\nHost: evil.example\r\n`,
    ];
    for (const request of none) expect((await rawRequest(talk, request)).includes('say it')).toBe(false);
  });

  test('cannot connect', async () => {
    const talk = await giveTalk(files);
    const { port } = new URL(talk.address);
    const origins = [
      'https://evil.example',
      'null',
      '',
      'http://127.0.0.1:1',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
      `http://localhost:${port}`,
      `http://127.0.0.1:${port}/`,
      'file://',
    ];
    for (const origin of origins) await expect(connect(talk, 'slides', { origin })).rejects.toThrow('403');
    for (const view of ['remote', 'follower', 'speaker', '..', 'slides/..', '__proto__', ''])
      await expect(connect(talk, view)).rejects.toThrow(/403|404|400/);
    await expectServing(talk);
  });
});

test('a port in use is reported', async () => {
  const taken = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as net.AddressInfo;
  try {
    await expect(giveTalk(files, { port })).rejects.toThrow(`127.0.0.1:${port}`);
  } finally {
    taken.close();
  }
});
