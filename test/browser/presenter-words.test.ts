import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, temporaryFolder, useBrowser } from '../support/browser.ts';
import { openPresenter, untilShown } from '../support/presenter.ts';

const browser = useBrowser();
const deck = (lang: string): string =>
  `---\nlang: ${lang}\nduration: 10m\n---\n\n## One\n\n:::notes\nNotes.\n:::\n\n## Two\n\n## English {lang=en}\n\n:::notes\nMore notes.\n:::\n`;
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  const decks = ['de', 'ar', 'sw', 'en'].map((lang) => [`${lang}.md`, deck(lang)] as const);
  for (const [name, text] of decks) await writeFile(path.join(cwd, name), text);
  expect((await build({ decks: decks.map(([name]) => name), to: ['html'], cwd, browser: places })).ok).toBe(true);
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function windowsOf(lang: string): Promise<{ slides: Page; presenter: Page }> {
  const { page: slides } = await openDeck(browser(), path.join(cwd, 'dist', `${lang}.html`));
  const presenter = await openPresenter(slides);
  onTestFinished(async () => {
    await presenter.close();
    await slides.close();
  });
  return { slides, presenter };
}

const inView = (presenter: Page, expression: string): Promise<unknown> =>
  presenter.evaluate(`(({ host, querySelector }, find) => ${expression})(document.getElementById('presenter').shadowRoot,
    (selector) => document.getElementById('presenter').shadowRoot.querySelector(selector))`);

test.each([
  ['de', 'de', 'ltr', 'Einfrieren'],
  ['ar', 'ar', 'rtl', 'تجميد'],
  ['sw', 'en', 'ltr', 'Freeze'],
  ['en', 'en', 'ltr', 'Freeze'],
])('the windows of a deck in %s speak %s', async (lang, spoken, dir, freeze) => {
  const { slides, presenter } = await windowsOf(lang);
  expect(await inView(presenter, '[host.lang, host.dir]')).toEqual([spoken, dir]);
  expect(await inView(presenter, `find('[data-do=freeze] span').textContent`)).toBe(freeze);
  const notes = `(({ lang, dir, textContent }) => [lang, dir, textContent.trim()])(find('[data-part=notes]'))`;
  expect(await inView(presenter, notes)).toEqual([lang, lang === 'ar' ? 'rtl' : 'ltr', 'Notes.']);
  // The picture of the slide is read out as its text; the clock is that of the language.
  expect(await inView(presenter, `find('[data-part=screen]').ariaLabel`)).toBe('One.');
  expect(await inView(presenter, `/[AP]M/.test(find('[data-part=clock]').textContent)`)).toBe(spoken === 'en');
  await presenter.keyboard.press('End');
  await untilShown(slides, 'english');
  expect(await inView(presenter, notes)).toEqual(['en', 'ltr', 'More notes.']);
  expect(await inView(presenter, `find('[data-part=where]').dir`)).toBe('auto');
  await slides.keyboard.press('?');
  const help = `(({ lang, dir }) => [lang, dir])([...document.body.children].find((one) => one.shadowRoot?.querySelector('dialog')))`;
  expect(await slides.evaluate(help)).toEqual([spoken, dir]);
  await slides.keyboard.press('?');
  await slides.keyboard.press('g');
  const field = `(({ lang, dir }) => [lang, dir])(document.querySelector('.jump-to-slide-input'))`;
  expect(await slides.evaluate(field)).toEqual([spoken, dir]);
});

test.each(['de', 'ar'])('the next slide and the strip of time lead there when they are clicked (%s)', async (lang) => {
  const { slides, presenter } = await windowsOf(lang);
  await presenter.click('#presenter >>> .upcoming .screen');
  await untilShown(slides, 'two');
  const strip = (await inView(
    presenter,
    `(({ left, top, width, height }) => ({ left, top, width, height }))(find('[data-part=strip]').getBoundingClientRect())`,
  )) as Record<'left' | 'top' | 'width' | 'height', number>;
  const at = (share: number): [number, number] => [
    strip.left + strip.width * (lang === 'ar' ? 1 - share : share),
    strip.top + strip.height / 2,
  ];
  await presenter.mouse.click(...at(0.98));
  await untilShown(slides, 'english');
  await presenter.mouse.click(...at(0.02));
  await untilShown(slides, 'one');
});

test('tools stay in one line while somebody draws', async () => {
  const { presenter } = await windowsOf('de');
  const height = `find('nav').getBoundingClientRect().height`;
  const before = await inView(presenter, height);
  await presenter.keyboard.press('d');
  expect(await inView(presenter, height)).toBe(before);
});
