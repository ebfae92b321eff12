import { once } from 'node:events';
import net from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connect, get, expectServing, talkAt } from '../support/talk-client.ts';
import { giveTalk, waitFor } from '../support/talk.ts';

const files = { 'talk.md': '## One\n\nfirst\n' };

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
    await expectServing(talk);
  });

  test('a message of 100 MB is not taken', async () => {
    const talk = await giveTalk(files);
    const loud = await connect(talk);
    loud.socket.on('error', () => {});
    loud.socket.send(Buffer.alloc(100_000_000, 0x20));
    expect([1006, 1009]).toContain(await loud.closed);
    await expectServing(talk);
  });

  test('a place in the far future does not take precedence', async () => {
    const talk = await giveTalk(files);
    const [liar, other] = [await connect(talk), await connect(talk)];
    liar.socket.send(JSON.stringify({ type: 'talk', talk: talkAt('never', Date.now() + 86_400_000) }));
    await expectServing(talk);
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

  test('a client that sends a request a letter at a time is refused, and others are served meanwhile', async () => {
    const talk = await giveTalk(files);
    const { hostname, port } = new URL(talk.address);
    const slow = Array.from({ length: 100 }, () =>
      net.connect(Number(port), hostname, function start(this: net.Socket) {
        this.write('GET / HTTP/1.1\r\nHost: ');
      }),
    );
    for (const socket of slow) socket.on('error', () => {});
    onTestFinished(() => slow.forEach((socket) => socket.destroy()));
    await expectServing(talk);
    expect((await get(talk.address, '/')).status).toBe(200);
    await Promise.all(slow.map((socket) => once(socket.resume(), 'close')));
  });
});
