import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { accept, connect, get, goesOn, talkAt } from '../support/talk-client.ts';
import { giveTalk, waitFor } from '../support/talk.ts';
import { project } from '../support/cli.ts';

const SECRET = 'TOP-SECRET';
const files = {
  'talk.md': '## One\n\n![A dot](dot.svg)\n\n:::notes\nsay it\n:::\n',
  'dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/></svg>',
  'private.txt': SECRET,
};

test.each([
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
  `/${'a'.repeat(10_000)}`,
])('nothing lies at %s', async (raw) => {
  const talk = await giveTalk(files);
  symlinkSync(path.join(talk.folder, 'private.txt'), path.join(talk.folder, 'link.txt'));
  const { status, body } = await get(talk.address, raw);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain(SECRET);
  expect(body).not.toContain('root:');
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

test('what is served says what it is, and who may use it', async () => {
  const talk = await giveTalk(files);
  const { headers, body } = await get(talk.address, '/');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': `frame-ancestors 'none'`,
  });
  expect(body).toContain(`connect-src 'self'`);
  const dot = await get(talk.address, /\/assets\/[0-9a-f]+\.svg/.exec(body)?.[0] ?? '');
  expect(dot.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'x-content-type-options': 'nosniff' });
  const part = await get(talk.address, /\/assets\/[0-9a-f]+\.svg/.exec(body)?.[0] ?? '', { range: 'bytes=0-3' });
  expect([part.status, part.body]).toEqual([206, '<svg']);
  expect((await fetch(talk.address, { method: 'POST' })).status).toBe(405);
});

describe('pages of others', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1.nip.io', 'localhost:1'])(
    'cannot come by the name “%s”',
    async (host) => {
      const talk = await giveTalk(files);
      const { status, body } = await get(talk.address, '/', { host });
      expect([400, 403]).toContain(status);
      expect(body).not.toContain('say it');
    },
  );

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('cannot connect from %s', async (origin) => {
    const talk = await giveTalk(files);
    await expect(connect(talk, 'slides', { origin })).rejects.toThrow('403');
    await goesOn(talk);
  });

  test('cannot connect to what there is not', async () => {
    const talk = await giveTalk(files);
    for (const view of ['remote', 'follower', 'speaker', '..', 'slides/..'])
      await expect(connect(talk, view)).rejects.toThrow('403');
  });
});

