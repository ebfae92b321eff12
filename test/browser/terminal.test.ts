import { expect, test } from 'vitest';
import { openDeck, useBrowser } from '../support/browser.ts';
import { box, evaluate, make } from '../support/made-deck.ts';

const browser = useBrowser();

const TERMINAL = `:::terminal{title=talks}
\`\`\`console
$ lectern build talk.md \\
    --to pdf
talk.md → dist/talk.pdf
>>> print(1)
\`\`\`
:::
`;

test('what is copied from a terminal has no prompts, and lines as they were written', async () => {
  const { html } = await make(`## Terminal\n\n${TERMINAL}`, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const copied = await evaluate<string>(
    page,
    `(() => {
      getSelection().selectAllChildren(document.querySelector('.terminal-text'));
      return getSelection().toString();
    })()`,
  );
  expect(copied).toBe('lectern build talk.md \\\n    --to pdf\ntalk.md → dist/talk.pdf\nprint(1)');
  await page.close();
});

test('each command of a terminal is a step', async () => {
  const steps = TERMINAL.replace('```console', ':::steps\n```console')
    .replace('```\n:::', '```\n:::\n::::')
    .replace(':::terminal', '::::terminal');
  const { html } = await make(`## Terminal\n\n${steps}`, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const shown = (): Promise<number> => evaluate(page, `document.querySelectorAll('.terminal-run.visible').length`);
  expect(await shown()).toBe(0);
  await page.keyboard.press('ArrowRight');
  expect(await shown()).toBe(1);
  await page.keyboard.press('ArrowRight');
  expect(await shown()).toBe(2);
  await page.close();
});

test('output stands beside code, as high as it', async () => {
  const deck = '## Code\n\n```py\nprint(1)\nprint(2)\n```\n\n```text output\n1\n2\n```\n';
  const { html } = await make(deck, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const code = await box(page, '.code-output > pre');
  const output = await box(page, '.code-output > pre:last-child');
  expect([output.y, output.height]).toEqual([code.y, code.height]);
  expect(output.x).toBeGreaterThan(code.x + code.width);
  expect(code.width).toBeGreaterThan(4 * output.width);
  await page.close();
});
