import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import { openDeck, places, settle, temporaryFolder, useBrowser } from '../support/browser.ts';

const browser = useBrowser();
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  const deck =
    '## Tasks\n\n- [ ] open\n- [x] done\n\n::embed[Page]{src=https://example.com}\n\n```js {1}\na;\nb;\n```\n\n:step[said]{effect=highlight}\n\n## Next\n';
  await writeFile(path.join(cwd, 'talk.md'), deck);
  expect((await build({ decks: ['talk.md'], to: ['html'], cwd, browser: places })).ok).toBe(true);
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

test('in forced colours boxes, signs and marks are still told apart', async () => {
  const { page } = await openDeck(browser(), path.join(cwd, 'dist/talk.html'));
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  const colours = (selector: string): Promise<unknown> =>
    page.evaluate(
      `(({ backgroundColor }) => backgroundColor)(getComputedStyle(document.querySelector('${selector}')))`,
    );
  const system = (name: string): Promise<unknown> =>
    page.evaluate(
      `(() => { const probe = document.createElement('i'); probe.style.backgroundColor = '${name}'; document.body.append(probe); const { backgroundColor } = getComputedStyle(probe); probe.remove(); return backgroundColor; })()`,
    );
  expect(await colours('.slide')).toBe(await system('Canvas'));
  expect(await colours('.slide input:checked')).toBe(await system('Highlight'));
  expect(await colours('.slide .media-sign')).toBe(await system('CanvasText'));
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.media-card')).outlineStyle`)).toBe('solid');
  const bars = `[...document.querySelectorAll('.code-line')].map((line) => getComputedStyle(line).borderLeftWidth)`;
  expect(await page.evaluate(bars)).toEqual(['4px', '0px']);
  expect(await colours('.fragment.highlight')).not.toBe(await system('Mark'));
  await page.keyboard.press('ArrowRight');
  await settle(page);
  expect(await colours('.fragment.highlight')).toBe(await system('Mark'));
  await page.keyboard.press('Escape');
  await settle(page);
  const edges = (await page.evaluate(
    `[...document.querySelectorAll('section.slide')].map((slide) => getComputedStyle(slide).outlineColor)`,
  )) as string[];
  expect(edges[0]).toBe(await system('Highlight'));
  expect(edges[1]).not.toBe(edges[0]);
  await page.close();
});
