import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { currentSlide, openDeck, root, settle, useBrowser, type OpenDeck } from '../support/browser.ts';
import {
  buildWithPlugins,
  openForTest,
  PLUGIN_DECK as DECK,
  pluginFolder,
  type PluginChoice,
} from '../support/plugin-deck.ts';

const browser = useBrowser();
const FIXTURES = path.join(root, 'test/fixtures/reveal-plugins');
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

const open = (file: string, hash?: string): Promise<OpenDeck> => openForTest(browser(), file, hash);

async function opened(plugins: readonly PluginChoice[], markdown = DECK): Promise<OpenDeck> {
  return openForTest(browser(), (await buildWithPlugins(pluginFolder(), markdown, plugins)).file);
}

const visibility = (selector: string): string => `getComputedStyle(document.querySelector('${selector}')).visibility`;

describe('plugins that people use', () => {
  let file = '';
  beforeAll(async () => {
    const built = await buildWithPlugins(pluginFolder(), DECK, [MENU, CHALKBOARD, ANYTHING]);
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
    expect(keys.join('\n')).toMatch(/⇧B\s*\.\s*black/);
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
