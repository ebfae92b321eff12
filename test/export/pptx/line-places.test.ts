import { expect, test } from 'vitest';
import type { Paragraph, Run } from '../../../src/client/shapes/measured.ts';
import { firstFeet, gapBetween, leadingShare, riseOf } from '../../../src/export/pptx/line-places.ts';
import { textRoom } from '../../../src/export/pptx/text-room.ts';

/** Lines of letters of 100 px, 140 px apart. */
function paragraph(font: { ascent: number; natural: number }, own: Partial<Paragraph> = {}): Paragraph {
  const runs: Partial<Run>[] = [{ size: 100, baseline: undefined, text: 'Words' }];
  const box = { x: 0, y: 200, width: 800, height: 280 };
  const line = { box, ink: box, lines: 2, leading: 140, align: 'left', rtl: false, tag: 'p', runs, ...font, ...own };
  return line as Paragraph;
}

const usual = { ascent: 95, natural: 120 };
const high = { ascent: 122, natural: 161 };

test('lines of usual fonts are a share of their letters, which they follow; others are as far apart as they are shown', () => {
  expect(leadingShare(paragraph(usual))).toBeCloseTo(140 / 120);
  expect(leadingShare(paragraph(high))).toBeUndefined();
  expect(leadingShare(paragraph(usual, { tag: 'code' }))).toBeUndefined();
  // A single line has the height of its font.
  expect(leadingShare(paragraph(high, { leading: 161 }))).toBe(1);
});

test('the letters of the first line are where a page has them', () => {
  for (const line of [paragraph(usual), paragraph(high), paragraph(usual, { leading: 100 })]) {
    const room = textRoom(line.box, [line], 1280);
    expect(room.y + riseOf(line)).toBeCloseTo(firstFeet(line));
    expect(room.y + room.height).toBeGreaterThan(line.box.y + line.box.height);
  }
});

test('paragraphs of one font are as far apart as on a page', () => {
  const first = paragraph(usual, { leading: 120 });
  const next = { ...first, box: { ...first.box, y: 500 } };
  expect(gapBetween(first, next)).toBeCloseTo(20, 0);
});
