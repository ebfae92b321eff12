import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { accept, connect, count, get, expectServing, rawRequest, say, talkAt } from '../support/talk-client.ts';
import { isRunning, listProcesses, startTalk, type Running } from '../support/running-talk.ts';
import { waitFor } from '../support/talk.ts';

/** Numbers from 0 to below 1, the same on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function kill(pid: number): void {
  if (isRunning(pid)) process.kill(pid, 'SIGKILL');
}

async function untilServed(talk: Running, text: string): Promise<void> {
  await waitFor(async () => (await talk.page()).includes(text), text, 30_000);
}

/** Ctrl+C ends it as documented, and nothing of it stays. */
async function expectCleanExit(talk: Running): Promise<void> {
  const started = talk.helpers().flatMap((pid) => [pid].concat(listProcesses(pid)));
  const exit = once(talk.child, 'exit');
  talk.child.kill('SIGINT');
  expect(await exit).toEqual([0, null]);
  await waitFor(() => !started.some(isRunning), 'the end of all that it has started', 20_000);
  expect(readdirSync(talk.folder)).toEqual([]);
}

const deck = (word: string): string =>
  `## One\n\n${word}\n\n${Array.from({ length: 40 }, (_, index) => `## Slide ${index}\n\n- point\n- ${word}\n`).join('\n')}`;

describe('a talk finds back to what was saved last', () => {
  test('when the process that reads the deck is killed at any moment', async () => {
    const talk = await startTalk({}, ['--no-check']);
    const next = random(1);
    for (let turn = 0; turn < 20; turn += 1) {
      talk.save(deck(`word ${turn}`));
      const helpers = talk.helpers();
      for (let asked = Math.floor(next() * 12); asked > 0; asked -= 1) await talk.page();
      for (const pid of [...helpers, ...talk.helpers()]) kill(pid);
      expect(await talk.page()).toMatch(/first|word \d/);
    }
    // The last one as well, whether it was being read, shown or neither.
    await untilServed(talk, 'word 19');
    await expectServing(talk);
    await expectCleanExit(talk);
  });

  test('when the process that draws is killed, at work or idle', async () => {
    const talk = await startTalk({}, ['--no-check']);
    const drawers = (): number[] => talk.helpers().flatMap((pid) => listProcesses(pid));
    // What was drawn by an earlier run lies in the cache.
    const run = randomUUID();
    const graph = (name: string): string => `## One\n\nfirst\n\n\`\`\`dot\ndigraph { "${name}" -> "${run}" }\n\`\`\`\n`;
    for (const name of ['apple', 'berry', 'cherry']) {
      talk.save(graph(name));
      if (name === 'berry') await waitFor(() => drawers().length > 0, 'the process that draws');
      if (name !== 'apple') for (const pid of drawers()) kill(pid);
      await waitFor(async () => new RegExp(`<text[^>]*>${name}`).test(await talk.page()), name, 30_000);
    }
    expect(talk.output()).not.toContain('more memory');
    await expectCleanExit(talk);
  });

  test('through a storm of saves of every kind', async () => {
    const talk = await startTalk({}, ['--no-check']);
    const file = path.join(talk.cwd, 'talk.md');
    const aside = `${file}~`;
    const clear = (): void => rmSync(file, { recursive: true, force: true });
    const acts: ((word: string) => void)[] = [
      (word) => talk.save(deck(word)),
      (word) => {
        writeFileSync(aside, deck(word));
        clear();
        renameSync(aside, file);
      },
      clear,
      () => {
        clear();
        mkdirSync(file);
      },
      () => {
        clear();
        execFileSync('mkfifo', [file]);
      },
      () => {
        clear();
        symlinkSync('talk.md', file);
      },
      (word) => {
        clear();
        talk.save(deck(word));
        chmodSync(file, 0);
      },
      () => {
        clear();
        writeFileSync(file, Buffer.from([0, 255, 0]));
      },
    ];
    const next = random(2);
    for (let turn = 0; turn < 80; turn += 1) {
      const act = acts[Math.floor(next() * acts.length)];
      // Some writes need a regular file there.
      if (act === acts[0]) clear();
      act?.(`word ${turn}`);
      if (next() < 0.2) expect(await talk.page()).toMatch(/first|word \d/);
    }
    clear();
    talk.save(deck('after the storm'));
    await untilServed(talk, 'after the storm');
    await expectCleanExit(talk);
  });
});

const UPGRADE =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';

