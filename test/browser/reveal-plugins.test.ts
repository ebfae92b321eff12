import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { currentSlide, openDeck, root, settle, temporaryFolder, useBrowser } from '../support/browser.ts';
import { buildWithPlugins, type PluginChoice } from '../support/plugin-deck.ts';

const browser = useBrowser();
const FIXTURES = path.join(root, 'test/fixtures/reveal-plugins');
const DECK = `---
title: Plugins at work
---

# A deck

## First

Text

## Second

<div class="dial">75</div>

## Third
`;

const MENU: PluginChoice = {
  name: 'menu',
  script: path.join(root, 'node_modules/reveal.js-menu/menu.js'),
  options: { menu: { numbers: true } },
};
const CHALKBOARD: PluginChoice = {
  name: 'chalkboard',
  script: path.join(FIXTURES, 'chalkboard/plugin.js'),
  styles: [path.join(FIXTURES, 'chalkboard/style.css')],
};
const ANYTHING: PluginChoice = {
  name: 'anything',
  script: path.join(FIXTURES, 'anything/plugin.js'),
  options: {
    anything: [
      {
        className: 'dial',
        initialize(element: { textContent: string; innerHTML: string }) {
          element.innerHTML = `<meter min="0" max="100" value="${element.textContent}"></meter>`;
        },
      },
    ],
  },
};

const folder = (): string => mkdtempSync(path.join(temporaryFolder(), 'lectern-plugins-'));

/** A plugin of these tests, by its code. */
function own(name: string, code: string, more: Partial<PluginChoice> = {}): PluginChoice {
  const script = path.join(folder(), `${name}.js`);
  writeFileSync(script, code);
  return { name, script, ...more };
}

interface Opened {
  page: Page;
  complaints: string[];
}

async function open(file: string, hash = ''): Promise<Opened> {
  const opened = await openDeck(browser(), file, hash);
  onTestFinished(() => opened.page.close());
  return opened;
}

async function opened(plugins: readonly PluginChoice[], markdown = DECK): Promise<Opened> {
  return open((await buildWithPlugins(folder(), markdown, plugins)).file);
}

const visibility = (selector: string): string => `getComputedStyle(document.querySelector('${selector}')).visibility`;

describe('plugins that people use', () => {
  let file = '';
  beforeAll(async () => {
    const built = await buildWithPlugins(folder(), DECK, [MENU, CHALKBOARD, ANYTHING]);
    expect(built.messages).toEqual([]);
    file = built.file;
  });

  test('are in the file, and nothing is loaded', async () => {
    const { page, complaints } = await open(file);
    const names = await page.evaluate(`Object.keys(Reveal.getPlugins())`);
    expect([names, complaints]).toEqual([['lectern', 'menu', 'RevealChalkboard', 'RevealAnything'], []]);
  });

  test('menu: its key opens it, its icons are there, arrows and Enter go to a slide', async () => {
    const { page } = await open(file);
    await page.keyboard.press('m');
    await page.waitForSelector('body.slide-menu-active');
    const icon = `document.fonts.check('900 20px "Font Awesome 5 Free"', '\\uf0c9') && [...document.fonts].some(({ family, status }) => /Awesome/.test(family) && status === 'loaded')`;
    await page.waitForFunction(icon);
    const items = `[...document.querySelectorAll('.slide-menu-item')].map((item) => item.textContent.trim())`;
    expect(await page.evaluate(items)).toEqual([
      '1. Plugins at work',
      '2. A deck',
      '3. First',
      '4. Second',
      '5. Third',
    ]);
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter'] as const) await page.keyboard.press(key);
    await settle(page);
    expect(await currentSlide(page)).toBe('first');
    await page.keyboard.press('ArrowRight');
    expect(await currentSlide(page)).toBe('second');
  });

  test('chalkboard: B is its key, and Shift+B shows black', async () => {
    const { page } = await open(file);
    await page.keyboard.press('b');
    await page.waitForFunction(`${visibility('#chalkboard')} === 'visible'`);
    const board = `(({ width, height }) => [width, height])(document.querySelector('#chalkboard canvas').getBoundingClientRect())`;
    expect(await page.evaluate(board)).toEqual([1280, 720]);
    expect(await page.evaluate('Reveal.isPaused()')).toBe(false);
    const ink = `document.querySelector('#chalkboard canvas').getContext('2d').getImageData(200, 180, 300, 40).data.reduce((a, b) => a + b)`;
    const empty = await page.evaluate(ink);
    await page.mouse.move(220, 200);
    await page.mouse.down();
    await page.mouse.move(480, 200, { steps: 8 });
    await page.mouse.up();
    expect(await page.evaluate(ink)).not.toBe(empty);
    await page.keyboard.press('b');
    await page.waitForFunction(`${visibility('#chalkboard')} === 'hidden'`);
    await page.keyboard.down('Shift');
    await page.keyboard.press('b');
    await page.keyboard.up('Shift');
    expect(await page.evaluate('Reveal.isPaused()')).toBe(true);
  });

  test('the list of keys names theirs, and Lectern’s with Shift', async () => {
    const { page } = await open(file);
    await page.keyboard.press('?');
    const dialog = `[...document.querySelectorAll('div')].find((host) => host.shadowRoot?.querySelector('dialog[open]')).shadowRoot`;
    const keys = (await page.evaluate(
      `[...${dialog}.querySelectorAll('dl')].map((list) => list.innerText)`,
    )) as string[];
    expect(keys[1]).toMatch(/⇧B\s*\.\s*black/);
    expect(keys.at(-1)).toMatch(/M\s*Toggle menu/);
    expect(keys.at(-1)).toMatch(/B\s*Toggle chalkboard/);
    const shots = process.env['SHOTS'];
    if (shots) await page.screenshot({ path: `${shots}/help.png` });
  });

  test('anything: markup of slides becomes what its function makes of it', async () => {
    const { page } = await open(file, '#/second');
    expect(await page.evaluate(`document.querySelector('.dial meter').value`)).toBe(75);
  });

  test('none of them runs in the presenter view', async () => {
    const { page } = await openDeck(browser(), file);
    onTestFinished(() => page.close());
    const presenter = await browser().newPage();
    onTestFinished(() => presenter.close());
    await presenter.goto(`${page.url().split('#')[0]}?presenter=x`);
    await presenter.waitForFunction(`document.body.children.length > 0 && !document.querySelector('.reveal.ready')`);
    expect(await presenter.evaluate(`[typeof RevealMenu, typeof RevealChalkboard]`)).toEqual([
      'undefined',
      'undefined',
    ]);
  });
});

