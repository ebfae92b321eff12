import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { accept, connect, count, get, expectServing, say, talkAt, type Line } from '../support/talk-client.ts';
import { giveTalk, waitFor, type Talk } from '../support/talk.ts';
import { present } from '../../src/app/present.ts';
import { places } from '../support/browser.ts';
import { project } from '../support/cli.ts';

const DECK = { 'talk.md': '## One\n\nfirst\n\n:::notes\nsay it\n:::\n\n## Two\n\nsecond\n' };
const shared = { host: '0.0.0.0', share: true, remote: true };

/** A connection without any manners: it reads and closes when it likes. */
function dial(talk: Talk): net.Socket {
  const { hostname, port } = new URL(talk.address);
  const socket = net.connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

const upgrade = ({ address }: Talk, more = ''): string =>
  `GET /talk/slides HTTP/1.1\r\nHost: ${new URL(address).host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${more}\r\n`;

describe('an upgrade that is refused', () => {
  test.each([
    ['from nowhere', ''],
    ['from another site', 'Origin: https://evil.example\r\n'],
    ['of an unknown version', 'Sec-WebSocket-Version: 7\r\n'],
    ['without a key', 'Sec-WebSocket-Key: x\r\n'],
  ])('and reset does not end the talk: %s', async (_, header) => {
    const talk = await giveTalk(DECK);
    for (let turn = 0; turn < 20; turn += 1) {
      const socket = dial(talk);
      await once(socket, 'connect');
      socket.write(upgrade(talk, header));
      if (turn % 2 === 0) await once(socket, 'data');
      socket.resetAndDestroy();
    }
    await expectServing(talk);
  });

  test('is closed by the server, whatever the other side does', async () => {
    const talk = await giveTalk(DECK);
    const sockets = Array.from({ length: 50 }, () => dial(talk));
    await Promise.all(
      sockets.map(async (socket) => {
        socket.write(upgrade(talk));
        socket.resume();
        await once(socket, 'end');
        const closed = new Promise((resolve) => socket.once('close', resolve));
        // A connection that is closed on one side only would take this.
        const knocking = setInterval(() => socket.write('x'), 20);
        await closed.finally(() => clearInterval(knocking));
      }),
    );
    await expectServing(talk);
  });

  test('is closed as well where its answer is never read', async () => {
    const talk = await giveTalk(DECK);
    const socket = dial(talk);
    socket.pause();
    socket.write(upgrade(talk));
    await waitFor(async () => {
      socket.write('x');
      await new Promise((resolve) => setTimeout(resolve, 20));
      return socket.destroyed;
    }, 'the end of the connection');
    await expectServing(talk);
  });
});

const drawing = (slide: string, changed: number, points = 2): object => ({
  type: 'drawing',
  slide,
  drawing: { changed, strokes: [{ colour: '#ff0000', points: Array.from({ length: points }, () => 123.4) }] },
});

describe('a follower', () => {
  async function follower(talk: Talk): Promise<Line> {
    return connect(talk, 'follower', { cookie: await accept(talk.share ?? '') });
  }

  test('who says hello a hundred times gets the deck once', async () => {
    const talk = await giveTalk(DECK, shared);
    const [greedy, speaker] = [
      await follower(talk),
      await connect(talk, 'slides', { cookie: await accept(talk.address) }),
    ];
    const { body } = await get(talk.address, '/follow', { cookie: await accept(talk.share ?? '') });
    const frame = /"version":"(\w+)/.exec(body)?.[1] ?? '';
    for (let turn = 0; turn < 100; turn += 1) say(greedy, { type: 'hello', version: `${frame}.old.${turn}` });
    say(speaker, { type: 'talk', talk: talkAt('two') });
    await waitFor(() => count(greedy, 'shown') > 0, 'the slide');
    expect([count(greedy, 'deck'), count(greedy, 'reload')]).toEqual([1, 0]);
    expect(greedy.heard.join()).not.toContain('say it');
  });

  test('gets drawings when the audience sees them, and not before', async () => {
    const talk = await giveTalk(DECK, shared);
    const speaker = await connect(talk, 'slides', { cookie: await accept(talk.address) });
    const early = await follower(talk);
    say(early, { type: 'hello', version: '' });
    const now = Date.now();
    const frozen = { ...talkAt('one', now), at: { slide: 'two', step: 0 }, frozen: true };
    say(speaker, { type: 'talk', talk: frozen });
    say(speaker, drawing('two', 1));
    say(speaker, { type: 'trace', slide: 'two', stroke: { colour: '#ff0000', points: [1, 2] } });
    say(speaker, { type: 'pointer', point: [1, 2] });
    say(speaker, drawing('one', 1));
    await waitFor(() => count(early, 'drawing') > 0, 'the drawing on the slide that is shown');
    const late = await follower(talk);
    say(late, { type: 'hello', version: '' });
    await waitFor(() => count(late, 'shown') > 0, 'the greeting');
    for (const { heard } of [early, late]) {
      expect(heard.join()).not.toContain('"two"');
      expect(heard.join()).not.toMatch(/"trace"|"pointer"/);
    }
    say(speaker, { type: 'talk', talk: talkAt('two', now + 1) });
    for (const line of [early, late])
      await waitFor(() => line.heard.some((text) => text.includes('"drawing","slide":"two"')), 'the drawing');
  });
});

describe('an audience', () => {
  const POLL = { 'talk.md': '## One\n\nfirst\n\n## Two\n\n:::poll{#tea}\n- Tea\n- Coffee\n:::\n' };
  const follow = async (talk: Talk): Promise<Line> => {
    const page = await get(talk.address, '/follow', { cookie: await accept(talk.share ?? '') });
    const voter = page.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const line = await connect(talk, 'follower', { cookie: `${await accept(talk.share ?? '')}; ${voter}` });
    say(line, { type: 'hello', version: '' });
    return line;
  };
  const audience = ({ heard }: Line): string => heard.filter((text) => text.includes('"audience"')).join('\n');

  test('that floods is heard at its pace, and followers decide nothing', async () => {
    const talk = await giveTalk(POLL, shared);
    const speaker = await connect(talk, 'slides', { cookie: await accept(talk.address) });
    say(speaker, { type: 'hello', version: '' });
    const rude = await follow(talk);
    say(speaker, { type: 'talk', talk: talkAt('two') });
    await waitFor(() => audience(rude).includes('"open":true'), 'the poll');
    for (let turn = 0; turn < 50; turn += 1) {
      say(rude, { type: 'ask', text: `<img src=x onerror=alert(${turn})>` });
      say(rude, { type: 'answer', poll: 'tea', choices: [turn % 2] });
    }
    const orders = [
      { type: 'question', question: 1, act: 'shown' },
      { type: 'poll', poll: 'tea', act: 'show' },
      { type: 'rules', rules: { questions: true, checked: false, reactions: true, shown: 1, join: false } },
      { type: 'save' },
      { type: 'talk', talk: talkAt('one', Date.now() + 1000) },
    ];
    for (const order of orders) say(rude, order);
    const late = await follow(talk);
    say(late, { type: 'answer', poll: 'tea', choices: [1] });
    await waitFor(() => audience(speaker).includes('"voters":2'), 'the answers');
    expect(audience(speaker)).toContain('"id":3,"text":"<img src=x onerror=alert(2)>","votes":0,"state":"waiting"');
    expect(audience(speaker)).not.toMatch(/"id":4|"state":"shown"|"checked":false|"saved"/);
    for (const line of [rude, late]) expect(audience(line)).not.toMatch(/onerror|"counts":\[\d/);
    expect(count(rude, 'asked')).toBe(50);
    expect(speaker.heard.join()).not.toContain('"at":{"slide":"one"');
  });

  test('is known when the server is started again, and its answers are saved beside the deck', async () => {
    const options = { ...shared, browser: { ...places, cacheFolder: project() } };
    const talk = await giveTalk(POLL, options);
    const speaker = await connect(talk, 'slides', { cookie: await accept(talk.address) });
    const [one, two] = [await follow(talk), await follow(talk)];
    say(speaker, { type: 'hello', version: '' });
    say(speaker, { type: 'talk', talk: talkAt('two') });
    await waitFor(() => audience(one).includes('"open":true'), 'the poll');
    for (const [index, line] of [one, two].entries()) say(line, { type: 'answer', poll: 'tea', choices: [index] });
    say(one, { type: 'ask', text: 'Why?' });
    await waitFor(() => /"voters":2/.test(audience(speaker)) && audience(speaker).includes('Why?'), 'the answers');
    await talk.close();
    const next = await present({ deck: 'talk.md', cwd: talk.folder, port: 0, check: false, ...options });
    onTestFinished(() => next.close());
    const again = await connect(next, 'slides', { cookie: await accept(next.address) });
    say(again, { type: 'hello', version: '' });
    await waitFor(() => audience(again).includes('"voters":2'), 'what was known');
    say(again, { type: 'save' });
    await waitFor(() => count(again, 'saved') > 0, 'the file');
    const saved = JSON.parse(readFileSync(path.join(talk.folder, 'talk.audience.json'), 'utf8')) as object;
    expect(saved).toEqual({
      polls: [{ id: 'tea', question: 'Two', choices: ['Tea', 'Coffee'], counts: [1, 1], voters: 2 }],
      questions: [{ text: 'Why?', votes: 0, answered: false }],
    });
    // Another audience finds none of it.
    const late = await follow({ ...talk, address: next.address, share: next.share });
    say(again, { type: 'talk', talk: talkAt('two') });
    say(again, { type: 'renew' });
    await waitFor(() => late.heard.some((text) => text.includes('"mine","votes":[]')), 'the end');
    expect(audience(late).split('\n').at(-1)).toContain('"questions":[],"polls":[]');
  });

  test('that writes books is sent away, and one whose number is made up is not counted', async () => {
    const talk = await giveTalk(POLL, shared);
    const book = await follow(talk);
    say(book, { type: 'ask', text: 'x'.repeat(9000) });
    expect(await book.closed).toBe(1009);
    const { headers } = await get(talk.address, '/follow', { cookie: await accept(talk.share ?? '') });
    const [name = ''] = headers['set-cookie']?.[0]?.split('=') ?? [];
    const cookie = `${await accept(talk.share ?? '')}; ${name}=${'A'.repeat(22)}.${'A'.repeat(22)}`;
    const stranger = await connect(talk, 'follower', { cookie });
    say(stranger, { type: 'ask', text: 'Who am I?' });
    await waitFor(() => count(stranger, 'asked') > 0, 'the answer');
    expect(stranger.heard.join()).toContain('"refused":"full"');
  });
});

test('a client that stops reading is given up, and no other', async () => {
  const talk = await giveTalk(DECK);
  const [deaf, speaker, other] = [await connect(talk), await connect(talk), await connect(talk)];
  deaf.socket.pause();
  // 20 MB: more than the system keeps for a connection.
  for (let turn = 1; turn <= 100; turn += 1) {
    say(speaker, drawing('one', turn, 20_000));
    await waitFor(() => count(other, 'drawing') === turn, 'the drawing');
  }
  deaf.socket.resume();
  expect(await deaf.closed).toBe(1006);
  expect(count(deaf, 'drawing')).toBeLessThan(100);
  await expectServing(talk);
});
