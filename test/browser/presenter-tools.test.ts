import type { Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { press, untilShown, useTwoWindows } from '../support/presenter.ts';

const browser = useBrowser();
const windows = useTwoWindows(browser);

describe('drawing and pointing', () => {
  const lines = `document.querySelectorAll('.slides .talk-ink g:first-of-type path').length`;
  const stroke = async (page: Page, box: string): Promise<void> => {
    const place = await page.waitForSelector(box);
    const { x, y, width, height } = (await place?.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + width * 0.25, y + height * 0.5);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.5, y + height * 0.5, { steps: 4 });
    await page.mouse.up();
  };

  test('what the presenter draws is seen where it was drawn, and taken back', async () => {
    const { deck, presenter } = windows();
    await presenter.keyboard.press('d');
    await stroke(presenter, '#presenter .talk-ink');
    await deck.waitForFunction(`${lines} === 1`);
    const box = `(({ x, width, y }) => [x, x + width, y].map(Math.round))(document.querySelector('.slides .talk-ink path').getBoundingClientRect())`;
    // A quarter of the slide's width to half of it, at half of its height.
    const [left = 0, right = 0, top = 0] = (await deck.evaluate(box)) as number[];
    for (const [found, wanted] of [
      [left, 320],
      [right, 640],
      [top, 360],
    ] as const)
      expect(Math.abs(found - wanted)).toBeLessThan(4);
    await stroke(presenter, '#presenter .talk-ink');
    await deck.waitForFunction(`${lines} === 2`);
    await presenter.keyboard.press('u');
    await deck.waitForFunction(`${lines} === 1`);
    // It stays with its slide.
    await presenter.keyboard.press('ArrowRight');
    await deck.waitForFunction(`${lines} === 0`);
    await presenter.keyboard.press('ArrowLeft');
    await deck.waitForFunction(`${lines} === 1`);
    await presenter.keyboard.press('c');
    await deck.waitForFunction(`${lines} === 0`);
  });

  test('so is what is drawn on the slides themselves', async () => {
    const { deck, presenter } = windows();
    await deck.bringToFront();
    await deck.keyboard.press('d');
    await stroke(deck, '.slides .talk-ink');
    await presenter.waitForFunction(
      `document.querySelectorAll('#presenter .talk-ink g:first-of-type path').length === 1`,
    );
    await deck.keyboard.press('Escape');
    expect(await deck.evaluate(`document.querySelector('.slides .talk-ink').style.pointerEvents`)).toBe('none');
  });

  test('the pointer is seen while it is over the slide', async () => {
    const { deck, presenter } = windows();
    await presenter.bringToFront();
    await presenter.keyboard.press('l');
    const place = await presenter.waitForSelector('#presenter .talk-ink');
    const { x = 0, y = 0, width = 0, height = 0 } = (await place?.boundingBox()) ?? {};
    await presenter.mouse.move(x + width / 2, y + height / 2);
    await deck.waitForFunction(
      `document.querySelector('.talk-ink circle').getAttribute('transform') === 'translate(640 360)'`,
    );
    // Frozen, it is the presenter's alone.
    await presenter.keyboard.press('z');
    await presenter.keyboard.press('ArrowRight');
    await presenter.mouse.move(x + width / 3, y + height / 3);
    await deck.waitForFunction(`document.querySelector('.talk-ink circle').style.display === 'none'`);
    await presenter.keyboard.press('z');
    await presenter.mouse.move(x + width / 2, y + height / 2);
    await deck.waitForFunction(`document.querySelector('.talk-ink circle').style.display === ''`);
    await presenter.mouse.move(x + width / 2, y + height + 100);
    await deck.waitForFunction(`document.querySelector('.talk-ink circle').style.display === 'none'`);
    expect(await deck.$('.talk-ink circle')).not.toBeNull();
  });
});