describe('modules', () => {
  const dist = path.join(root, 'node_modules/reveal.js/dist/plugin');
  test.each([
    ['zoom of reveal.js', path.join(dist, 'zoom.mjs'), 'zoom'],
    ['search of reveal.js', path.join(dist, 'search.mjs'), 'search'],
    ['menu, built as a module', path.join(root, 'node_modules/reveal.js-menu/menu.esm.js'), 'menu'],
    ['menu, not minified', path.join(root, 'node_modules/reveal.js-menu/plugin.js'), 'menu'],
  ])('%s', async (_, script, id) => {
    const { page, complaints } = await opened(
      [{ name: id, script }],
      `---\nhtml: trusted\n---\n\n${DECK.slice(DECK.indexOf('# A deck'))}`,
    );
    expect([await page.evaluate(`Reveal.hasPlugin('${id}')`), complaints]).toEqual([true, []]);
    if (id !== 'menu') return;
    await page.keyboard.press('m');
    await page.waitForFunction(
      `[...document.fonts].some(({ family, status }) => /Awesome/.test(family) && status === 'loaded')`,
    );
  });
});

describe('a plugin that fails does not keep the deck from starting', () => {
  const good = own('good', `window.RevealGood = { id: 'good', init: () => { document.body.dataset.good = 'yes' } }`);
  test.each([
    ['at once', `throw new Error('at once'); window.RevealBad = {}`, 'its script has failed'],
    ['without a plugin', `window.RevealBad = 7`, 'brings no plugin'],
    ['when it is made', `window.RevealBad = () => { throw new Error('made') }`, 'made'],
    ['when it starts', `window.RevealBad = { id: 'bad', init() { throw new Error('started') } }`, 'started'],
    ['later', `window.RevealBad = { id: 'bad', init: () => Promise.reject(new Error('later')) }`, 'later'],
    ['frozen', `window.RevealBad = Object.freeze({ id: 'bad', init() { throw new Error('cold') } })`, 'cold'],
    ['as a module', `export default { id: 'bad', init() { throw new Error('module') } }`, 'module'],
  ])('%s', async (_, code, reason) => {
    const { page, complaints } = await opened([own('bad', code), good]);
    await page.keyboard.press('ArrowRight');
    expect([await currentSlide(page), await page.evaluate('document.body.dataset.good')]).toEqual(['a-deck', 'yes']);
    expect(complaints.filter((one) => one.includes('The plugin “bad” was left out')).join()).toContain(reason);
  });

  test('that never says that it has started', async () => {
    const { file } = await buildWithPlugins(folder(), DECK, [
      own('slow', `window.RevealSlow = { id: 'slow', init: () => new Promise(() => {}) }`),
      good,
    ]);
    const page = await browser().newPage();
    onTestFinished(() => page.close());
    // Nobody waits in tests.
    await page.evaluateOnNewDocument(
      `{ const set = setTimeout; window.setTimeout = (run, ms) => set(run, ms / 1000) }`,
    );
    await page.goto(`file://${file}`);
    await page.waitForSelector('html[data-ready]');
    expect(await page.evaluate('document.body.dataset.good')).toBe('yes');
  });
});

