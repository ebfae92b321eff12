import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { check } from '../../src/app/check.ts';
import { checkMessages } from '../../src/cli/check-messages.ts';
import { openDeck, places, useBrowser } from '../support/browser.ts';
import { box, evaluate, make, testFolder } from '../support/made-deck.ts';

const browser = useBrowser();

const WORDS =
  'Words with a [link to a page](https://example.org) and **more**.\n\n### Third\n\n- item\n\n> Quoted\n> — Ada';

/** Pictures that words of each tone are hard to read on, besides noise. */
const HARDEST = { light: 'black', dark: 'white', accent: 'yellow' } as const;

/** Draws pictures that are hard to write on: the lightest, the darkest, a strong colour, noise. */
async function drawHardPictures(folder: string): Promise<void> {
  const draw: Record<string, (x: number, y: number) => string> = {
    white: () => '#fff',
    black: () => '#000',
    yellow: () => '#ff0',
    noise: (x, y) => `hsl(${(x * 97 + y * 31) % 360} 90% ${(x * 53 + y * 71) % 100}%)`,
  };
  for (const [name, colourOf] of Object.entries(draw)) {
    const canvas = createCanvas(640, 360);
    const context = canvas.getContext('2d');
    for (let x = 0; x < 64; x += 1) {
      for (let y = 0; y < 36; y += 1) {
        context.fillStyle = colourOf(x, y);
        context.fillRect(x * 10, y * 10, 10, 10);
      }
    }
    await writeFile(path.join(folder, `${name}.png`), canvas.toBuffer('image/png'));
  }
}

test.each(['beacon', 'folio', 'galley', 'ledger', 'marmalade', 'nocturne', 'raster', 'slate'])(
  'words on any picture can be read in each tone of %s',
  async (theme) => {
    const folder = await testFolder();
    await drawHardPictures(folder);
    const slides = Object.entries(HARDEST).flatMap(([tone, hardest]) => [
      `## On ${hardest} {background=${hardest}.png tone=${tone}}\n\n${WORDS}\n`,
      `## On noise {background=noise.png tone=${tone}}\n\n${WORDS}\n`,
      `# A section {background=noise.png tone=${tone}}\n\nWhat it is about\n`,
      `## From below {layout=image-full panel=gradient tone=${tone}}\n\n${WORDS}\n\n![Noise](noise.png)\n`,
      `## On it {layout=image-full panel=none tone=${tone}}\n\n${WORDS}\n\n![Noise](noise.png)\n`,
    ]);
    const deck = `---\ncover: false\nnumbers: true\nfooter: A footer\n---\n\n${slides.join('\n')}`;
    await writeFile(path.join(folder, 'talk.md'), deck);
    const report = await check({ decks: ['talk.md'], theme, cwd: folder, browser: places });
    const [only] = report.decks;
    const found = only ? checkMessages(only) : [];
    expect(found.filter(({ rule }) => rule === 'contrast').map(({ reason }) => reason)).toEqual([]);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(only?.error).toBeUndefined();
  },
);

/** How strong the scrim of the slide shown is, from top to bottom. */
const STRENGTH = `(() => {
  const stops = getComputedStyle(document.querySelector('.present .scrim')).backgroundImage;
  return [...stops.matchAll(/oklch\\(([^)]*)\\)/g)].map(([, colour]) => Number(colour.split('/')[1] ?? 1));
})()`;

test('a scrim is as weak as the picture lets it be', async () => {
  const folder = await testFolder();
  await drawHardPictures(folder);
  const deck = `## A {background=black.png tone=dark}\n\nWords\n\n## B {background=white.png tone=dark}\n\nWords\n`;
  await writeFile(path.join(folder, 'talk.md'), deck);
  await build({ decks: ['talk.md'], cwd: folder, browser: places, to: ['html'] });
  const { page } = await openDeck(browser(), path.join(folder, 'dist/talk.html'));
  expect(await evaluate(page, STRENGTH)).toEqual(Array.from({ length: 10 }, () => 0));
  await page.keyboard.press('ArrowRight');
  const strength = await evaluate<number[]>(page, STRENGTH);
  expect(strength).toHaveLength(10);
  for (const alpha of strength) expect(alpha).toBeGreaterThan(0.6);
  await page.close();
});

test('panels stand at the edges of the slide', async () => {
  const slides = ['left', 'right', 'bottom'].map(
    (panel) => `## On it {layout=image-full panel=${panel}}\n\nWords\n\n![Hills](hills.svg)\n`,
  );
  const { html } = await make(slides.join('\n'), { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  expect(await box(page, '.slide-body')).toMatchObject({ x: 0, y: 0, height: 720 });
  await page.keyboard.press('ArrowRight');
  const right = await box(page, '.slide-body');
  expect([right.x + right.width, right.y, right.height]).toEqual([1280, 0, 720]);
  await page.keyboard.press('ArrowRight');
  const below = await box(page, '.slide-body');
  expect([below.x, below.width, below.y + below.height]).toEqual([0, 1280, 720]);
  await page.close();
});
