import type { Page } from 'puppeteer-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { untilShown } from '../support/presenter.ts';
import { giveTalk, openTalk, untilText, waitFor } from '../support/talk.ts';

const browser = useBrowser();
const DECK = `---
title: In the room
duration: 10m
---

## One

first

:::notes
For my eyes only.
:::

## Two

::::steps
- red
- green
::::

## Three

third
`;

async function phone(address: string): Promise<Page> {
  const page = await openTalk(browser(), address, 'apart');
  await page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });
  return page;
}

const text = async (page: Page, name: string): Promise<string> =>
  (await page.evaluate(
    `document.getElementById('remote').shadowRoot.querySelector('[data-part="${name}"]').textContent`,
  )) as string;
const tap = (page: Page, name: string): Promise<void> => page.tap(`#remote >>> button[data-do="${name}"]`);

describe('a phone as a remote control', () => {
  test('is paired once, leads the talk, and has the notes', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, { remote: true });
    const deck = await openTalk(browser(), talk.address);
    const remote = await phone(talk.remote ?? '');
    expect(new URL(remote.url()).pathname).toBe('/remote');
    expect(talk.paired).toHaveLength(1);
    for (const _ of [1, 2, 3]) await tap(remote, 'next');
    await untilShown(deck, 'two', 1);
    await tap(remote, 'back');
    await tap(remote, 'back');
    await untilShown(deck, 'one');
    await waitFor(async () => (await text(remote, 'notes')).includes('For my eyes only.'), 'the notes');
    expect(await text(remote, 'label')).toBe('Next');
    expect(await remote.evaluate(`document.querySelector('#remote section.slide').id`)).toBe('two');
    await tap(remote, 'black');
    await deck.waitForSelector('.reveal.paused');
    await tap(remote, 'black');
    await deck.waitForSelector('.reveal:not(.paused)');
    // Keys at the laptop lead as well.
    await deck.keyboard.press('End');
    await waitFor(async () => (await text(remote, 'where')).includes('Three'), 'the slide');
    expect((await fetch(talk.remote ?? '', { redirect: 'manual' })).status).toBe(401);
  });

  test('leads whatever its clock says', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, { remote: true });
    const deck = await openTalk(browser(), talk.address);
    const context = await browser().createBrowserContext();
    onTestFinished(() => context.close());
    const remote = await context.newPage();
    await remote.evaluateOnNewDocument(`{ const now = Date.now; Date.now = () => now() + 3_600_000; }`);
    await remote.setViewport({ width: 390, height: 844 });
    await remote.goto(talk.remote ?? '');
    await remote.waitForSelector('html[data-connected="true"]');
    await deck.keyboard.press('ArrowRight');
    await waitFor(async () => (await text(remote, 'where')).includes('One'), 'the slide');
    expect(await text(remote, 'timer')).toMatch(/^0:0\d$/);
    await remote.click('#remote >>> button[data-do="next"]');
    await untilShown(deck, 'two');
    await deck.keyboard.press('Home');
    await waitFor(async () => (await text(remote, 'where')).includes('In the room'), 'the slide');
  });

  test('points at what is shown', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, { remote: true });
    const deck = await openTalk(browser(), talk.address);
    const remote = await phone(talk.remote ?? '');
    await tap(remote, 'pointer');
    const place = await remote.waitForSelector('#remote .talk-ink');
    const { x = 0, y = 0, width = 0, height = 0 } = (await place?.boundingBox()) ?? {};
    await remote.mouse.move(x + width / 4, y + height / 4);
    await deck.waitForFunction(`document.querySelector('.talk-ink circle').style.display === ''`);
    const at = (await deck.evaluate(`document.querySelector('.talk-ink circle').getAttribute('transform')`)) as string;
    expect((at.match(/\d+/g) ?? []).map((number) => Math.round(Number(number) / 20))).toEqual([16, 9]);
  });

  test('has everything on its screen, upright and across', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, { remote: true });
    await openTalk(browser(), talk.address);
    const remote = await phone(talk.remote ?? '');
    for (const [width, height] of [
      [390, 844],
      [360, 640],
      [768, 1024],
    ] as const) {
      await remote.setViewport({ width, height });
      const outside = await remote.evaluate(
        `[...document.getElementById('remote').shadowRoot.querySelectorAll('button, .screen')].filter((part) => {
          const { left, top, right, bottom } = part.getBoundingClientRect();
          return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
        }).length`,
      );
      expect(outside).toBe(0);
    }
  });

  test('finds back by itself', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, { remote: true });
    const deck = await openTalk(browser(), talk.address);
    const remote = await phone(talk.remote ?? '');
    await remote.setOfflineMode(true);
    await remote.reload().catch(() => {});
    await remote.setOfflineMode(false);
    await remote.reload();
    await remote.waitForSelector('html[data-connected="true"]');
    await tap(remote, 'next');
    await untilShown(deck, 'one');
  });
});