describe('what a plugin may do', () => {
  test('a function of it that others call is still its own', async () => {
    const code = `class Counter { #n = 0; id = 'counter'; init() {} next() { return ++this.#n } }\nwindow.RevealCounter = new Counter()`;
    const { page } = await opened([own('counter', code)]);
    expect(await page.evaluate(`Reveal.getPlugin('counter').next()`)).toBe(1);
  });

  test('the global Reveal is the deck, also for what was asked of it before', async () => {
    const code = `Reveal.on('ready', () => { document.body.dataset.early = Reveal.getTotalSlides() });\nReveal.registerPlugin({ id: 'second', init(deck) { document.body.dataset.second = deck.getConfig().second } });\nwindow.RevealOld = { id: 'old', init() { document.body.dataset.old = Reveal.getConfig().width } }`;
    const { page } = await opened([own('old', code, { options: { second: 'yes' } })]);
    expect(await page.evaluate('({ ...document.body.dataset })')).toMatchObject({
      early: '5',
      second: 'yes',
      old: '1280',
    });
  });

  test('Lectern’s own configuration takes precedence over its options', async () => {
    const { page } = await opened([
      own('bold', `window.RevealBold = { id: 'bold' }`, { options: { hash: false, width: 99 } }),
    ]);
    expect(await page.evaluate('[Reveal.getConfig().hash, Reveal.getConfig().width]')).toEqual([true, 1280]);
  });

  test.each(['safe', 'trusted'])('it runs, and reaches nothing on the web (html: %s)', async (html) => {
    const code = `window.RevealReach = { id: 'reach', init: () => fetch('https://example.org/x').catch((error) => { document.body.dataset.reach = error.name }) }`;
    const { page } = await opened([own('reach', code)], `---\nhtml: ${html}\n---\n\n# A\n`);
    const policy = `document.querySelector('meta[http-equiv]').content`;
    expect(await page.evaluate(`[document.body.dataset.reach, /connect-src/.test(${policy})]`)).toEqual([
      'TypeError',
      false,
    ]);
  });

  test('what it declares is in the policy, and in a message', async () => {
    const code = `window.RevealReach = { id: 'reach' }`;
    const plugin = own('reach', code, { network: ['https://api.example.org'] });
    const { file, messages } = await buildWithPlugins(folder(), DECK, [plugin]);
    expect(messages).toEqual([expect.stringContaining('“reach” loads from https://api.example.org')]);
    const { page } = await open(file);
    const policy = (await page.evaluate(`document.querySelector('meta[http-equiv]').content`)) as string;
    expect(policy).toContain('connect-src https://api.example.org;');
    expect(policy).toMatch(/script-src [^;]*'sha256-[^;]* https:\/\/api\.example\.org;/);
  });

  test('its message is turned off as any other', async () => {
    const plugin = own('reach', `window.RevealReach = { id: 'reach' }; fetch('https://example.org/x.json')`);
    const deck = (setting: string): string => `---\ncheck:\n  needs-network: ${setting}\n---\n\n# A\n`;
    const messages = async (setting: string): Promise<string[]> =>
      (await buildWithPlugins(folder(), deck(setting), [plugin])).messages;
    expect([await messages('warning'), await messages('off')]).toEqual([
      [expect.stringContaining('“reach” seems to load “https://example.org/x.json”')],
      [],
    ]);
  });

  test('its style sheet wins over the theme, and is inside', async () => {
    const script = path.join(folder(), 'look.js');
    const style = path.join(path.dirname(script), 'look.css');
    writeFileSync(script, `window.RevealLook = { id: 'look' }`);
    writeFileSync(style, '.reveal h1 { color: rgb(1, 2, 3) }');
    const { page } = await opened([{ name: 'look', script, styles: [style] }]);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(1, 2, 3)');
  });

  test('keys that go through the slides stay Lectern’s, others are its own', async () => {
    const code = `window.RevealKeys = { id: 'keys', init(deck) { for (const [key, code] of [['right', 39], ['t', 84], ['d', 68]]) deck.addKeyBinding({ keyCode: code, key, description: key }, () => { document.body.dataset[key] = 'pressed' }) } }`;
    const { page } = await opened([own('keys', code)]);
    for (const key of ['d', 't', 'ArrowRight'] as const) await page.keyboard.press(key);
    expect(await currentSlide(page)).toBe('a-deck');
    expect(await page.evaluate('({ ...document.body.dataset })')).toEqual({ d: 'pressed', t: 'pressed' });
  });
});
