import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentSlide, openDeck, settle, useBrowser } from '../support/browser.ts';
import { evaluate, make, pageText } from '../support/made-deck.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';

const browser = useBrowser();

describe('steps', () => {
  const deck = `## One\n\n:::steps\n- first\n- second\n:::\n\n::pause\n\nlast\n\n## Two\n\n:::stack\nA\n\nB\n:::\n\n\`\`\`js {1|2}\none;\ntwo;\n\`\`\`\n`;

  test('come in turn, take turns and emphasise, forward and back', async () => {
    const { html } = await make(deck, { to: ['html'] });
    const { page, complaints } = await openDeck(browser(), html);
    const shown = async (): Promise<string[]> => {
      await settle(page);
      return evaluate(
        page,
        `[...document.querySelectorAll('.present :is(li, p)')].filter((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true })).map((node) => node.textContent)`,
      );
    };
    const states: string[][] = [];
    for (let step = 0; step < 4; step += 1) {
      states.push(await shown());
      await page.keyboard.press('ArrowRight');
    }
    expect(states).toEqual([[], ['first'], ['first', 'second'], ['first', 'second', 'last']]);
    expect(await currentSlide(page)).toBe('two');
    expect(await shown()).toEqual(['A']);
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toEqual(['B']);
    const plain = `[...document.querySelectorAll('.present .code-line')].map((line) => line.classList.contains('dim'))`;
    expect(await evaluate(page, plain)).toEqual([false, true]);
    await page.keyboard.press('ArrowRight');
    await settle(page);
    expect(await evaluate(page, plain)).toEqual([true, false]);
    await page.keyboard.press('ArrowLeft');
    await settle(page);
    expect(await evaluate(page, plain)).toEqual([false, true]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('are pages of the PDF on request, with labels, one bookmark a slide and every id once', async () => {
    const plain = await (await make(deck, { to: ['pdf'] })).pdf();
    expect(plain.numPages).toBe(2);
    expect(await pageText(plain, 1)).toContain('last');
    expect(await pageText(plain, 2)).not.toMatch(/\bA\b/);
    const { folder, pdf } = await make(`---\ntitle: Steps\ncover: false\n---\n${deck}\n[back](#one)\n`, {
      to: ['pdf'],
      stepPages: true,
    });
    const steps = await pdf();
    expect(steps.numPages).toBe(7);
    expect(await steps.getPageLabels()).toEqual(['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3']);
    expect((await steps.getOutline()).map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(await pageText(steps, 1)).not.toContain('first');
    expect(await pageText(steps, 2)).toContain('first');
    expect(await pageText(steps, 2)).not.toContain('second');
    expect(await pageText(steps, 6)).toMatch(/\bB\b/);
    const [target] = (await steps.getDestination('one')) ?? [];
    expect(await steps.getPageIndex(target)).toBe(0);
    const source = (await AccessiblePdf.read(await readFile(path.join(folder, 'dist/talk.pdf')))).source();
    expect(source.match(/\/Title \(One\)/g)).toHaveLength(1);
  });
});

test('what two animated slides share moves to its new place', async () => {
  const { html } = await make('## A {auto-animate}\n\n- one\n\n## A {auto-animate}\n\n- zero\n- one\n', {
    to: ['html'],
  });
  const { page, complaints } = await openDeck(browser(), html);
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('.present [data-auto-animate-target]');
  expect(
    await evaluate(page, `document.querySelectorAll('.present li[data-auto-animate-target]').length`),
  ).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
  await page.close();
});

test('lines of code that two slides have move, in blocks that are not the same', async () => {
  const slide = (code: string): string => `## A {auto-animate}\n\n\`\`\`js title="a.js"\n${code}\n\`\`\`\n`;
  const { html } = await make(`${slide('let one;\nlet two;')}\n${slide('let zero;\nlet one;\nlet two;')}`, {
    to: ['html'],
  });
  const { page } = await openDeck(browser(), html);
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('.present .code-line[data-auto-animate-target]');
  const moved = `[...document.querySelectorAll('.present .code-line')].map((line) => /^\\d+$/.test(line.dataset.autoAnimateTarget ?? ''))`;
  expect(await evaluate(page, moved)).toEqual([false, true, true]);
  await page.close();
});
