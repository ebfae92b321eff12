import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { currentSlide, useBrowser, type OpenDeck } from '../support/browser.ts';
import {
  buildWithPlugins,
  openForTest,
  PLUGIN_DECK as DECK,
  pluginFolder,
  type PluginChoice,
} from '../support/plugin-deck.ts';

const browser = useBrowser();

/** A plugin of these tests, by its code. */
function own(name: string, code: string, more: Partial<PluginChoice> = {}): PluginChoice {
  const script = path.join(pluginFolder(), `${name}.js`);
  writeFileSync(script, code);
  return { name, script, ...more };
}

async function opened(plugins: readonly PluginChoice[], markdown = DECK): Promise<OpenDeck> {
  return openForTest(browser(), (await buildWithPlugins(pluginFolder(), markdown, plugins)).file);
}

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
    const { file } = await buildWithPlugins(pluginFolder(), DECK, [
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
    const { file, messages } = await buildWithPlugins(pluginFolder(), DECK, [plugin]);
    expect(messages).toEqual([expect.stringContaining('“reach” loads from https://api.example.org')]);
    const { page } = await openForTest(browser(), file);
    const policy = (await page.evaluate(`document.querySelector('meta[http-equiv]').content`)) as string;
    expect(policy).toContain('connect-src https://api.example.org;');
    expect(policy).toMatch(/script-src [^;]*'sha256-[^;]* https:\/\/api\.example\.org;/);
  });

  test('its message is turned off as any other', async () => {
    const plugin = own('reach', `window.RevealReach = { id: 'reach' }; fetch('https://example.org/x.json')`);
    const deck = (setting: string): string => `---\ncheck:\n  needs-network: ${setting}\n---\n\n# A\n`;
    const messages = async (setting: string): Promise<string[]> =>
      (await buildWithPlugins(pluginFolder(), deck(setting), [plugin])).messages;
    expect([await messages('warning'), await messages('off')]).toEqual([
      [expect.stringContaining('“reach” seems to load “https://example.org/x.json”')],
      [],
    ]);
  });

  test('its style sheet wins over the theme, and is inside', async () => {
    const script = path.join(pluginFolder(), 'look.js');
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
