import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, type BuildOptions } from '../../src/app/build.ts';
import { DEFAULT_HANDOUT } from '../../src/markdown/handout-settings.ts';
import type { HandoutSettings } from '../../src/model/handout.ts';
import { handoutGrid } from '../../src/render/handout-grid.ts';
import { places, root, temporaryFolder } from '../support/browser.ts';
import { bookmarks, drawn, MM, readPdf } from '../support/pdf-pages.ts';

/** Share of px that differ at most between a slide and the same one on paper, at a quarter of the slide's size. */
const ALIKE = 0.01;
/** Up to a CSS px in all directions, in points. */
const STEPS = [0, -0.2, 0.2, -0.4, 0.4, -0.6, 0.6, -0.8, 0.8];
const SHIFTS = STEPS.flatMap((x) => STEPS.map((y) => [x, y] as const));

let out: string;
beforeAll(async () => {
  out = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe('slides on paper look like the slides', () => {
  const cases: [name: string, deck: string, settings: Partial<HandoutSettings>, theme?: string][] = [
    ['three a page with notes', 'quarterly-report', { slides: 3 }],
    ['six a page in the dark theme, wide', 'python-at-work', { slides: 6, orientation: 'landscape' }, 'nocturne'],
    ['four a page on Letter with lines', 'python-at-work', { slides: 4, paper: 'Letter', lines: true }],
  ];
  test.each(cases)(
    '%s',
    async (_, name, settings, theme) => {
      const options: BuildOptions = {
        decks: [`slides/${name}.md`],
        to: ['pdf', 'handout'],
        cwd: root,
        outDir: out,
        browser: places,
        handout: settings,
        ...(theme && { theme }),
      };
      const [report] = (await build(options)).decks;
      expect(report?.outputs).toHaveLength(2);
      const [slides, handout] = await Promise.all([
        readPdf(path.join(out, `${name}.pdf`)),
        readPdf(path.join(out, `${name}.handout.pdf`)),
      ]);
      const marks = await bookmarks(handout);
      expect(marks.map(({ title }) => title)).toEqual((await bookmarks(slides)).map(({ title }) => title));
      const { slideWidth, columns } = handoutGrid(
        { ...DEFAULT_HANDOUT, ...settings },
        { size: { width: 1280, height: 720 }, noteLengths: [300] },
      );
      const [width, height] = [1280, 720];
      const shifts: [number, number][] = [];
      for (const [index, { page, left, top, title }] of marks.entries()) {
        // Some things are meant for one of the two. Of the others each third is enough.
        if (title === 'On screen and on paper' || index % 3 > 0) continue;
        const slide = await drawn(slides, index + 1, { left: 0, top: 0, width, height, scale: width / 960 });
        clearEdge(slide, width, height);
        let least = 1;
        // The browser moves frames by parts of a px.
        for (const [x, y] of [shifts[index % columns] ?? [0, 0], ...SHIFTS]) {
          const area = { left: left + x, top: top + y, width, height, scale: width / (slideWidth * MM) };
          const framed = await drawn(handout, page, area);
          // The line around the frame is not the slide's.
          clearEdge(framed, width, height);
          const [a, b] = [coarse(slide, width, height), coarse(framed, width, height)];
          const different = pixelmatch(a, b, undefined, width / 4, height / 4, { threshold: 0.2 });
          least = Math.min(least, (different * 16) / (width * height));
          if (least >= ALIKE) continue;
          shifts[index % columns] = [x, y];
          break;
        }
        expect(least, `${title} on page ${page}`).toBeLessThan(ALIKE);
      }
    },
    300_000,
  );
});

/** Every 4 × 4 px as one: what shift the edges of letters have by parts of a px no longer counts. */
function coarse(data: Uint8ClampedArray, width: number, height: number): Uint8ClampedArray {
  const made = new Uint8ClampedArray((width / 4) * (height / 4) * 4);
  for (let y = 0; y < height / 4; y += 1) {
    for (let x = 0; x < width / 4; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let row = 0; row < 4; row += 1) {
          for (let column = 0; column < 4; column += 1) {
            sum += data[((y * 4 + row) * width + x * 4 + column) * 4 + channel] ?? 0;
          }
        }
        made[(y * (width / 4) + x) * 4 + channel] = sum / 16;
      }
    }
  }
  return made;
}

function clearEdge(data: Uint8ClampedArray, width: number, height: number): void {
  const edge = 8;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inside = x >= edge && y >= edge && x < width - edge && y < height - edge;
      if (!inside) data.fill(255, (y * width + x) * 4, (y * width + x) * 4 + 4);
    }
  }
}
