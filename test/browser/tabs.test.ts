import { expect, test } from 'vitest';
import { openDeck, settle, useBrowser } from '../support/browser.ts';
import { box, evaluate, make, pageText } from '../support/made-deck.ts';

const browser = useBrowser();

const CODES = '```py\none()\n```\n\n```ts\ntwo();\n```\n\n```rust\nthree!();\nfour!();\n```\n';
const SHOWN = `[...document.querySelectorAll('.present .tab-view')].filter((view) => getComputedStyle(view).visibility === 'visible').map((view) => view.querySelector('code').textContent.trim()).at(-1)`;

test('tabs show one of several blocks of code, by click and by key, and slides go on', async () => {
  const { html, pdf } = await make(`## Tabs\n\n:::tabs\n${CODES}:::\n\n## Next\n\nWords\n`, { to: ['html', 'pdf'] });
  const { page } = await openDeck(browser(), html);
  const place = await box(page, '.tabs');
  expect(await evaluate(page, SHOWN)).toBe('one()');
  await page.click('.present .tab-view:nth-child(1) .tab[data-tab="2"]');
  expect(await evaluate(page, SHOWN)).toBe('two();');
  await page.focus('.present .tab-view:nth-child(2) .tab[data-tab="3"]');
  await page.keyboard.press('Enter');
  expect(await evaluate(page, SHOWN)).toBe('three!();\nfour!();');
  expect(await evaluate(page, `document.activeElement.matches('.tab[data-tab="3"][aria-current]')`)).toBe(true);
  expect(await box(page, '.tabs')).toEqual(place);
  await page.keyboard.press('ArrowRight');
  expect(await evaluate(page, `document.querySelector('.present h2').textContent`)).toBe('Next');
  await page.close();
  const printed = await pageText(await pdf(), 1);
  expect(printed).toContain('one');
  expect(printed).toContain('Rust');
  expect(printed).not.toContain('two');
});

test('tabs in steps follow each other', async () => {
  const { html } = await make(`## Tabs\n\n::::tabs\n:::steps\n${CODES}:::\n::::\n`, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  expect(await evaluate(page, SHOWN)).toBe('one()');
  await page.keyboard.press('ArrowRight');
  await settle(page);
  expect(await evaluate(page, SHOWN)).toBe('two();');
  await page.keyboard.press('ArrowRight');
  await settle(page);
  expect(await evaluate(page, SHOWN)).toBe('three!();\nfour!();');
  await page.close();
});
