import type { Page } from 'puppeteer';
import { describe, expect, onTestFinished, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { press, readPresenter, until, untilShown, useTwoWindows } from '../support/presenter.ts';

const browser = useBrowser();
const windows = useTwoWindows(browser);

test('shows the slide, the next one and the speaker notes, and needs nothing from outside', async () => {
  const { presenter, complaints } = windows();
  expect(await readPresenter(presenter)).toMatchObject({
    where: '1 · On stage',
    next: '2 · One',
    notes: 'No notes for this slide.',
    slides: ['cover', 'one'],
  });
  await presenter.keyboard.press('ArrowRight');
  await until(presenter, 'notes', 'Say hello first.');
  const bold = `document.getElementById('presenter').shadowRoot.querySelector('.notes strong').textContent`;
  expect(await presenter.evaluate(bold)).toBe('hello');
  // Notes stay with the presenter.
  expect(await presenter.evaluate(`document.querySelectorAll('#presenter aside.notes').length`)).toBe(0);
  expect(complaints).toEqual([]);
});

describe('one talk in two windows', () => {
  test('keys of the presenter move the slides, step by step', async () => {
    const { deck, presenter } = windows();
    for (const _ of [1, 2, 3]) await presenter.keyboard.press('ArrowRight');
    await untilShown(deck, 'two', 1);
    expect(await readPresenter(presenter)).toMatchObject({ where: '3 · Two', steps: 'Step 1 of 2', next: 'Next step' });
    await presenter.keyboard.press('PageUp');
    await untilShown(deck, 'two', 0);
    await presenter.keyboard.press('PageUp');
    await untilShown(deck, 'one');
    await presenter.keyboard.press('End');
    await untilShown(deck, 'four');
    expect((await readPresenter(presenter)).next).toBe('End of the talk');
    for (const key of ['5', 'Enter'] as const) await presenter.keyboard.press(key);
    await untilShown(deck, 'three');
    await presenter.keyboard.press('Home');
    await untilShown(deck, 'cover');
  });

  test('keys of the slides move the presenter', async () => {
    const { deck, presenter } = windows();
    for (const key of ['PageDown', 'PageDown', 'PageDown'] as const) await deck.keyboard.press(key);
    await until(presenter, 'steps', 'Step 1 of 2');
    const dots = `[...document.querySelectorAll('#presenter section.slide')].map((slide) => slide.querySelectorAll('.fragment.visible').length)`;
    expect(await presenter.evaluate(dots)).toEqual([1, 2]);
    await deck.keyboard.press('b');
    await until(presenter, 'audience', 'The audience sees black');
    await deck.keyboard.press('b');
    await until(presenter, 'steps', 'Step 1 of 2');
  });

  test('going back to a slide shows it after all its steps', async () => {
    const { deck, presenter } = windows();
    await presenter.keyboard.press('4');
    await presenter.keyboard.press('Enter');
    await untilShown(deck, 'part');
    await presenter.keyboard.press('ArrowLeft');
    await untilShown(deck, 'two', 2);
  });

  test('black is black, and over with the same key', async () => {
    const { deck, presenter } = windows();
    await presenter.keyboard.press('b');
    await deck.waitForSelector('.reveal.paused');
    expect((await readPresenter(presenter)).audience).toBe('The audience sees black');
    await presenter.keyboard.press('b');
    await deck.waitForSelector('.reveal:not(.paused)');
  });

  test('frozen, the audience stays while the presenter goes on', async () => {
    const { deck, presenter } = windows();
    await presenter.keyboard.press('ArrowRight');
    await untilShown(deck, 'one');
    await presenter.keyboard.press('z');
    for (const key of ['5', 'Enter'] as const) await presenter.keyboard.press(key);
    expect(await readPresenter(presenter)).toMatchObject({ where: '5 · Three', audience: 'The audience sees 2 · One' });
    await untilShown(deck, 'one');
    await presenter.keyboard.press('z');
    await untilShown(deck, 'three');
  });

  test('the list of slides leads anywhere', async () => {
    const { deck, presenter } = windows();
    await press(presenter, 'list');
    // Each button has the slide's picture, which is as large as its place.
    await presenter.waitForSelector('#presenter > [slot^="slide "] section.slide');
    expect(
      await presenter.evaluate(`(() => {
        const button = document.getElementById('presenter').shadowRoot.querySelector('ol li:last-child button');
        const [place] = button.querySelector('slot').assignedElements();
        const [slide, screen] = [place.querySelector('section.slide'), button.querySelector('.screen')];
        const [a, b] = [slide, screen].map((one) => one.getBoundingClientRect());
        return [slide.id, b.width > 120, Math.abs(a.width - b.width) < 2, Math.abs(a.top - b.top) < 2];
      })()`),
    ).toEqual(['four', true, true, true]);
    for (const key of ['Home', 'End', 't'] as const) await presenter.keyboard.press(key);
    expect(
      await presenter.evaluate(`document.getElementById('presenter').shadowRoot.activeElement.textContent`),
    ).toContain('Two');
    await presenter.click('#presenter >>> ol li:last-child button');
    await untilShown(deck, 'four');
    expect(
      await presenter.evaluate(`document.getElementById('presenter').shadowRoot.querySelector('dialog[open]')`),
    ).toBeNull();
  });
});

describe('the timer', () => {
  const running = `document.getElementById('presenter').shadowRoot.querySelector('[data-part="timer"]').dataset.running`;

  test('starts when the first slide is left; T stops it, R takes it to 0:00', async () => {
    const { deck, presenter } = windows();
    expect(await presenter.evaluate(running)).toBe('false');
    await deck.keyboard.press('ArrowRight');
    await until(presenter, 'where', 'One');
    expect(await presenter.evaluate(running)).toBe('true');
    await until(presenter, 'timer', '0:01');
    await presenter.keyboard.press('t');
    expect(await presenter.evaluate(running)).toBe('false');
    await presenter.keyboard.press('r');
    await until(presenter, 'timer', '0:00');
  });

  test('says how the talk keeps to its plan', async () => {
    const { presenter } = windows();
    await until(presenter, 'planned', 'of 10:00');
    await presenter.keyboard.press('End');
    await until(presenter, 'pace', 'ahead');
    const strip = `[...document.getElementById('presenter').shadowRoot.querySelectorAll('.strip span')].map((part) => part.textContent)`;
    expect(await presenter.evaluate(strip)).toEqual(['', 'Part']);
  });
});

describe('windows that come and go', () => {
  test('slides that are loaded anew stay where they were', async () => {
    const { deck, presenter } = windows();
    for (const _ of [1, 2, 3]) await presenter.keyboard.press('ArrowRight');
    await untilShown(deck, 'two', 1);
    await deck.reload();
    await deck.waitForSelector('html[data-ready]');
    await untilShown(deck, 'two', 1);
    await presenter.keyboard.press('ArrowRight');
    await untilShown(deck, 'two', 2);
  });

  test('a presenter view that is loaded anew goes on', async () => {
    const { deck, presenter } = windows();
    for (const _ of [1, 2, 3]) await deck.keyboard.press('ArrowRight');
    await until(presenter, 'steps', 'Step 1 of 2');
    await presenter.reload();
    await presenter.waitForSelector('html[data-ready]');
    await until(presenter, 'steps', 'Step 1 of 2');
    await presenter.keyboard.press('ArrowRight');
    await untilShown(deck, 'two', 2);
  });

  test('slides that were closed are missed, and come back where the talk is', async () => {
    const { deck: first, presenter } = windows();
    await presenter.keyboard.press('End');
    await untilShown(first, 'four');
    await first.close();
    await presenter.waitForFunction(
      `!document.getElementById('presenter').shadowRoot.querySelector('[data-part="lost"]').hidden`,
      { timeout: 10_000 },
    );
    const opened = new Promise<Page>((resolve) => presenter.once('popup', (popup) => resolve(popup as Page)));
    await press(presenter, 'reopen');
    const deck = await opened;
    onTestFinished(() => deck.close());
    await deck.waitForSelector('html[data-ready]');
    await untilShown(deck, 'four');
    await deck.keyboard.press('Home');
    await until(presenter, 'where', 'On stage');
  });

  test('two presenter views show the same', async () => {
    const { deck, presenter } = windows();
    const opened = new Promise<Page>((resolve) => deck.once('popup', (popup) => resolve(popup as Page)));
    await deck.evaluate(`void window.open(${JSON.stringify(presenter.url())}, 'another')`);
    const second = await opened;
    onTestFinished(() => second.close());
    await second.waitForSelector('html[data-ready]');
    await second.keyboard.press('End');
    await untilShown(deck, 'four');
    await until(presenter, 'where', '6 · Four');
  });
});
