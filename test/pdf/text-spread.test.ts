import { describe, expect, test } from 'vitest';
import { withArtifacts } from '../../src/pdf/marked-content.ts';
import { lineAcross, isVertical } from '../../src/pdf/text-spread.ts';

/** A text of so many letters, as Chromium writes it. */
const text = (x: number, y: number, letters: number, size = 29): string =>
  `BT\n/F4 ${size} Tf\n1 0 0 -1 ${x} ${y} Tm\n<${'0004'.repeat(letters)}> Tj\nET`;

const page = (...lines: string[]): string =>
  ['.24 0 0 -.24 0 540 cm', 'q', '3.125 0 0 3.125 0 0 cm', ...lines, 'Q'].join('\n');

const HEADING = text(88, 106, 5, 47);
const rows = (xs: number[], letters: number): string[] =>
  [184, 226, 268, 310].flatMap((y) => xs.map((x) => text(x, y, letters)));

describe('what readers take for written from top to bottom', () => {
  test.each([
    ['a table of figures', page(HEADING, ...rows([88, 400, 700], 1)), true],
    ['columns of words', page(HEADING, ...rows([88, 700], 5)), true],
    ['a list', page(HEADING, ...rows([88], 20)), false],
    ['running text', page(HEADING, ...rows([88], 80)), false],
    ['columns of text', page(HEADING, ...rows([88, 660], 40)), false],
    ['a heading', page(HEADING), false],
    ['nothing', page('0 0 1280 720 re', 'f'), false],
  ])('%s', (_, content, expected) => {
    expect(isVertical(content)).toBe(expected);
  });

  test('letters with places of their own, texts without digits, and what is moved, count where they are', () => {
    const apart = 'BT\n/F4 29 Tf\n1 0 0 -1 88 184 Tm\n<0004> Tj\n300 0 Td <0004> Tj\n300 0 Td (a) Tj\nET';
    const below = apart.replace('88 184', '88 226');
    expect(isVertical(page(HEADING, apart, below))).toBe(true);
    const joined = apart.replaceAll('300', '12');
    expect(isVertical(page(HEADING, joined))).toBe(false);
    const moved = ['q', '1 0 0 1 600 0 cm', ...rows([88], 5), 'Q'];
    expect(isVertical(page(HEADING, ...rows([88], 5), ...moved))).toBe(true);
    expect(isVertical(page(HEADING, ...rows([88], 5), ...moved.toSpliced(1, 1)))).toBe(false);
  });
});

test('such a page gets a line across, and a form of it none', () => {
  const content = page(HEADING, ...rows([88, 700], 1));
  const made = (isPage: boolean): string =>
    withArtifacts(content, { isSilent: () => false, roleOf: () => 'content', isPage }).content;
  expect(made(true).endsWith(lineAcross(content))).toBe(true);
  expect(lineAcross(content)).toContain('<0004> Tj');
  expect(made(false)).not.toContain('9999');
});
