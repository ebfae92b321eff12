import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { untilShown } from '../support/presenter.ts';
import { giveTalk, openTalk, waitFor } from '../support/talk.ts';

const browser = useBrowser();
const DECK = `## One

:::notes
[there](#three) · [a heading](#deeper) · [nowhere](#gone) · [web](http://127.0.0.1:9/x) · [mail](mailto:a@b.example)
:::

## Two

### Deeper {#deeper}

## Three

third
`;

const views: [string, string, (page: Page, text: string) => Promise<void>][] = [
  ['the presenter view', '?presenter', (page, text) => page.click(`#presenter >>> ::-p-text(${text})`)],
  ['a phone', '', (page, text) => page.tap(`#remote >>> ::-p-text(${text})`)],
];

test.each(views)('links in notes move the talk or open elsewhere: %s', async (_, query, click) => {
  const talk = await giveTalk({ 'talk.md': DECK }, { remote: true, host: '127.0.0.1' });
  const deck = await openTalk(browser(), talk.address);
  const page = await openTalk(browser(), query ? talk.address + query : (talk.remote ?? ''), 'apart');
  const address = page.url();
  const back = async (): Promise<void> => {
    await deck.keyboard.press('Home');
    await untilShown(deck, 'one');
    await page.waitForSelector(`:is(#presenter, #remote) >>> [data-part="notes"] a`);
  };
  await click(page, 'there');
  await untilShown(deck, 'three');
  await back();
  await click(page, 'nowhere');
  await click(page, 'a heading');
  await deck.waitForFunction(`document.querySelector('section.slide.present #deeper') !== null`);
  await back();
  const opened = browser().waitForTarget((target) => target.url().startsWith('http://127.0.0.1:9/'));
  await click(page, 'web');
  await (await (await opened).page())?.close();
  expect(page.url()).toBe(address);
  await waitFor(async () => (await page.evaluate(`document.documentElement.dataset.connected`)) === 'true');
});
