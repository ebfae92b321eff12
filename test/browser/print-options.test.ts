import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { build } from '../../src/app/build.ts';
import { accessFaults } from '../support/access-faults.ts';
import { places } from '../support/browser.ts';
import { make, pageText, testFolder } from '../support/made-deck.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';

const DECK = `---
title: Options
author: Ada
---

## One

:::notes
Say **this**, → and that.
:::

## Two

[to the first](#one)

## Between {uncounted}

text

## Three

:::notes
At the end.
:::
`;

describe('--slides', () => {
  test.each([
    ['2', ['One']],
    ['1,3-', ['Options', 'Two', 'Between', 'Three']],
    ['3-4', ['Two', 'Between', 'Three']],
    ['-2', ['Options', 'One']],
    ['#between,2', ['One', 'Between']],
  ])('%s', async (slides, titles) => {
    const { pdf } = await make(DECK, { to: ['pdf'], slides });
    const document = await pdf();
    expect((await document.getOutline()).map(({ title }) => title)).toEqual(titles);
    expect(document.numPages).toBe(titles.length);
    expect(await pageText(document, titles.length)).toContain(titles.at(-1));
  });

  test.each([
    ['9', 'no slide “9”, which --slides names. The deck has slides 1 to 4.'],
    ['#nobody', 'no slide “#nobody”, which --slides names. The deck has slides 1 to 4.'],
    [
      'two',
      '--slides is “two”, expected numbers and ranges. Write them as in --slides 3-7,12,20- or by id as in --slides #summary.',
    ],
    ['3-2', 'no slide “3-2”, which --slides names. The deck has slides 1 to 4.'],
  ])('%s is refused', async (slides, says) => {
    const cwd = await testFolder();
    await writeFile(path.join(cwd, 'talk.md'), DECK);
    const { decks } = await build({ decks: ['talk.md'], to: ['pdf'], slides, cwd, browser: places });
    expect(`${decks[0]?.error?.message}. ${decks[0]?.error?.advice}`).toBe(says);
  });
});

test('notes are annotations on request, in the structure as well', async () => {
  const { folder, pdf } = await make(DECK, { to: ['pdf'], annotate: true });
  const document = await pdf();
  const notes = await Promise.all(
    [2, 3, 5].map(async (number) =>
      (await (await document.getPage(number)).getAnnotations()).filter(({ subtype }) => subtype === 'Text'),
    ),
  );
  expect(notes.map((found) => found.map(({ contentsObj }) => contentsObj.str))).toEqual([
    ['Say this, → and that.'],
    [],
    ['At the end.'],
  ]);
  expect(notes[0]?.[0]?.titleObj.str).toBe('Ada');
  const bytes = await readFile(path.join(folder, 'dist/talk.pdf'));
  expect(accessFaults(await AccessiblePdf.read(bytes))).toEqual([]);
});

