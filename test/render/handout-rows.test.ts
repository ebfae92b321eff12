import { expect, test } from 'vitest';
import { handoutRows } from '../../src/render/handout-rows.ts';
import { deckPages, type DeckPage } from '../../src/render/pages.ts';
import { compileText } from '../support/compile.ts';

const FLOWING = { columns: 1, rows: 4, rowHeight: 0, notes: 'beside' } as const;

/** Slides of a deck, `n` with notes, `-` without, `S` a section without, `3` three steps and notes. */
async function pagesOf(pattern: string): Promise<DeckPage[]> {
  const parts = [...pattern].map((sign, index) =>
    sign === 'S'
      ? `# ${index}`
      : `## ${index}\n\ntext${'\n\n::pause\n\ntext'.repeat(Number.parseInt(sign, 10) || 0)}${/[-]/.test(sign) ? '' : '\n\n:::notes\nnotes\n:::'}`,
  );
  const { deck } = await compileText(`---\nlang: en\ncompose: plain\n---\n\n${parts.join('\n\n')}\n`);
  return deckPages(deck, { steps: true });
}

async function rowsOf(pattern: string, options: Partial<Parameters<typeof handoutRows>[1]> = {}): Promise<string[]> {
  const rows = handoutRows(await pagesOf(pattern), { grid: FLOWING, sections: false, ...options });
  return rows.map(
    ({ kind, slides, opens }) =>
      `${kind}${opens ? '!' : ''} ${slides.map(({ slide, step }) => `${slide.title}${slide.steps > 0 ? `.${step}` : ''}`).join()}`,
  );
}

test('slides without notes stand in twos, and a section by itself is small', async () => {
  expect(await rowsOf('n--nS')).toEqual(['noted 0', 'bare 1,2', 'noted 3', 'small 4']);
  expect(await rowsOf('n-nS-n')).toEqual(['noted 0', 'bare 1', 'noted 2', 'bare 3,4', 'noted 5']);
});

test('slides alone fill pages, and sections may open them', async () => {
  const grid = { columns: 2, rows: 1, rowHeight: 80, notes: 'none' } as const;
  expect(await rowsOf('--S--', { grid })).toEqual(['sheet 0,1', 'sheet! 2,3', 'sheet! 4']);
  expect(await rowsOf('-S--', { grid, sections: true })).toEqual(['sheet 0', 'sheet! 1,2', 'sheet! 3']);
});

test('states stand in threes before their slide, and alike where slides are alone', async () => {
  expect(await rowsOf('42-')).toEqual([
    'states 0.0,0.1,0.2',
    'states 0.3',
    'noted 0.4',
    'states 1.0,1.1',
    'noted 1.2',
    'bare 2',
  ]);
  const grid = { columns: 2, rows: 2, rowHeight: 80, notes: 'none' } as const;
  expect(await rowsOf('2-2', { grid })).toEqual(['sheet 0.0,0.1,0.2,1', 'sheet! 2.0,2.1,2.2']);
});