describe('those who follow', () => {
  test('see what the speaker shows, may look back, and catch up with one tap', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, { share: true });
    const deck = await openTalk(browser(), talk.address);
    const reader = await openTalk(browser(), talk.share ?? '', 'apart');
    for (const _ of [1, 2, 3]) await deck.keyboard.press('ArrowRight');
    await untilShown(reader, 'two', 1);
    const catchUp = `document.querySelector('body > button').hidden`;
    expect(await reader.evaluate(catchUp)).toBe(true);
    await reader.keyboard.press('Home');
    await untilShown(reader, 'cover');
    expect(await reader.evaluate(catchUp)).toBe(false);
    await deck.keyboard.press('End');
    await untilShown(deck, 'three');
    await untilShown(reader, 'cover');
    await reader.click('body > button');
    await untilShown(reader, 'three');
    expect(await reader.evaluate(catchUp)).toBe(true);
    await deck.keyboard.press('b');
    await reader.waitForSelector('.reveal.paused');
  });

  test('never get what is meant for the speaker, nor lead', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, { share: true, remote: true });
    const deck = await openTalk(browser(), talk.address);
    const reader = await openTalk(browser(), talk.share ?? '', 'apart');
    const heard: string[] = [];
    const session = await reader.createCDPSession();
    await session.send('Network.enable');
    session.on('Network.webSocketFrameReceived', ({ response }) => heard.push(response.payloadData));
    expect(await reader.content()).not.toContain('For my eyes only');
    await talk.save('talk.md', DECK.replace('first', 'fresh').replace('my eyes', 'nobody’s eyes'));
    await deck.keyboard.press('ArrowRight');
    await untilText(reader, 'fresh');
    await waitFor(() => heard.some((message) => message.includes('fresh')), 'the patch');
    expect(heard.join()).not.toContain('eyes only');
    // Keys lead the reader's own window, and nobody else.
    await reader.keyboard.press('End');
    await untilShown(reader, 'three');
    await deck.keyboard.press('ArrowRight');
    await untilShown(deck, 'two');
    for (const path of ['/', '/remote'])
      expect(await reader.evaluate(`fetch('${path}').then(({ status }) => status)`)).toBe(401);
  });

  test('are left alone while the speaker looks ahead', async () => {
    const talk = await giveTalk({ 'talk.md': DECK }, { share: true });
    const deck = await openTalk(browser(), talk.address);
    const reader = await openTalk(browser(), talk.share ?? '', 'apart');
    const { openPresenter } = await import('../support/presenter.ts');
    const presenter = await openPresenter(deck);
    await presenter.keyboard.press('ArrowRight');
    await untilShown(reader, 'one');
    await presenter.keyboard.press('z');
    await presenter.keyboard.press('End');
    await presenter.keyboard.press('b');
    await reader.waitForSelector('.reveal.paused');
    await untilShown(reader, 'one');
  });
});
