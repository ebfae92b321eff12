import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { currentSlide, openDeck, settle, temporaryFolder, useBrowser } from '../support/browser.ts';

const browser = useBrowser();
let out: string;

beforeAll(async () => {
  out = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe('addresses by number', () => {
  let file: string;

  beforeAll(async () => {
    const cwd = path.join(out, 'numbers');
    await mkdir(cwd);
    const text = '---\ntitle: Numbers\n---\n\n## One\n\n[Three](#3)\n\n## Two\n\n## A year {#2024}\n\n## Four\n';
    await writeFile(path.join(cwd, 'talk.md'), text);
    expect((await build({ decks: ['talk.md'], to: ['html'], cwd })).ok).toBe(true);
    file = path.join(cwd, 'dist/talk.html');
  });

  test.each([
    ['#/2', 'one'],
    ['#2', 'one'],
    ['#/two', 'two'],
    ['#/2024', '2024'],
    ['#2024', '2024'],
    ['#/99', 'cover'],
    ['#/0', 'cover'],
  ])('%s opens %s, and nothing else before', async (hash, id) => {
    const page = await browser().newPage();
    await page.evaluateOnNewDocument(`addEventListener('DOMContentLoaded', () => {
      globalThis.seen = [];
      new MutationObserver(() => {
        const { id } = document.querySelector('section.slide.present') ?? {};
        if (id && seen.at(-1) !== id) seen.push(id);
      }).observe(document, { attributes: true, subtree: true });
    })`);
    await page.goto(`file://${file}${hash}`);
    await page.waitForSelector('html[data-ready]');
    await settle(page);
    expect(await page.evaluate('seen')).toEqual([id]);
    await page.evaluate(`void (location.hash = '#/4')`);
    await page.waitForSelector('[id="2024"].present');
    expect(await currentSlide(page)).toBe('2024');
    await page.close();
  });

  test('a link by number leads to the slide', async () => {
    const { page } = await openDeck(browser(), file, '#/one');
    await page.click('.present a');
    await settle(page);
    expect(await currentSlide(page)).toBe('two');
    await page.close();
  });
});

test('fields that stand over the slides can be read in every theme', async () => {
  const cwd = path.join(out, 'fields');
  await mkdir(cwd);
  await writeFile(
    path.join(cwd, 'talk.md'),
    `---\nnumbers: true\nstacks: true\n---\n\n# A\n\n${'## One\n\n'.repeat(14)}`,
  );
  for (const theme of ['folio', 'nocturne']) {
    await build({ decks: ['talk.md'], to: ['html'], theme, cwd, outDir: theme });
    const { page } = await openDeck(browser(), path.join(cwd, theme, 'talk.html'));
    await page.keyboard.press('g');
    await page.waitForSelector('.jump-to-slide-input');
    const looks = await page.evaluate(
      `(({ color, backgroundColor, fontSize }) => [color, backgroundColor, parseFloat(fontSize) >= 18])(getComputedStyle(document.querySelector('.jump-to-slide-input')))`,
    );
    expect(looks).toEqual(['rgb(255, 255, 255)', 'rgb(28, 31, 39)', true]);
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      `document.querySelector('section.slide.present:not(.stack:not(.present) *) .slide-count').textContent === '12 / 15'`,
    );
    await page.close();
  }
});

test('text says what was written, whatever a font makes of it', async () => {
  const cwd = path.join(out, 'letters');
  await mkdir(cwd);
  const text = 'x2 x4 -> y';
  await writeFile(path.join(cwd, 'talk.md'), `## ${text}\n\n${text} **${text}**\n\n- [ ] ${text}\n- [x] ${text}\n`);
  for (const theme of ['folio', 'raster']) {
    await build({ decks: ['talk.md'], to: ['html'], theme, cwd, outDir: theme });
    const { page } = await openDeck(browser(), path.join(cwd, theme, 'talk.html'));
    // With contextual forms its × is wider than an x.
    const widths = (await page.evaluate(`(() => {
      const paragraph = document.querySelector('.slide p');
      const width = (ligatures) => {
        const copy = Object.assign(document.createElement('span'), { textContent: '${text}' });
        copy.style.fontVariantLigatures = ligatures;
        paragraph.append(copy);
        const { width } = copy.getBoundingClientRect();
        copy.remove();
        return width;
      };
      return [width(''), width('none'), width('normal')];
    })()`)) as [number, number, number];
    expect(widths[0], theme).toBe(widths[1]);
    expect(widths[0], theme).not.toBe(widths[2]);
    const edges = await page.evaluate(
      `[...document.querySelectorAll('.slide p, .slide input')].map((one) => Math.round(one.getBoundingClientRect().left))`,
    );
    expect(new Set(edges as number[]).size, 'boxes stand where text begins').toBe(1);
    await page.close();
  }
});

test('no value of an attribute keeps a deck from starting', async () => {
  const cwd = path.join(out, 'values');
  await mkdir(cwd);
  const raw = `<p data-asset-copy='"]' data-fragment-index='"]' data-page='"]' data-embed='"]' data-code-steps='"]' class="fragment">text</p>`;
  await writeFile(
    path.join(cwd, 'talk.md'),
    `---\nhtml: trusted\n---\n\n## One\n\n${raw}\n\n[odd](#%E0%A4%A)\n\n## Two\n`,
  );
  await build({ decks: ['talk.md'], to: ['html'], cwd });
  const { page, complaints } = await openDeck(browser(), path.join(cwd, 'dist/talk.html'), '#/"]/%');
  await page.keyboard.press('End');
  await settle(page);
  expect(await currentSlide(page)).toBe('two');
  expect(complaints.filter((line) => line.includes('Error'))).toEqual([]);
  await page.close();
});

test('the search finds words that may be hyphenated, signs, and what a step shows, and nothing in notes', async () => {
  const cwd = path.join(out, 'search');
  await mkdir(cwd);
  const text =
    '---\nlang: de\n---\n\n## Eins\n\n:::notes\nGeheim\n:::\n\n## Zwei\n\n::::columns\n:::column\nDonaudampfschifffahrtsgesellschaft und **f(x** + y)\n:::\n:::column\nx\n:::\n::::\n\n## Drei\n\n::::steps\n- rot\n- GRÜN\n::::\n';
  await writeFile(path.join(cwd, 'talk.md'), text);
  expect((await build({ decks: ['talk.md'], to: ['html'], cwd })).ok).toBe(true);
  const { page, complaints } = await openDeck(browser(), path.join(cwd, 'dist/talk.html'));
  const find = async (words: string): Promise<unknown> => {
    await page.keyboard.down('Control');
    await page.keyboard.down('Shift');
    await page.keyboard.press('KeyF');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Control');
    await page.type('.searchinput', words);
    await page.keyboard.press('Enter');
    await settle(page);
    const seen = await page.evaluate(
      `[document.querySelector('section.slide.present').id, document.querySelector('.searchbox output').value, CSS.highlights.get('found').size]`,
    );
    await page.keyboard.press('Escape');
    expect(await page.$('.searchbox, .reveal.overview')).toBeNull();
    return seen;
  };
  expect(await find('dampfschifffahrtsgesellschaft')).toEqual(['zwei', '1 / 1', 1]);
  expect(await find('grün')).toEqual(['drei', '1 / 1', 1]);
  expect(await page.evaluate(`document.querySelectorAll('.present .fragment.visible').length`)).toBe(2);
  expect(await find('f(x + y')).toEqual(['zwei', '1 / 1', 1]);
  expect(await find('geheim')).toEqual(['zwei', '0 / 0', 0]);
  expect(complaints).toEqual([]);
  await page.close();
});