function dial({ address }: Running): net.Socket {
  const { hostname, port } = new URL(address);
  const socket = net.connect({ host: hostname, port: Number(port) });
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** A connection to the talk below the level of messages. */
async function upgraded(talk: Running): Promise<net.Socket> {
  const { host } = new URL(talk.address);
  const socket = dial(talk);
  socket.write(`GET /talk/slides HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\n${UPGRADE}\r\n`);
  await once(socket, 'data');
  return socket;
}

/** A masked frame; its length may be a lie. */
function frame(opcode: number, payload: Buffer, { length = payload.length, final = true } = {}): Buffer {
  const head = Buffer.from([(final ? 0x80 : 0) | opcode, length < 126 ? 0x80 | length : 0xfe]);
  const size = Buffer.alloc(length < 126 ? 0 : 2);
  if (size.length > 0) size.writeUInt16BE(length);
  return Buffer.concat([head, size, Buffer.alloc(4), payload]);
}

describe('a talk goes on', () => {
  test('whenever those who connect vanish', async () => {
    const talk = await startTalk({}, ['--no-check']);
    const { host } = new URL(talk.address);
    const origin = `Origin: http://${host}\r\n`;
    const hello = frame(1, Buffer.from('{"type":"hello","version":""}'));
    const whole = Buffer.concat([
      Buffer.from(`GET /talk/slides HTTP/1.1\r\nHost: ${host}\r\n${origin}${UPGRADE}\r\n`),
      hello,
      hello,
    ]);
    const page = Buffer.from(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(3));
    const next = random(3);
    for (let turn = 0; turn < 200; turn += 1) {
      const socket = dial(talk);
      await once(socket, 'connect');
      const bytes = turn % 4 === 0 ? page : whole;
      socket.write(bytes.subarray(0, Math.ceil(next() * bytes.length)));
      if (next() < 0.5) await new Promise((resolve) => setImmediate(resolve));
      if (next() < 0.7) socket.resetAndDestroy();
      else socket.destroy();
    }
    await expectServing(talk);
    await expectCleanExit(talk);
  });

  test('whatever frames, pings and cookies come', async () => {
    const talk = await startTalk({}, ['--no-check']);
    const next = random(4);
    const noise = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => Math.floor(next() * 256)));
    const text = (content: string): Buffer => frame(1, Buffer.from(content));
    const frames: (() => Buffer)[] = [
      () => noise(300),
      () => frame(1, Buffer.from('{"type":"hello"'), { length: 120 }),
      () => frame(1, Buffer.from([0xff, 0xfe])),
      () => frame(0, Buffer.from('x')),
      () => frame(3, Buffer.from('x')),
      () => frame(9, Buffer.alloc(200)),
      () => frame(8, Buffer.from([0])),
      () => Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
      () => Buffer.from([0x81, 0x02, 0x7b, 0x7d]),
      () => Buffer.concat(Array.from({ length: 2000 }, () => frame(0, Buffer.from('x'), { final: false }))),
      () => text('{"__proto__":{"type":"talk"}}'),
      () => text('{"type":"__proto__"}'),
      () => text('[]'.repeat(9)),
      () => text(`${'['.repeat(60_000)}`),
    ];
    for (let turn = 0; turn < 3; turn += 1) {
      for (const make of frames) {
        const socket = await upgraded(talk);
        socket.write(make());
        if (turn > 0) socket.write(make());
        if (turn > 1) socket.resetAndDestroy();
      }
    }
    const { host } = new URL(talk.address);
    for (const cookie of [
      '',
      '=',
      ';'.repeat(9000),
      '__proto__=x',
      'lectern_speaker=%ff%fe',
      `a=${'b'.repeat(9000)}`,
    ]) {
      const got = await rawRequest(talk, `GET / HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n`);
      expect(got).toMatch(/^HTTP\/1\.1 (?:200|400|431) /);
    }
    await expectServing(talk);
    await expectCleanExit(talk);
  });

  test('beside somebody who pings without end and reads nothing', async () => {
    const talk = await startTalk({}, ['--no-check']);
    const socket = await upgraded(talk);
    socket.pause();
    const pings = Buffer.concat(Array.from({ length: 5000 }, () => frame(9, Buffer.alloc(125))));
    // Whoever is closed while writing is told so by an error; `once` of node:events would fail by it.
    const closed = new Promise<void>((resolve) => void socket.once('error', () => undefined).once('close', resolve));
    const drained = (): Promise<void> => new Promise((resolve) => void socket.once('drain', resolve));
    let sent = 0;
    while (!socket.destroyed && sent < 60) {
      sent += 1;
      if (!socket.write(pings)) await Promise.race([drained(), closed]);
    }
    socket.resume();
    await closed;
    await expectServing(talk);
    await expectCleanExit(talk);
  });

  test('with 200 who follow and read nothing', async () => {
    const talk = await startTalk({ 'talk.md': deck('first') }, ['--no-check', '--share']);
    const [, share = ''] = /Everyone else: (\S+)/.exec(talk.output()) ?? [];
    const cookie = await accept(share);
    const followers = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const line = await connect(talk, 'follower', { cookie });
        say(line, { type: 'hello', version: '' });
        line.socket.pause();
        return line;
      }),
    );
    const speaker = await connect(talk, 'slides', { cookie: talk.cookie });
    for (let turn = 0; turn < 5; turn += 1) {
      talk.save(deck(`${'long '.repeat(3000)} word ${turn}`));
      await waitFor(() => speaker.heard.some((text) => text.includes(`word ${turn}`)), 'the save', 30_000);
    }
    for (const { socket } of followers) socket.resume();
    say(speaker, { type: 'talk', talk: talkAt('slide-3') });
    await waitFor(
      () => followers.every((line) => count(line, 'shown') > 0 || line.socket.readyState === line.socket.CLOSED),
      'what followers see',
      20_000,
    );
    expect((await get(share, '/follow', { cookie })).body).toContain('word 4');
    await expectCleanExit(talk);
  });
});
