import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { openPresenter, untilShown } from '../support/presenter.ts';
import { giveTalk, openTalk, untilText, type Talk } from '../support/talk.ts';

const browser = useBrowser();
const DECK = '## One\n\nfirst\n\n## Two\n\n<b class="twice">ab</b>\n\n## Three\n\nthird\n';
/** Counts its starts in the page, and binds a key. */
const COUNT = `export default {
  id: 'count',
  init(deck) {
    document.body.dataset.count = 'first';
    deck.addKeyBinding({ keyCode: 68, key: 'D', description: 'count' }, () => (document.body.dataset.pressed = 'yes'));
  },
};
`;
/** Makes something else of the markup of slides. */
const TWICE = `export default {
  id: 'twice',
  init(deck) {
    deck.on('ready', () => {
      for (const one of document.querySelectorAll('.twice')) one.textContent += one.textContent;
    });
  },
};
`;
const config = (...names: string[]): string =>
  `export default { revealPlugins: ${JSON.stringify(names.map((name) => ({ script: `./${name}.js` })))} };\n`;

async function talkWith(plugins: string[], options: Parameters<typeof giveTalk>[1] = {}): Promise<Talk> {
  const files = { 'count.js': COUNT, 'twice.js': TWICE, 'lectern.config.js': config(...plugins), 'package.json': '{}' };
  return giveTalk({ 'talk.md': DECK, ...files }, options);
}

const data = (page: Page): Promise<unknown> => page.evaluate('({ ...document.body.dataset })');
const mark = (page: Page): Promise<unknown> => page.evaluate('void (globalThis.marked = true)');
const marked = (page: Page): Promise<unknown> => page.evaluate('globalThis.marked === true');

describe('plugins of reveal.js in a talk', () => {
  test('run in the slides’ window and for followers, not in the presenter view', async () => {
    const talk = await talkWith(['count'], { share: true });
    const page = await openTalk(browser(), talk.address);
    const reader = await openTalk(browser(), talk.share ?? '', 'apart');
    const presenter = await openPresenter(page);
    await presenter.waitForSelector('body > div');
    expect([await data(page), await data(reader)]).toEqual([{ count: 'first' }, { count: 'first' }]);
    expect(await presenter.evaluate('document.body.dataset.count')).toBeUndefined();
    for (const one of [page, reader]) await one.keyboard.press('d');
    expect([await data(page), await data(reader)]).toMatchObject([{ pressed: 'yes' }, { pressed: 'yes' }]);
  });

  test('a phone as remote does not get them', async () => {
    const talk = await talkWith(['count'], { remote: true });
    const phone = await browser().newPage();
    await phone.goto(talk.remote ?? '');
    await phone.waitForSelector('html[data-connected="true"]');
    expect(await phone.evaluate('document.documentElement.outerHTML.includes("reveal-plugin")')).toBe(false);
    await phone.close();
  });

  test('what is saved is put into the page, which is not loaded anew', async () => {
    const talk = await talkWith(['count']);
    const page = await openTalk(browser(), talk.address);
    await mark(page);
    await talk.save('talk.md', DECK.replace('first', 'fresh'));
    await untilText(page, 'fresh');
    expect(await marked(page)).toBe(true);
  });

  test('a plugin that changes slides gets those of the source once more, and the place stays', async () => {
    const talk = await talkWith(['twice']);
    const page = await openTalk(browser(), talk.address);
    await page.keyboard.press('ArrowRight');
    await untilText(page, 'abab');
    await mark(page);
    await talk.save('talk.md', DECK.replace('ab', 'cd'));
    await untilText(page, 'cdcd');
    await untilShown(page, 'two');
    expect(await marked(page)).toBe(false);
  });

  test('a script that is saved, and a plugin that is taken out, reach the page', async () => {
    const talk = await talkWith(['count']);
    const page = await openTalk(browser(), talk.address);
    await talk.save('count.js', COUNT.replace(`'first'`, `'second'`));
    await page.waitForSelector('body[data-count=second]');
    await talk.save('lectern.config.js', config());
    await page.waitForSelector('html[data-ready] body:not([data-count])');
    await rm(path.join(talk.folder, 'count.js'));
    expect(await data(page)).toEqual({});
  });
});
