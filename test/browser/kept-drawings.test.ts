import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { drawingsFile } from '../../src/model/drawings-file.ts';
import { accessFaults } from '../support/access-faults.ts';
import { openDeck, places, useBrowser } from '../support/browser.ts';
import { project } from '../support/cli.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';
import { openPresenter } from '../support/presenter.ts';
import { giveTalk, openTalk, ROOM_DECK } from '../support/talk.ts';

const browser = useBrowser();
const size = { width: 1280, height: 720, title: 'Talk', nameOf: (id: string) => id };
const red = [{ colour: '#ff0000', points: [100, 600, 1100, 600] }];
const lines = `document.querySelectorAll('.talk-ink g:first-of-type path').length`;

test('drawings are kept beside the deck when the speaker saves them, and the next talk begins with them', async () => {
  const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { remote: true });
  const deck = await openTalk(browser(), talk.address);
  const presenter = await openPresenter(deck);
  await presenter.keyboard.press('h');
  const layer = await (await presenter.waitForSelector('#presenter .talk-ink'))?.boundingBox();
  const { x = 0, y = 0, width = 0, height = 0 } = layer ?? {};
  await presenter.mouse.move(x + width / 4, y + height / 2);
  await presenter.mouse.down();
  await presenter.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
  await presenter.mouse.up();
  await presenter.click('#presenter >>> [data-do="export"]');
  await presenter.waitForFunction(
    `document.getElementById('presenter').shadowRoot.querySelector('.notice').textContent === 'Saved as talk.drawings.svg'`,
  );
  const kept = await readFile(path.join(talk.folder, 'talk.drawings.svg'), 'utf8');
  expect(kept.match(/<path d="M320 360/g)).toHaveLength(1);
  const next = await giveTalk({ 'talk.md': ROOM_DECK, 'talk.drawings.svg': kept }, { drawings: true });
  const again = await openTalk(browser(), next.address);
  await again.waitForFunction(`${lines} === 1`);
  await again.keyboard.press('ArrowRight');
  await again.waitForFunction(`${lines} === 0`);
});

describe('--drawings', () => {
  test('puts them into pictures, PDFs and the deck', async () => {
    const cwd = project({
      'talk.md': ROOM_DECK,
      'talk.drawings.svg': drawingsFile(
        [
          { slide: 'one', strokes: red },
          { slide: 'gone', strokes: red },
        ],
        size,
      ),
    });
    const options = { decks: ['talk.md'], cwd, outDir: 'out', browser: places, drawings: true };
    const report = await build({ ...options, to: ['html', 'png', 'pdf', 'handout'], scale: 1 });
    expect(report.decks[0]?.file.messages.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
      ['drawings-file', expect.stringContaining('drawings for the slide “gone”')],
    ]);
    const colourOf = async (picture: string): Promise<number[]> => {
      const at = { left: 640, top: 600, width: 1, height: 1 };
      const pixel = await sharp(path.join(cwd, 'out/talk.png', picture))
        .extract(at)
        .removeAlpha()
        .raw()
        .toBuffer();
      return [...pixel];
    };
    expect(await colourOf('002.png')).toEqual([255, 0, 0]);
    expect(await colourOf('003.png')).not.toEqual([255, 0, 0]);
    for (const name of ['talk.pdf', 'talk.handout.pdf'])
      expect(accessFaults(await AccessiblePdf.read(await readFile(path.join(cwd, 'out', name))))).toEqual([]);
    const { page } = await openDeck(browser(), path.join(cwd, 'out/talk.html'), '#/one');
    expect(await page.evaluate(lines)).toBe(1);
    await page.close();
  });

  test.each([
    ['that are not there', {}, 'talk.drawings.svg is not next to the deck'],
    ['that cannot be read', { 'talk.drawings.svg': '<svg/>' }, 'talk.drawings.svg has no drawings of a talk'],
  ])('says what is wrong with drawings %s', async (_, files, reason) => {
    const cwd = project({ 'talk.md': ROOM_DECK, ...files });
    const report = await build({ decks: ['talk.md'], to: ['html'], cwd, browser: places, drawings: true });
    expect(report.ok).toBe(false);
    expect(report.decks[0]?.file.messages.map(String)).toEqual([expect.stringContaining(reason)]);
  });
});