describe('tools', () => {
  const screen = '#presenter .talk-ink';
  const boxOf = async (page: Page, selector: string): Promise<(x: number, y: number) => [number, number]> => {
    const place = await page.waitForSelector(selector);
    const { x, y, width, height } = (await place?.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    return (across, down) => [x + width * across, y + height * down];
  };
  const drag = async (page: Page, points: [number, number][]): Promise<void> => {
    const [first = [0, 0], ...rest] = points;
    await page.mouse.move(...first);
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(...point, { steps: 5 });
    await page.mouse.up();
  };
  const paths = `[...document.querySelectorAll('.slides .talk-ink g:first-of-type path')].map((path) => [path.getAttribute('d'), path.style.stroke, path.style.strokeWidth])`;
  const count = (number: number): string => `${paths}.length === ${number}`;

  test('a marker is broad, X changes its colour, the eraser takes away what it touches, and U brings it back', async () => {
    const { deck, presenter } = windows();
    const at = await boxOf(presenter, screen);
    await presenter.keyboard.press('h');
    await drag(presenter, [at(0.1, 0.2), at(0.4, 0.2)]);
    await presenter.keyboard.press('x');
    await drag(presenter, [at(0.1, 0.4), at(0.4, 0.4)]);
    await deck.waitForFunction(count(2));
    const drawn = (await deck.evaluate(paths)) as string[][];
    expect(drawn.map(([, ...look]) => look)).toEqual([
      ['rgb(245, 179, 1)', '26'],
      ['rgb(255, 255, 255)', '26'],
    ]);
    await presenter.keyboard.press('e');
    await drag(presenter, [at(0.2, 0.1), at(0.2, 0.3)]);
    await deck.waitForFunction(count(1));
    expect((await deck.evaluate(paths)) as string[][]).toEqual([drawn[1]]);
    await presenter.keyboard.press('u');
    await deck.waitForFunction(count(2));
    await presenter.keyboard.press('c');
    await deck.waitForFunction(count(0));
    await presenter.keyboard.press('u');
    await deck.waitForFunction(count(2));
  });

  test('a line becomes straight where Shift is held, or the hand is held still', async () => {
    const { deck, presenter } = windows();
    const at = await boxOf(presenter, screen);
    await presenter.keyboard.press('d');
    await presenter.keyboard.down('Shift');
    await drag(presenter, [at(0.2, 0.2), at(0.5, 0.21), at(0.5, 0.5), at(0.21, 0.5), at(0.2, 0.21)]);
    await presenter.keyboard.up('Shift');
    await deck.waitForFunction(count(1));
    const points = ((await deck.evaluate(paths)) as string[][])[0]?.[0]?.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const different = (axis: number): number => new Set(points.filter((_, index) => index % 2 === axis)).size;
    // A box: no more than its sides and their middles.
    expect([different(0), different(1)]).toEqual([3, 3]);
    await presenter.mouse.move(...at(0.1, 0.7));
    await presenter.mouse.down();
    await presenter.mouse.move(...at(0.3, 0.71), { steps: 5 });
    await presenter.mouse.move(...at(0.6, 0.7), { steps: 5 });
    await deck.waitForFunction(
      `new Set(document.querySelector('.slides .talk-ink g + g path')?.getAttribute('d').match(/[\\d.]+/g).filter((_, index) => index % 2)).size === 1`,
    );
    await presenter.mouse.up();
    await deck.waitForFunction(count(2));
    expect(await deck.evaluate(`document.querySelector('.talk-ink').innerHTML.includes('path')`)).toBe(true);
  });

  test('a spotlight is where the hand is, and the wheel makes it wider', async () => {
    const { deck, presenter } = windows();
    const at = await boxOf(presenter, screen);
    const light = `[document.querySelector('.slides .talk-ink circle + circle').getAttribute('transform'), Number(document.querySelector('#talk-spot').getAttribute('r'))].join()`;
    await presenter.keyboard.press('i');
    await presenter.mouse.move(...at(0.5, 0.5));
    await deck.waitForFunction(`${light} === 'translate(640 360),150'`);
    await presenter.mouse.wheel({ deltaY: -300 });
    await deck.waitForFunction(`Number(${light}.split(',')[1]) > 200`);
    await presenter.keyboard.press('Escape');
    await deck.waitForFunction(`document.querySelector('.slides .talk-ink circle + circle').style.display === 'none'`);
    expect(await presenter.$(`#presenter >>> [data-do="spotlight"][aria-pressed="false"]`)).not.toBeNull();
  });

  test('a frame shows a part of the slide large; it is moved, drawn upon and left', async () => {
    const { deck, presenter } = windows();
    const at = await boxOf(presenter, screen);
    const seen = `[document.querySelector('section.present').style.scale, document.querySelector('section.present').style.translate].join()`;
    await presenter.keyboard.press('m');
    await drag(presenter, [at(0.5, 0.5), at(0.75, 0.75)]);
    await deck.waitForFunction(`${seen} === '4,-640px -360px'`);
    await drag(presenter, [at(0.6, 0.6), at(0.5, 0.6)]);
    await deck.waitForFunction(`${seen} === '4,-128px -360px'`);
    await presenter.keyboard.press('ArrowDown');
    await deck.waitForFunction(`${seen} === '4,-128px -504px'`);
    // What is drawn in the middle of the window is in the middle of the part.
    await deck.bringToFront();
    await deck.keyboard.press('d');
    await drag(deck, [
      [640, 360],
      [700, 360],
    ]);
    await deck.waitForFunction(count(1));
    expect(((await deck.evaluate(paths)) as string[][])[0]?.[0]).toMatch(/^M672 486/);
    // The light table shows whole slides.
    await deck.keyboard.press('o');
    await deck.waitForSelector('.reveal.overview');
    expect(await deck.evaluate(`getComputedStyle(document.querySelector('section.present')).scale`)).toBe('none');
    await deck.keyboard.press('Enter');
    await deck.waitForSelector('.reveal:not(.overview)');
    await deck.keyboard.press('Escape');
    await deck.keyboard.press('Escape');
    await deck.waitForFunction(`${seen} === ','`);
    await presenter.waitForFunction(`document.querySelector('.talk-ink > path').style.display === 'none'`);
    // Another slide is whole.
    await presenter.keyboard.press('+');
    await deck.waitForFunction(`${seen}.startsWith('1.25')`);
    await presenter.keyboard.press('PageDown');
    await untilShown(deck, 'one');
    await presenter.keyboard.press('PageUp');
    await untilShown(deck, 'cover');
    expect(await deck.evaluate(seen)).toBe(',');
  });
});

test('drawings of the talk are saved as one picture', async () => {
  const { presenter } = windows();
  await presenter.evaluate(
    `URL.createObjectURL = (blob) => { void blob.text().then((text) => (globalThis.saved = text)); return '#'; }`,
  );
  await presenter.keyboard.press('d');
  const layer = await presenter.waitForSelector('#presenter .talk-ink');
  const { x = 0, y = 0, width = 0, height = 0 } = (await layer?.boundingBox()) ?? {};
  for (const _ of [1, 2]) {
    await presenter.mouse.move(x + width / 4, y + height / 4);
    await presenter.mouse.down();
    await presenter.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
    await presenter.mouse.up();
    await presenter.keyboard.press('ArrowRight');
  }
  await press(presenter, 'export');
  await presenter.waitForFunction(`globalThis.saved`);
  const saved = (await presenter.evaluate(`globalThis.saved`)) as string;
  expect(saved.match(/<path /g)).toHaveLength(2);
  expect([...saved.matchAll(/<text[^>]*>([^<]*)/g)].map(([, name]) => name)).toEqual(['1 · On stage', '2 · One']);
  expect(saved).toContain('M320 180');
});
