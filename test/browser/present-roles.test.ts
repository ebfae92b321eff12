import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accept, connect, count, get, say, talkAt, type Line } from '../support/talk-client.ts';
import { giveTalk, waitFor, type Talk } from '../support/talk.ts';

const open = { host: '0.0.0.0', share: true, remote: true } as const;
const PRIVATE = ['say it', 'hidden slide', 'a comment', 'for paper', 'secret plan'];
const DECK = `---
title: Shared
duration: 10m
---

## One

first

<!-- a comment -->

:::notes
say it, secret plan
:::

:::only{in=pdf}
for paper
:::

## Gone {hidden}

hidden slide

## Two

second
`;

interface Cookies {
  speaker: string;
  remote: string;
  follower: string;
}

async function acceptAll(talk: Talk): Promise<Cookies> {
  return {
    speaker: await accept(talk.address),
    remote: await accept(talk.remote ?? ''),
    follower: await accept(talk.share ?? ''),
  };
}

const connects = (talk: Talk, view: string, cookie: string): Promise<boolean> =>
  connect(talk, view, { cookie }).then(
    () => true,
    () => false,
  );

describe('a talk that others can reach', () => {
  test('has for each role its own page and its own connection', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, open);
    const cookies = await acceptAll(talk);
    const pages = { '/': 'speaker', '/remote': 'remote', '/follow': 'follower' };
    const views = { slides: 'speaker', remote: 'remote', follower: 'follower' };
    for (const [role, cookie] of Object.entries(cookies)) {
      for (const [raw, owner] of Object.entries(pages)) {
        const { status } = await get(talk.address, raw, { cookie });
        expect({ role, raw, status }).toEqual({ role, raw, status: owner === role ? 200 : 401 });
      }
      for (const [view, owner] of Object.entries(views))
        expect({ role, view, connects: await connects(talk, view, cookie) }).toEqual({
          role,
          view,
          connects: owner === role,
        });
      expect((await get(talk.address, '/?presenter=x', { cookie })).status).toBe(role === 'speaker' ? 200 : 401);
    }
  });

  test('takes no other cookie', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, open);
    const { speaker, follower } = await acceptAll(talk);
    const [name = '', value = ''] = speaker.split('=');
    const wrong = [
      '',
      name,
      `${name}=`,
      `${name}=${value.slice(0, -1)}`,
      `${name}=${value}x`,
      `${name}=${value.toLowerCase() === value ? value.toUpperCase() : value.toLowerCase()}`,
      `${name}="${value}"`,
      `${name}=%${value}`,
      `${name.toUpperCase()}=${value}`,
      `x${name}=${value}`,
      `lectern_speaker=${value}`,
      follower.replace('follower', 'speaker'),
      `${name}=${follower.split('=')[1]}`,
      `${name}=undefined`,
      `__proto__=${value}`,
      `${name}=x; ${speaker}`,
      `${'x=y; '.repeat(500)}`,
    ];
    for (const cookie of wrong)
      expect({ cookie, status: (await get(talk.address, '/', { cookie })).status }).toEqual({ cookie, status: 401 });
    expect((await get(talk.address, '/', { cookie: `a=b; ${speaker}; c=d` })).status).toBe(200);
    const { headers } = await get(talk.share ?? '', new URL(talk.share ?? '').pathname);
    expect(headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/);
  });

  test('needs an invitation for everything, and wrong ones lock nobody out', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, open);
    for (const raw of ['/', '/remote', '/follow', '/assets/x.svg', '/still.webm', '/style-0.css'])
      expect((await get(talk.address, raw)).status).toBe(401);
    for (const view of ['slides', 'remote', 'follower']) expect(await connects(talk, view, '')).toBe(false);
    const guesses = [];
    for (let turn = 0; turn < 12; turn += 1)
      guesses.push((await get(talk.address, `/join/speaker/guess${turn}`)).status);
    expect(guesses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    // Who has the right one does not suffer for it, and has used it up.
    const { pathname } = new URL(talk.address);
    expect((await get(talk.address, pathname)).status).toBe(303);
    expect((await get(talk.address, pathname)).status).toBe(429);
    // An invitation of one role is none of another.
    const [, , , token = ''] = new URL(talk.share ?? '').pathname.split('/');
    for (const role of ['speaker', 'remote'])
      expect((await get(talk.address, `/join/${role}/${token}`)).status).toBe(429);
  });
});

