import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDeck, root, settle, useBrowser } from '../support/browser.ts';
import { evaluate, make } from '../support/made-deck.ts';

const browser = useBrowser();

/** Kinds whose labels Mermaid gives no setting for: `check` warns of them. */
const SMALL = new Set(['c4', 'ishikawa']);

/** A value of `fill`, `stroke` and other colours, in attributes and in styles. */
const COLOUR = /(?<![\w-])(?:fill|stroke|color|stop-color|background(?:-color)?)\s*[:=]\s*"?\s*([#a-z][^;"'}]*)/gi;
const PLAIN = /^(?:var|color-mix|none|currentColor|transparent|inherit|revert|url)\b/;

test('every kind of Mermaid has the colours of the theme alone, labels that can be read, and no line for today', async () => {
  const slides: { name: string; markup: string; least: number; today: number }[] = [];
  const source = await readFile(path.join(root, 'test/fixtures/mermaid/kinds.md'), 'utf8');
  const { html, messages } = await make(source, { to: ['html'] });
  expect(messages).toEqual([]);
  const { page } = await openDeck(browser(), html);
  const count = await evaluate<number>(page, `document.querySelectorAll('section.slide').length`);
  for (let slide = 0; slide < count; slide += 1) {
    const facts = `(() => {
      const svg = document.querySelector('section.present .diagram > svg'), size = svg.viewBox.baseVal;
      const scale = Math.min(svg.clientWidth / size.width, svg.clientHeight / size.height);
      const labels = [...svg.querySelectorAll('text')].filter((text) => text.getBoundingClientRect().width > 1);
      return {
        name: document.querySelector('section.present').id, markup: svg.innerHTML, today: svg.querySelectorAll('.today').length,
        least: Math.min(...labels.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale)),
      };
    })()`;
    slides.push(await evaluate(page, facts));
    await page.keyboard.press('ArrowRight');
    await settle(page);
  }
  await page.close();
  expect(slides.length).toBeGreaterThan(24);
  const foreign = slides.flatMap(({ name, markup }) =>
    [...markup.matchAll(COLOUR)]
      .map(([, colour = '']) => colour)
      .filter((colour) => !PLAIN.test(colour))
      .map((colour) => `${name}: ${colour}`),
  );
  expect(foreign).toEqual([]);
  const small = slides
    .filter(({ name, least }) => least < 15.5 && !SMALL.has(name))
    .map(({ name, least }) => `${name}: ${least}`);
  expect(small).toEqual([]);
  expect(slides.filter(({ today }) => today > 0)).toEqual([]);
}, 120_000);