describe('pictures in PDFs', () => {
  const photo = (width: number, height: number): Promise<Buffer> =>
    sharp({
      create: { width, height, channels: 3, background: '#777', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
    })
      .png({ compressionLevel: 1 })
      .toBuffer();

  async function printed(
    deck: string,
    files: Record<string, Uint8Array>,
    options = {},
    messages: string[] = [],
  ): Promise<string[]> {
    const cwd = await testFolder();
    await writeFile(path.join(cwd, 'talk.md'), deck);
    for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(cwd, name), bytes);
    const report = await build({ decks: ['talk.md'], to: ['pdf'], cwd, browser: places, ...options });
    expect(report.decks.map(({ error, file }) => [error, file.messages.map(String)])).toEqual([[undefined, messages]]);
    const pdf = (await AccessiblePdf.read(await readFile(path.join(cwd, 'dist/talk.pdf')))).source();
    return (pdf.match(/<<[^<]*\/Subtype \/Image[\s\S]*?>>/g) ?? []).map((image) =>
      ['Width', 'Height', 'Filter'].map((name) => new RegExp(`/${name} /?(\\w+)`).exec(image)?.[1]).join(' '),
    );
  }

  test('have twice the px that they are shown with, as JPEG, and are there once', async () => {
    const deck = '## A\n\n![x](a.png){width=25%}\n\n## B\n\n![x](a.png){width=25%}\n';
    const [image, ...others] = await printed(deck, { 'a.png': await photo(2400, 1200) });
    const [width, height, filter] = (image ?? '').split(' ');
    expect(others).toEqual([]);
    expect(filter).toBe('DCTDecode');
    expect(Number(width)).toBeGreaterThan(500);
    expect(Number(width)).toBeLessThan(620);
    expect(Number(width) / Number(height)).toBeCloseTo(2, 1);
    const [small] = await printed(deck, { 'a.png': await photo(2400, 1200) }, { quality: 'screen' });
    expect(Number(small?.split(' ')[0])).toBeCloseTo(Number(width) / 2, -1);
  });

  test('on many slides are there once, whatever was printed before, and the same on every run', async () => {
    const cwd = await testFolder();
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const source = sharp({ create: { width: 1500, height: 1000, channels: 3, background: '#777', noise } });
    await writeFile(path.join(cwd, 'a.jpg'), await source.jpeg({ quality: 80 }).toBuffer());
    const slides = Array.from({ length: 60 }, (_, index) => `## Slide ${index}\n\n![x](a.jpg){width=40%}\n`);
    await writeFile(path.join(cwd, 'talk.md'), slides.join('\n'));
    const names = ['talk.pdf', 'talk.handout.pdf', 'talk.notes.pdf'];
    const runs: Buffer[][] = [];
    for (const outDir of ['first', 'second', 'third']) {
      await build({ decks: ['talk.md'], to: ['html', 'pdf', 'handout', 'notes'], cwd, outDir, browser: places });
      runs.push(await Promise.all(names.map((name) => readFile(path.join(cwd, outDir, name)))));
    }
    const [first = [], ...others] = runs;
    for (const bytes of first) {
      const pdf = (await AccessiblePdf.read(bytes)).source();
      expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(1);
    }
    for (const run of others)
      run.forEach((bytes, at) => expect(bytes.equals(first[at] ?? bytes), names[at]).toBe(true));
  });

  test('of a hundred megapixels are no trouble', async () => {
    const huge = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#a63' } })
      .png()
      .toBuffer();
    const [image] = await printed('## A\n\n![x](a.png)\n', { 'a.png': huge });
    expect(Number(image?.split(' ')[0])).toBeLessThan(1300);
  });

  test('that break off are a message, and the rest is printed', async () => {
    const whole = await photo(1200, 900);
    const half = whole.subarray(0, whole.length / 2);
    const images = await printed('## A\n\n![x](a.png)\n\ntext\n', { 'a.png': half }, {}, [
      'talk.md:3:1-3:12: Cannot show “a.png”: the image is incomplete; save or download it again',
    ]);
    expect(images).toEqual([]);
  });
});

test('the same bytes come out alone and among others, on one core or more', async () => {
  const cwd = await testFolder();
  const names = Array.from({ length: 6 }, (_, index) => `deck${index}.md`);
  for (const name of names) await writeFile(path.join(cwd, name), `${DECK}\n\n| a | b |\n|---|---|\n| ${name} | 2 |\n`);
  const options = { to: ['pdf', 'handout'] as ('pdf' | 'handout')[], cwd, browser: places };
  await build({ ...options, decks: names, outDir: 'together' });
  for (const name of names.slice(0, 2)) await build({ ...options, decks: [name], outDir: 'alone' });
  for (const file of ['deck0.pdf', 'deck1.pdf', 'deck0.handout.pdf', 'deck1.handout.pdf']) {
    const [a, b] = await Promise.all(['together', 'alone'].map((folder) => readFile(path.join(cwd, folder, file))));
    expect(a && b && a.equals(b), file).toBe(true);
  }
});