describe('a follower', () => {
  const place = { slide: 'two', step: 0 };
  const talkNow = (): object => talkAt('two', Date.now() + 1000);
  const ORDERS: (() => object)[] = [
    () => ({ type: 'talk', talk: talkNow() }),
    () => ({ type: 'hello', version: '', talk: talkNow() }),
    () => ({ type: 'hello', version: '', presents: false }),
    () => ({ type: 'pointer', point: [1, 2] }),
    () => ({ type: 'trace', slide: 'one', stroke: { colour: '#ff0000', points: [1, 2] } }),
    () => ({
      type: 'drawing',
      slide: 'one',
      drawing: { changed: 9e15, strokes: [{ colour: '#ff0000', points: [1, 2] }] },
    }),
    () => ({ type: 'shown', shown: place, black: true }),
    () => ({ type: 'deck', version: 'x', title: 'evil', plan: [], slides: [], style: '/x' }),
    () => ({ type: 'reload' }),
    () => ({ type: 'faults', faults: [{ file: 'evil', reason: 'evil' }] }),
    () => ({ type: 'findings', findings: [] }),
    () => ({ type: 'windows', slides: 99 }),
    () => ({ type: 'clock', now: 0 }),
    () => ({ type: 'keep-drawings', size: [1280, 720] }),
  ];

  test('leads nothing, whatever it says', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, open);
    const cookies = await acceptAll(talk);
    const speaker = await connect(talk, 'slides', { cookie: cookies.speaker });
    const other = await connect(talk, 'follower', { cookie: cookies.follower });
    const evil = await connect(talk, 'follower', { cookie: cookies.follower });
    say(speaker, { type: 'hello', version: '', talk: talkAt('one') });
    await waitFor(() => count(speaker, 'windows') > 0 && count(other, 'shown') > 0, 'the greeting');
    const before = [speaker.heard.length, other.heard.length];
    for (const order of ORDERS) say(evil, order());
    await waitFor(() => count(evil, 'clock') > 0, 'the answer to its hello');
    expect([speaker.heard.length, other.heard.length]).toEqual(before);
    expect(evil.heard.join()).not.toContain('"talk"');
    // To compile a deck takes longer than to write a file.
    await talk.save('talk.md', DECK.replace('first', 'fresh'));
    expect(readdirSync(talk.folder)).toEqual(['talk.md']);
  });

  test('gets nothing that is meant for the speaker: page, greeting, changes', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, open);
    const { follower: cookie } = await acceptAll(talk);
    const { body } = await get(talk.address, '/follow', { cookie });
    const frame = /"version":"(\w+)/.exec(body)?.[1] ?? 'none';
    const line: Line = await connect(talk, 'follower', { cookie });
    say(line, { type: 'hello', version: `${frame}.x.1` });
    await waitFor(() => count(line, 'deck') === 1, 'the whole deck');
    await talk.save('talk.md', DECK.replace('first', 'fresh').replace('say it', 'now say it'));
    await waitFor(() => count(line, 'deck') === 2, 'the change');
    const [whole = '', change = ''] = line.heard.filter((text) => text.includes('"deck"'));
    expect(change).toContain('fresh');
    for (const text of [body, whole, change]) {
      expect(PRIVATE.filter((word) => text.includes(word))).toEqual([]);
      expect(text).toMatch(/"plan":\[\]/);
    }
    for (const type of ['talk', 'faults', 'findings', 'windows']) expect(count(line, type)).toBe(0);
  });

  test('cannot find out notes by trying: hashes have a key', async () => {
    const hashes = async (key: string): Promise<string> => {
      const talk = await giveTalk({ [key]: DECK }, { ...open, deck: key });
      const { body } = await get(talk.address, '/follow', { cookie: await accept(talk.share ?? '') });
      return /"hashes":\[[^\]]*\]/.exec(body)?.[0] ?? '';
    };
    const [one, other] = [await hashes('talk.md'), await hashes('other.md')];
    expect(one).toMatch(/"hashes":\["\w{16}"/);
    expect(one).not.toBe(other);
  });

  test('is one of many, and all hear the same', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, open);
    const cookies = await acceptAll(talk);
    const speaker = await connect(talk, 'slides', { cookie: cookies.speaker });
    const many = await Promise.all(
      Array.from({ length: 200 }, () => connect(talk, 'follower', { cookie: cookies.follower })),
    );
    say(speaker, { type: 'talk', talk: talkAt('two') });
    for (const line of many) await waitFor(() => count(line, 'shown') === 1, 'the slide');
    await talk.save('talk.md', DECK.replace('first', 'fresh'));
    for (const line of many) await waitFor(() => count(line, 'deck') === 1, 'the change');
  });
});