describe('a talk that others can reach', () => {
  const open = { host: '0.0.0.0' as const, share: true, remote: true };

  test('needs an invitation for everything', async () => {
    const talk = await giveTalk(files, open);
    for (const raw of ['/', '/remote', '/follow', '/assets/x.svg'])
      expect((await get(talk.address, raw)).status).toBe(401);
    await expect(connect(talk)).rejects.toThrow('403');
    const cookie = await accept(talk.address);
    expect((await get(talk.address, '/', { cookie })).status).toBe(200);
    await connect(talk, 'slides', { cookie });
    expect((await get(talk.address, '/', { cookie: cookie.replace(/.$/, '') })).status).toBe(401);
  });

  test('an invitation to follow is none to lead', async () => {
    const talk = await giveTalk(files, open);
    const cookie = await accept(talk.share ?? '');
    expect((await get(talk.address, '/follow', { cookie })).body).not.toContain('say it');
    for (const raw of ['/', '/remote', '/?presenter=x'])
      expect((await get(talk.address, raw, { cookie })).status).toBe(401);
    for (const view of ['slides', 'remote']) await expect(connect(talk, view, { cookie })).rejects.toThrow('403');
    const stolen = cookie.replace('follower', 'speaker');
    expect((await get(talk.address, '/', { cookie: stolen })).status).toBe(401);
    const follower = await connect(talk, 'follower', { cookie });
    const speaker = await connect(talk, 'slides', { cookie: await accept(talk.address) });
    follower.socket.send(JSON.stringify({ type: 'hello', version: '', talk: talkAt('evil') }));
    follower.socket.send(JSON.stringify({ type: 'talk', talk: talkAt('evil') }));
    follower.socket.send(JSON.stringify({ type: 'pointer', point: [1, 2] }));
    speaker.socket.send(JSON.stringify({ type: 'hello', version: '' }));
    await waitFor(() => speaker.heard.length >= 2, 'the greeting');
    expect(speaker.heard.join()).not.toMatch(/evil|pointer/);
    expect(follower.heard.join()).not.toContain('say it');
  });

  test('whoever guesses is not listened to for long', async () => {
    const talk = await giveTalk(files, open);
    const guesses = [];
    for (let turn = 0; turn < 12; turn += 1)
      guesses.push((await get(talk.address, `/join/speaker/guess${turn}`)).status);
    expect(guesses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    // Who has the right one does not suffer for it, and has used it up.
    const { pathname } = new URL(talk.address);
    expect((await get(talk.address, pathname)).status).toBe(303);
    expect((await get(talk.address, pathname)).status).toBe(429);
  });
});

describe('noise', () => {
  test('ten thousand messages that make no sense close their connection, and no other', async () => {
    const talk = await giveTalk(files);
    const noisy = await connect(talk);
    const junk = [
      '{',
      '[]',
      'null',
      '{"type":"talk"}',
      '{"type":"talk","talk":{"at":{"slide":1}}}',
      '"\\u0000"',
      '{"type":"__proto__"}',
    ];
    for (let turn = 0; turn < 10_000; turn += 1) noisy.socket.send(junk[turn % junk.length] ?? '');
    expect(await noisy.closed).toBe(1008);
    await goesOn(talk);
  });

  test('a message of 100 MB is not taken', async () => {
    const talk = await giveTalk(files);
    const loud = await connect(talk);
    loud.socket.on('error', () => {});
    loud.socket.send(Buffer.alloc(100_000_000, 0x20));
    expect([1006, 1009]).toContain(await loud.closed);
    await goesOn(talk);
  });

  test('a place in the far future does not have the last word', async () => {
    const talk = await giveTalk(files);
    const [liar, other] = [await connect(talk), await connect(talk)];
    liar.socket.send(JSON.stringify({ type: 'talk', talk: talkAt('never', Date.now() + 86_400_000) }));
    await goesOn(talk);
    expect(other.heard.join()).not.toContain('never');
  });

  test('drawings are drawings', async () => {
    const talk = await giveTalk(files);
    const [one, other] = [await connect(talk), await connect(talk)];
    const drawing = (colour: string) => ({
      type: 'drawing',
      slide: 'one',
      drawing: { changed: 1, strokes: [{ colour, points: [1, 2] }] },
    });
    one.socket.send(JSON.stringify(drawing('url(javascript:alert(1))')));
    one.socket.send(JSON.stringify(drawing('#ff0000')));
    await waitFor(() => other.heard.length > 0, 'the drawing');
    expect(other.heard.join()).toContain('#ff0000');
    expect(other.heard.join()).not.toContain('javascript');
  });

  test('whoever sends a request a letter at a time is sent away, and others are served meanwhile', async () => {
    const talk = await giveTalk(files);
    const { hostname, port } = new URL(talk.address);
    const slow = Array.from({ length: 100 }, () =>
      net.connect(Number(port), hostname, function start(this: net.Socket) {
        this.write('GET / HTTP/1.1\r\nHost: ');
      }),
    );
    for (const socket of slow) socket.on('error', () => {});
    onTestFinished(() => slow.forEach((socket) => socket.destroy()));
    await goesOn(talk);
    expect((await get(talk.address, '/')).status).toBe(200);
    await Promise.all(slow.map((socket) => once(socket.resume(), 'close')));
  });
});

test('a port that is taken is told', async () => {
  const talk = await giveTalk(files);
  const port = Number(new URL(talk.address).port);
  await expect(giveTalk(files, { port })).rejects.toThrow(
    `nobody can listen at 127.0.0.1:${port}: something else is served there`,
  );
});
