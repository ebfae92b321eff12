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

/** Px that slides are drawn at, a quarter of their size: what shifts the edges of letters by parts of a px does not count. */
const [width, height] = [320, 180];
const EDGE = 2;
/** Share of px that differ at most between a slide and the same one on paper. */
const ALIKE = 0.01;
/** Up to a CSS px in all directions, in points. */
const STEPS = [0, -0.2, 0.2, -0.4, 0.4, -0.6, 0.6, -0.8, 0.8];

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
      const shifts = new Map<number, { x: number; y: number }>();
      for (const [index, { page, left, top, title }] of marks.entries()) {
        // Some things are meant for one of the two. Of the others each third is enough.
        if (title === 'On screen and on paper' || index % 3 > 0) continue;
        const slide = await drawn(slides, index + 1, { left: 0, top: 0, width, height, scale: width / 960 });
        clearEdge(slide);
        const scale = width / (slideWidth * MM);
        const differs = async (x: number, y: number): Promise<number> => {
          const framed = await drawn(handout, page, { left: left + x, top: top + y, width, height, scale });
          // The line around the frame is not the slide's.
          clearEdge(framed);
          return pixelmatch(slide, framed, undefined, width, height, { threshold: 0.2 }) / (width * height);
        };
        // The browser moves frames by parts of a px.
        let { x, y } = shifts.get(index % columns) ?? { x: 0, y: 0 };
        let least = await differs(x, y);
        if (least >= ALIKE) ({ step: x, least } = await best((step) => differs(step, y)));
        if (least >= ALIKE) ({ step: y, least } = await best((step) => differs(x, step)));
        shifts.set(index % columns, { x, y });
        expect(least, `${title} on page ${page}`).toBeLessThan(ALIKE);
      }
    },
    300_000,
  );
});

/** The step that differs least. */
async function best(differs: (step: number) => Promise<number>): Promise<{ step: number; least: number }> {
  let found = { step: 0, least: 1 };
  for (const step of STEPS) {
    const least = await differs(step);
    if (least < found.least) found = { step, least };
  }
  return found;
}

function clearEdge(data: Uint8ClampedArray): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inside = x >= EDGE && y >= EDGE && x < width - EDGE && y < height - EDGE;
      if (!inside) data.fill(255, (y * width + x) * 4, (y * width + x) * 4 + 4);
    }
  }
}
