import type { Page } from 'puppeteer';
import { describe, expect, onTestFinished, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { untilShown } from '../support/presenter.ts';
import { giveTalk, openTalk, waitFor, ROOM_DECK } from '../support/talk.ts';

const browser = useBrowser();

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
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { remote: true });
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
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { remote: true });
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
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { remote: true });
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

  // French has the longest words for what the buttons do.
  test.each(['en', 'fr'])('has everything on its screen, apart, upright and across: %s', async (lang) => {
    const files = { 'talk.md': ROOM_DECK.replace('title:', `lang: ${lang}\ntitle:`) };
    const talk = await giveTalk(files, { remote: true, share: true });
    await openTalk(browser(), talk.address);
    const remote = await phone(talk.remote ?? '');
    await tap(remote, 'freeze');
    for (const hand of ['none', 'pen']) {
      if (hand === 'pen') await tap(remote, 'pen');
      for (const [width, height] of [
        [390, 844],
        [360, 640],
        [844, 390],
        [640, 360],
        [768, 1024],
      ] as const) {
        await remote.setViewport({ width, height });
        const wrong = await remote.evaluate(
          `(() => {
            const root = document.getElementById('remote').shadowRoot;
            const parts = [...root.querySelectorAll('.view button, .screen, .where strong')].filter((part) => part.checkVisibility() && part.offsetWidth > 0);
            const boxes = parts.map((part) => [part.dataset.do ?? part.className, part.getBoundingClientRect()]);
            return boxes.flatMap(([name, box], index) => {
              const outside = box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight || root.querySelector('.remote').scrollWidth > innerWidth;
              const met = boxes.slice(index + 1).filter(([, other]) => box.left < other.right - 1 && other.left < box.right - 1 && box.top < other.bottom - 1 && other.top < box.bottom - 1);
              return [...(outside ? [name + ' outside'] : []), ...met.map(([other]) => name + ' on ' + other)];
            });
          })()`,
        );
        expect({ hand, width, height, wrong }).toEqual({ hand, width, height, wrong: [] });
      }
    }
  });

  test('says where the talk is, and goes anywhere from its list', async () => {
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { remote: true });
    const deck = await openTalk(browser(), talk.address);
    const remote = await phone(talk.remote ?? '');
    expect(await text(remote, 'planned')).toBe('of 10:00');
    for (const _ of [1, 2, 3]) await tap(remote, 'next');
    expect([await text(remote, 'where'), await text(remote, 'steps')]).toEqual(['3 · Two', 'Step 1 of 2']);
    expect(await text(remote, 'label')).toBe('Next step');
    await tap(remote, 'list');
    const rows = `[...document.getElementById('remote').shadowRoot.querySelectorAll('dialog .name')].map((row) => row.textContent)`;
    expect(await remote.evaluate(rows)).toEqual(['In the room', 'One', 'Two', 'Three']);
    await remote.tap('#remote >>> dialog li:last-child button');
    await untilShown(deck, 'three');
    expect(await remote.evaluate(`document.getElementById('remote').shadowRoot.querySelector('dialog').open`)).toBe(
      false,
    );
    // The timer is taken back where it stands still, and nowhere else.
    const reset = `document.getElementById('remote').shadowRoot.querySelector('[data-do=reset]').hidden`;
    expect(await remote.evaluate(reset)).toBe(true);
    await tap(remote, 'timer');
    await waitFor(async () => !(await remote.evaluate(reset)), 'the way back to 0:00');
    await tap(remote, 'reset');
    await waitFor(async () => (await text(remote, 'timer')) === '0:00', 'the timer');
  });

  test('freezes what the audience sees', async () => {
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { remote: true });
    const deck = await openTalk(browser(), talk.address);
    const remote = await phone(talk.remote ?? '');
    await tap(remote, 'next');
    await untilShown(deck, 'one');
    await tap(remote, 'freeze');
    await tap(remote, 'next');
    await waitFor(async () => (await text(remote, 'audience')) === 'The audience sees 2 · One', 'the line');
    await untilShown(deck, 'one');
    await tap(remote, 'freeze');
    await untilShown(deck, 'two');
    expect(await text(remote, 'audience')).toBe('');
  });

  test('takes swipes, but not those that scroll or draw', async () => {
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { remote: true });
    const deck = await openTalk(browser(), talk.address);
    const remote = await phone(talk.remote ?? '');
    const swipe = async (from: [number, number], to: [number, number]): Promise<void> => {
      await remote.touchscreen.touchStart(...from);
      for (const part of [0.25, 0.5, 0.75, 1])
        await remote.touchscreen.touchMove(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part);
      await remote.touchscreen.touchEnd();
    };
    await swipe([300, 450], [100, 455]);
    await untilShown(deck, 'one');
    await swipe([300, 450], [290, 300]);
    await swipe([200, 450], [180, 452]);
    await swipe([300, 450], [100, 455]);
    await untilShown(deck, 'two');
    await swipe([100, 450], [300, 440]);
    await untilShown(deck, 'one');
    await tap(remote, 'pen');
    await remote.waitForSelector('#remote >>> .view[data-hand="pen"]');
    const {
      x = 0,
      y = 0,
      width = 0,
    } = (await (await remote.waitForSelector('#remote .talk-ink'))?.boundingBox()) ?? {};
    await swipe([x + 20, y + 60], [x + width - 20, y + 62]);
    await deck.waitForSelector('.talk-ink path[d], .talk-ink polyline[points]');
    await tap(remote, 'undo');
    await deck.waitForFunction(
      `![...document.querySelectorAll('.talk-ink path, .talk-ink polyline')].some((line) => line.getAttribute('d') || line.getAttribute('points'))`,
    );
    await untilShown(deck, 'one');
  });

  test('finds back by itself', async () => {
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { remote: true });
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
