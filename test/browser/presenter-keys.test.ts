import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { readPresenter, until, untilShown, useTwoWindows } from '../support/presenter.ts';

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

  test('leaves text fields and keys of the browser alone', async () => {
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

describe('keys of both windows', () => {
  test('freeze what the audience sees, and go on alone', async () => {
    const { deck, presenter } = windows();
    await deck.keyboard.press('z');
    await until(presenter, 'audience', 'The audience sees');
    await deck.keyboard.press('ArrowRight');
    await until(presenter, 'where', 'One');
    await deck.keyboard.press('End');
    await until(presenter, 'where', 'Four');
    await untilShown(deck, 'cover');
    await presenter.keyboard.press('z');
    await untilShown(deck, 'four');
    expect((await readPresenter(presenter)).audience).toBe('');
  });

  test('scroll the notes', async () => {
    const { deck, presenter } = windows();
    await deck.keyboard.press('ArrowRight');
    await until(presenter, 'notes', 'hello');
    const notes = `document.getElementById('presenter').shadowRoot.querySelector('[data-part=notes]')`;
    await presenter.evaluate(`${notes}.style.fontSize = '400px'`);
    for (const page of [deck, presenter]) {
      const before = await presenter.evaluate(`${notes}.scrollTop`);
      await page.keyboard.down('Shift');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.up('Shift');
      await presenter.waitForFunction(`${notes}.scrollTop > ${Number(before) + 50}`);
    }
    await untilShown(deck, 'one');
    expect((await readPresenter(presenter)).slides[0]).toBe('one');
  });

  test('put the slides on the projector and the presenter view on the laptop, and swap them', async () => {
    const { deck, presenter } = windows();
    await deck.evaluate(TWO_SCREENS);
    await presenter.evaluate(TWO_SCREENS);
    const filled = (screen: string): Promise<unknown> => deck.waitForFunction(`globalThis.filled === '${screen}'`);
    const moved = (left: number): Promise<unknown> => presenter.waitForFunction(`globalThis.place?.[0] === ${left}`);
    await deck.keyboard.press('w');
    await filled('projector');
    await moved(0);
    await presenter.keyboard.press('w');
    await filled('laptop');
    await moved(1280);
    await presenter.click('#presenter >>> [data-do=screens]');
    await filled('projector');
    await moved(0);
    expect((await readPresenter(presenter)).where).toBe('1 · On stage');
  });

  test('say what to do where the browser knows of one screen', async () => {
    const { deck, presenter } = windows();
    for (const page of [deck, presenter])
      await page.evaluate(`delete Window.prototype.getScreenDetails; globalThis.getScreenDetails = undefined`);
    await presenter.keyboard.press('w');
    await until(presenter, 'hint', 'press F there');
    await deck.keyboard.press('w');
    await deck.waitForFunction(
      `document.getElementById('controls').shadowRoot.querySelector('.hint')?.textContent.includes('press F there')`,
    );
    expect(await deck.evaluate(`document.fullscreenElement`)).toBeNull();
  });
});

/** A desktop of two screens, on which nothing really moves. */
const TWO_SCREENS = `(() => {
  const screen = (label, left, isInternal) => ({ label, availLeft: left, availTop: 0, availWidth: 1280, availHeight: 800, isInternal, isPrimary: isInternal });
  const screens = [screen('laptop', 0, true), screen('projector', 1280, false)];
  globalThis.getScreenDetails = async () => ({ screens, currentScreen: screens.find(({ label }) => label === globalThis.filled) ?? screens[0] });
  Element.prototype.requestFullscreen = async ({ screen }) => { globalThis.filled = screen.label; };
  Object.defineProperty(document, 'fullscreenElement', { get: () => globalThis.filled ? document.documentElement : null });
  globalThis.moveTo = (...place) => { globalThis.place = place; };
  globalThis.resizeTo = () => {};
})()`;
