import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { lectern, type CliResult } from '../support/cli.ts';
import { openDeck, root, temporaryFolder, useBrowser } from '../support/browser.ts';
import { pagesAsText } from '../support/pdf-pages.ts';

const browser = useBrowser();
const FOLDER = path.join(root, 'test/fixtures/plugins/together');

/** A deck with packages that people use, plugins of reveal.js and a project's own parts, all at once. */
describe('plugins of every kind in one deck', () => {
  const outDir = mkdtempSync(path.join(temporaryFolder(), 'lectern-together-'));
  let built: CliResult;
  beforeAll(async () => {
    built = await lectern(['build', 'deck.md', '--out-dir', outDir], { cwd: FOLDER });
  });

  async function open(slide: string): Promise<Page> {
    const { page, complaints } = await openDeck(browser(), path.join(outDir, 'deck.html'), `#/${slide}`);
    onTestFinished(() => page.close());
    expect(complaints).toEqual([]);
    return page;
  }

  const ofSlide = (page: Page, expression: string): Promise<unknown> =>
    page.evaluate(`((slide) => ${expression})(document.querySelector('section.slide.present'))`);

  test('the deck builds, and nothing is wrong but a list that is scaled down', () => {
    expect([built.code, built.stderr]).toEqual([0, expect.stringMatching(/\boverflow\n+1 warning\n/)]);
  });

  test.each([
    ['contents', `[...slide.querySelectorAll('li > a')].length`, 12],
    ['contents', `slide.querySelector('li > a').getAttribute('href')`, '#words'],
    [
      'typography-and-emoji',
      `slide.querySelector('p').textContent.slice(0, 36)`,
      '“Quotes” become quotes — and dashes…',
    ],
    ['typography-and-emoji', `slide.querySelector('mark.badge').textContent`, 'text'],
    ['typography-and-emoji', `slide.querySelector('td:last-child').textContent`, 'yes'],
    ['typography-and-emoji', `slide.querySelector('h2 a').getAttribute('href')`, '#typography-and-emoji'],
    ['terms', `[...slide.querySelectorAll('dt')].map((term) => term.textContent).join()`, 'remark,rehype'],
    ['links', `slide.querySelector('p a').target`, '_blank'],
    ['links', `slide.querySelector('p a[href="#terms"]').textContent`, 'terms'],
    ['formulas', `slide.querySelectorAll('.katex').length`, 2],
    ['formulas', `getComputedStyle(slide.querySelector('.katex-mathml')).position`, 'absolute'],
    [
      'formulas',
      `slide.querySelector('.mtight').getBoundingClientRect().height < slide.querySelector('.mrel').getBoundingClientRect().height`,
      true,
    ],
    ['code', `slide.querySelector('[data-highlighted-line]').textContent`, 'console.log(one + 1);'],
    ['code', `slide.querySelectorAll('circle').length`, 5],
    ['a-dial', `slide.querySelector('.dial svg').getAttribute('aria-label')`, '75 %'],
    ['citations', `slide.querySelector('p a').textContent`, 'Knuth (1984)'],
    ['references', `slide.querySelectorAll('.csl-entry').length`, 2],
  ])('slide %s: %s', async (slide, expression, expected) => {
    expect(await ofSlide(await open(slide), expression)).toBe(expected);
  });

  test('plugins of reveal.js are there', async () => {
    const page = await open('words');
    expect(await page.evaluate(`Object.keys(Reveal.getPlugins())`)).toEqual([
      'lectern',
      'menu',
      'RevealChalkboard',
      'dial',
    ]);
  });

  test('the PDF has what remark and rehype have made, and the markup that reveal.js would have changed', async () => {
    const texts = await pagesAsText(readFileSync(path.join(outDir, 'deck.pdf')));
    expect(texts).toHaveLength(14);
    expect(texts[3]).toContain('“Quotes” become quotes');
    expect(texts[10]).toContain('75');
    expect(texts[12]).toContain('Knuth (1984)');
  });

  test('the project’s rule runs', async () => {
    const { stderr, stdout } = await lectern(['check', 'deck.md'], { cwd: FOLDER });
    expect(stderr + stdout).toMatch(/warning\s+The title is in capital letters.*\sshout/);
  });
});
