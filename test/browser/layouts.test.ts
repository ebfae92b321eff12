import { describe, expect, test } from 'vitest';
import { currentSlide, openDeck, settle, useBrowser } from '../support/browser.ts';
import { box, evaluate, make } from '../support/made-deck.ts';

const browser = useBrowser();

describe('layouts', () => {
  test('halves stand side by side, and the other way round from right to left', async () => {
    const { html } = await make(
      `## A {layout=split}\n\ntext\n\n![](slide.svg)\n\n## B {layout=split lang=ar}\n\nنص\n\n![](slide.svg)\n`,
      { to: ['html'] },
    );
    const { page } = await openDeck(browser(), html);
    const [left, right] = [await box(page, '[data-slot=left]'), await box(page, '[data-slot=right]')];
    expect(left.x + left.width).toBeLessThan(right.x);
    expect(left.width).toBeCloseTo(right.width, 0);
    expect((await box(page, '[data-slot=right] img')).x).toBeGreaterThanOrEqual(right.x);
    await page.keyboard.press('ArrowRight');
    await settle(page);
    expect((await box(page, '[data-slot=left]')).x).toBeGreaterThan((await box(page, '[data-slot=right]')).x);
    await page.close();
  });

  test('pictures reach the edges of their side', async () => {
    const { html } = await make(
      `## L {layout=image-left}\n\ntext\n\n![](hills.svg)\n\n## R {layout=image-right}\n\ntext\n\n![](hills.svg)\n\n## F {layout=image-full}\n\n![](hills.svg)\n\n## B {background=hills.svg}\n`,
      { to: ['html'] },
    );
    const { page } = await openDeck(browser(), html);
    expect(await box(page, '.slide-image img')).toMatchObject({ x: 0, y: 0, width: 576, height: 720 });
    expect((await box(page, '.slide-body')).x).toBeGreaterThan(576);
    await page.keyboard.press('ArrowRight');
    await settle(page);
    expect(await box(page, '.slide-image img')).toMatchObject({ x: 704, width: 576, height: 720 });
    const body = await box(page, '.slide-body');
    expect(body.x + body.width).toBeLessThan(704);
    await page.keyboard.press('ArrowRight');
    await settle(page);
    expect(await box(page, '.slide-image img')).toMatchObject({ x: 0, y: 0, width: 1280, height: 720 });
    await page.keyboard.press('ArrowRight');
    await settle(page);
    expect(await box(page, 'img.backdrop')).toMatchObject({ x: 0, y: 0, width: 1280, height: 720 });
    await page.close();
  });
});

test('an agenda leads to its sections, and what is included leads on', async () => {
  const deck = '## Agenda {layout=agenda}\n\n# One\n\n::include{file=part.md}\n\n# Two\n';
  const { html } = await make(deck, { to: ['html'] }, { 'part.md': '## Included\n\n::toc\n' });
  const { page } = await openDeck(browser(), html);
  await page.click('.present .toc a[href="#two"]');
  await settle(page);
  expect(await currentSlide(page)).toBe('two');
  await page.keyboard.press('ArrowLeft');
  await settle(page);
  expect(await currentSlide(page)).toBe('included');
  expect(await evaluate(page, `document.querySelector('.present [aria-current]').textContent`)).toBe('Two');
  expect(await evaluate(page, `document.querySelector('.present .done').textContent`)).toBe('One');
  await page.close();
});

test('numbered lists count as their type says', async () => {
  const lists = ['1', 'a', 'A', 'i', 'I'].map((type) => `<ol type="${type}"><li>x</li></ol>`).join('\n');
  const { html } = await make(`## A\n\n${lists}\n\n1. x\n   1. y\n`, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const styles = `[...document.querySelectorAll('.slide ol')].map((list) => getComputedStyle(list).listStyleType)`;
  expect(await evaluate(page, styles)).toEqual([
    'decimal',
    'lower-alpha',
    'upper-alpha',
    'lower-roman',
    'upper-roman',
    'decimal',
    'lower-alpha',
  ]);
  await page.close();
});
