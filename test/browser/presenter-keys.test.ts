import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { untilShown, useTwoWindows } from '../support/presenter.ts';

const windows = useTwoWindows(useBrowser());

describe('every key', () => {
  const NEXT = ['ArrowRight', 'ArrowDown', 'Space', 'PageDown', 'n'] as const;
  const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp', 'p'] as const;

  test('that goes on or back does so in both windows', async () => {
    const { deck, presenter } = windows();
    for (const page of [deck, presenter]) {
      for (const key of NEXT) {
        await page.keyboard.press('Home');
        await untilShown(deck, 'cover');
        await page.keyboard.press(key);
        await untilShown(deck, 'one');
      }
      for (const key of BACK) {
        await page.keyboard.press('End');
        await untilShown(deck, 'four');
        await page.keyboard.press(key);
        await untilShown(deck, 'three');
      }
    }
  });

  test('of a clicker works, and F5 does not load the talk anew', async () => {
    const { deck, presenter } = windows();
    await deck.evaluate(`void (globalThis.marked = true)`);
    for (const key of ['PageDown', 'PageDown', 'PageUp', 'F5'] as const) await deck.keyboard.press(key);
    await untilShown(deck, 'one');
    for (const key of ['b', '.'] as const) {
      await presenter.keyboard.press(key);
      await deck.waitForSelector(key === 'b' ? '.reveal.paused' : '.reveal:not(.paused)');
    }
    expect(await deck.evaluate(`globalThis.marked`)).toBe(true);
  });

  test('leaves alone whoever writes, and keys of the browser', async () => {
    const { deck } = windows();
    await deck.keyboard.down('Control');
    await deck.keyboard.press('d');
    await deck.keyboard.up('Control');
    expect(await deck.evaluate(`document.querySelector('.slides .talk-ink').style.pointerEvents`)).toBe('none');
    await deck.evaluate(`document.body.insertAdjacentHTML('beforeend', '<input id="field">')`);
    await deck.focus('#field');
    await deck.keyboard.type('bcdlnpsz 12');
    expect(await deck.evaluate(`document.getElementById('field').value`)).toBe('bcdlnpsz 12');
    await untilShown(deck, 'cover');
  });

  test('tells who cannot see it where the talk is', async () => {
    const { deck } = windows();
    await deck.keyboard.press('End');
    await untilShown(deck, 'four');
    await deck.waitForFunction(`document.querySelector('[aria-live]').textContent.includes('Four')`);
  });
});

test('a page that is shown in the deck, or that opened it, cannot lead the talk', async () => {
  const { deck } = windows();
  for (const secret of ['', 'guess', null]) {
    await deck.evaluate(
      `window.postMessage({ lectern: ${JSON.stringify(secret)}, message: { type: 'talk', talk: { at: { slide: 'four', step: 0 }, shown: { slide: 'four', step: 0 }, black: true, frozen: false, timer: { since: null, spent: 0 }, changed: Date.now() } } }, '*')`,
    );
  }
  // Messages are taken one after the other, so those came before this key.
  await deck.evaluate(
    `new Promise((done) => { addEventListener('message', done, { once: true }); postMessage('after', '*'); })`,
  );
  await deck.keyboard.press('ArrowRight');
  await untilShown(deck, 'one');
  expect(await deck.evaluate(`document.querySelector('.reveal').classList.contains('paused')`)).toBe(false);
});
