import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { accept, connect, count, say, type Line } from '../support/talk-client.ts';
import { giveTalk, openTalk, waitFor, type Talk } from '../support/talk.ts';

const browser = useBrowser();
const DECK = `---
duration: 3m
---

# Why

## One {#one}

# How

## Two

::::steps
- red
- green
::::
`;

/** Gives the talk within a moment, as if it took these seconds. */
async function rehearse(speaker: Line, times: [slide: string, step: number, seconds: number][]): Promise<void> {
  const since = Date.now() - 3600_000;
  let changed = since;
  say(speaker, { type: 'rehearse', on: true });
  const move = (slide: string, step: number, timer: object): void => {
    const at = { slide, step };
    say(speaker, { type: 'talk', talk: { at, shown: at, black: false, frozen: false, timer, changed } });
  };
  for (const [slide, step, seconds] of times) {
    move(slide, step, { since, spent: 0 });
    changed += seconds * 1000;
  }
  const before = count(speaker, 'rehearsals');
  move('why', 0, { since: null, spent: 0 });
  await waitFor(() => count(speaker, 'rehearsals') > before, 'the rehearsal');
  say(speaker, { type: 'rehearse', on: false });
}

async function speakerOf(talk: Talk): Promise<Line> {
  const { protocol, host } = new URL(talk.address);
  const cookie = talk.address.includes('/join/') ? await accept(talk.address) : '';
  const line = await connect({ address: `${protocol}//${host}/` }, 'slides', { cookie });
  say(line, { type: 'hello', version: '' });
  await waitFor(() => count(line, 'rehearsals') > 0, 'the greeting');
  return line;
}

const press = (page: Page, selector: string): Promise<void> => page.locator(`#presenter >>> ${selector}`).click();
const shown = (page: Page, selector: string): Promise<string> =>
  page.evaluate(
    (name: string) => document.getElementById('presenter')?.shadowRoot?.querySelector(name)?.textContent ?? '',
    selector,
  );

test('the presenter view compares rehearsals with the plan, and makes their times the plan', async () => {
  const talk = await giveTalk({ 'talk.md': DECK });
  const speaker = await speakerOf(talk);
  await rehearse(speaker, [
    ['why', 0, 5],
    ['one', 0, 130],
    ['how', 0, 6],
    ['two', 0, 10],
    ['two', 1, 12],
    ['two', 2, 9],
  ]);
  const page = await openTalk(browser(), `${talk.address}?presenter`);
  await press(page, 'button.rehearse');
  await waitFor(async () => (await shown(page, '.rehearsals tbody tr')).includes('2:15'), 'the first section');
  expect(await shown(page, '.rehearsals tbody tr')).toBe('Why1:302:15+0:45');
  await press(page, '.rehearsals tbody:nth-of-type(2) .fold');
  expect(await shown(page, '.rehearsals tbody:nth-of-type(2) .slide:last-child small')).toBe('0:10 + 0:12 + 0:09');
  // Asking changes nothing.
  await press(page, '.rehearsals tfoot .actions button:first-child');
  expect(await shown(page, '.rehearsals .status')).toContain('as duration= of 4 slides');
  await press(page, '.rehearsals .status .actions button:last-child');
  await press(page, '.rehearsals tfoot .actions button:first-child');
  expect(readFileSync(path.join(talk.folder, 'talk.md'), 'utf8')).toBe(DECK);
  await press(page, '.rehearsals .status .main');
  await waitFor(
    async () => (await shown(page, '.rehearsals .status')) === 'Durations written: 4',
    'the durations',
    30_000,
  );
  expect(readFileSync(path.join(talk.folder, 'talk.md'), 'utf8')).toContain('## One {#one duration=2m10s}');
  // What is written is the plan now.
  await waitFor(async () => (await shown(page, '.rehearsals tbody tr')).startsWith('Why2:152:15'), 'the plan');
  await press(page, '.rehearsals .begin .main');
  await page.keyboard.press('ArrowRight');
  await waitFor(
    async () => /This slide 0:0\d of 2:10Why 0:0\d of 2:15/.test(await shown(page, '.rehearsing')),
    'the times',
  );
  await press(page, 'button.rehearse');
  await press(page, '.rehearsals .begin .main');
  await page.waitForFunction(() =>
    document.getElementById('presenter')?.shadowRoot?.querySelector('.rehearsing[hidden]'),
  );
  await press(page, '.rehearsals tfoot .actions button:last-child');
  await page.waitForFunction(() =>
    document.getElementById('presenter')?.shadowRoot?.querySelector('.rehearsals .none'),
  );
  expect(await shown(page, '.rehearsing')).toContain('of 2:10');
}, 60_000);

test('followers and phones neither see rehearsals nor change the source', async () => {
  const talk = await giveTalk({ 'talk.md': DECK }, { remote: true, share: true, host: '0.0.0.0' });
  const speaker = await speakerOf(talk);
  const guests: Line[] = [];
  for (const [view, invitation] of [
    ['remote', talk.remote],
    ['follower', talk.share],
  ] as const) {
    const cookie = await accept((invitation ?? '').replace(/\/\/[\d.]+:/, '//127.0.0.1:'));
    const { protocol, port } = new URL(talk.address);
    const guest = await connect({ address: `${protocol}//127.0.0.1:${port}/` }, view, { cookie });
    say(guest, { type: 'hello', version: '' });
    guests.push(guest);
  }
  await rehearse(speaker, [
    ['one', 0, 30],
    ['two', 0, 30],
  ]);
  const { kept } = JSON.parse(speaker.heard.findLast((text) => text.startsWith('{"type":"rehearsals"')) ?? '') as {
    kept: { started: number }[];
  };
  for (const guest of guests) {
    say(guest, { type: 'write-durations', started: kept[0]?.started ?? 0 });
    say(guest, { type: 'forget-rehearsal', started: kept[0]?.started ?? 0 });
    say(guest, { type: 'rehearse', on: true });
  }
  const asked = count(speaker, 'rehearsing');
  say(speaker, { type: 'rehearse', on: false });
  await waitFor(() => count(speaker, 'rehearsing') > asked, 'the answer');
  expect(speaker.heard.findLast((text) => text.startsWith('{"type":"rehearsing"'))).toContain('"on":false');
  expect([count(speaker, 'durations'), ...guests.map((guest) => count(guest, 'rehearsals'))]).toEqual([0, 0, 0]);
  expect(guests.flatMap(({ heard }) => heard).join('')).not.toContain('rehears');
});
