import { expect, test } from 'vitest';
import { builtInThemes } from '../../src/styles/find-theme.ts';
import { openDeck, useBrowser } from '../support/browser.ts';
import { box, evaluate, make } from '../support/made-deck.ts';

const browser = useBrowser();

const SOURCE = ':::source\nA book\n:::\n';

test.each(builtInThemes())('a source ends the body of the slide, and a portrait is round, in %s', async (theme) => {
  const deck = [
    `## Few words\n\n- one\n- two\n\n${SOURCE}`,
    `## Sides {layout=split}\n\n- one\n\n${SOURCE}\n![Hills](hills.svg)\n`,
    `## Table\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n${SOURCE}`,
  ].join('\n');
  const quote = `---\n\n::slide{layout=quote}\n\n> Words\n> — Ada\n\n![Ada](hills.svg)\n`;
  const { html } = await make(`${deck}\n${quote}`, { to: ['html'], theme });
  const { page } = await openDeck(browser(), html);
  for (let slide = 0; slide < 3; slide += 1) {
    const [body, source] = [await box(page, '.slide-body'), await box(page, '.source')];
    expect(source.y + source.height).toBeCloseTo(body.y + body.height, 0);
    expect(source.x).toBeCloseTo(body.x, 0);
    await page.keyboard.press('ArrowRight');
  }
  const [portrait, name] = [await box(page, '.portrait'), await box(page, '.with-portrait span')];
  expect(portrait.width).toBeCloseTo(portrait.height, 0);
  expect(name.x).toBeGreaterThan(portrait.x + portrait.width);
  expect(await evaluate(page, `getComputedStyle(document.querySelector('.present .portrait')).borderRadius`)).toBe(
    '50%',
  );
  await page.close();
});
