import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, settle, useBrowser } from '../support/browser.ts';
import { project } from '../support/cli.ts';

const browser = useBrowser();
const NS = 'xmlns="http://www.w3.org/2000/svg"';
const WORDS = 'Millimetre wheels';
/** Fills, one below the other, and a text as wide as its font makes it. */
const PICTURE = `<svg ${NS} viewBox="0 0 400 100" width="400" height="100" font-family="sans-serif">
  <script>document.documentElement.setAttribute('fill', 'red')</script>
  <rect width="20" height="30" fill="var(--deck-accent, red)"/><rect y="30" width="20" height="30" fill="currentColor"/>
  <rect y="60" width="20" height="30" fill="var(--deck-panel, red)"/>
  <text x="40" y="60" font-size="32" fill="#f0f">${WORDS}</text><image href="https://example.org/x.png" onload="alert(1)"/></svg>`;

const SLIDES = [
  ['Own', ''],
  ['Light', 'tone=light'],
  ['Dark', 'tone=dark'],
  ['Accent', 'tone=accent'],
  ['Other', 'theme=slate tone=light'],
] as const;

async function deckOf(theme: string): Promise<{ html: string; messages: string[] }> {
  const slides = SLIDES.map(
    ([name, settings]) => `## ${name} {${settings} grow=false}\n\n![A picture](a.svg){width=400}\n`,
  );
  const cwd = project({
    'talk.md': `---\ncover: false\ntheme: ${theme}\n---\n\n${slides.join('\n')}`,
    'a.svg': PICTURE,
  });
  const { decks } = await build({ decks: ['talk.md'], to: ['html'], cwd, browser: places });
  const messages = decks.flatMap(({ file }) => file.messages.map(String));
  return { html: path.join(cwd, 'dist/talk.html'), messages };
}

describe.each(['folio', 'nocturne', 'raster'])('SVG pictures in %s', (theme) => {
  test('have the colours of their slide, and its font', async () => {
    const { html, messages } = await deckOf(theme);
    expect(messages).toEqual([]);
    const { page } = await openDeck(browser(), html);
    for (const [name] of SLIDES) {
      await settle(page);
      const seen = await page.evaluate(async (words: string) => {
        const slide = document.querySelector<HTMLElement>('.slide.present');
        const image = slide?.querySelector('img');
        if (!slide || !image) return undefined;
        const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 100 });
        const pen = canvas.getContext('2d', { willReadFrequently: true });
        const copy = new Image();
        copy.src = image.src;
        await copy.decode();
        if (!pen) return undefined;
        pen.drawImage(copy, 0, 0, 400, 100);
        const { data } = pen.getImageData(0, 0, 400, 100);
        const pixel = (y: number): number[] => Array.from(data.subarray((y * 400 + 10) * 4, (y * 400 + 10) * 4 + 3));
        const drawn = [15, 45, 75].map(pixel);
        const ink = Array.from({ length: 360 }, (_, at) => at + 40).filter((x) =>
          Array.from({ length: 100 }, (_, y) => (y * 400 + x) * 4).some(
            (at) => (data[at] ?? 0) > 200 && (data[at + 1] ?? 0) < 100 && (data[at + 3] ?? 0) > 100,
          ),
        );
        // What the page makes of the same tokens and the same font.
        const probe = document.createElement('span');
        slide.append(probe);
        const wanted = ['var(--deck-accent)', 'var(--r-main-color)', 'var(--deck-panel)'].map((colour, at) => {
          probe.style.color = colour;
          pen.fillStyle = getComputedStyle(probe).color;
          pen.fillRect(at, 0, 1, 1);
          return Array.from(pen.getImageData(at, 0, 1, 1).data.subarray(0, 3));
        });
        pen.font = `32px ${getComputedStyle(slide).fontFamily}`;
        const { width } = pen.measureText(words);
        probe.remove();
        return { drawn, wanted, ink: (ink.at(-1) ?? 0) - (ink[0] ?? 0), width };
      }, WORDS);
      expect(seen?.drawn, name).toEqual(seen?.wanted);
      expect(Math.abs((seen?.ink ?? 0) - (seen?.width ?? 0)), name).toBeLessThan(8);
      await page.keyboard.press('ArrowRight');
    }
    await page.close();
  });
});

test('they stay pictures: nothing in them stands in the page', async () => {
  const { html } = await deckOf('folio');
  const { page } = await openDeck(browser(), html);
  expect(await page.$$eval('.slide script, .slide svg, .slide image', (found) => found.length)).toBe(0);
  expect(readFileSync(html, 'utf8')).not.toContain('alert(1)');
  await page.close();
});
