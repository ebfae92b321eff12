import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { expect } from 'vitest';
import { compile, type CompileOptions } from '../../src/compile/compile.ts';
import { DEFAULT_HANDOUT } from '../../src/markdown/handout-settings.ts';
import type { Deck } from '../../src/model/deck.ts';
import { slideHtml } from '../../src/render/slide-html.ts';
import { withFiles } from './compile.ts';

const UPDATE = process.env['UPDATE_FIXTURES'] === '1';

/** Compiles `input.md` of a folder and compares it with its `expected.html` and `messages.txt`, or writes those anew. */
export async function expectFixture(folder: string, options: CompileOptions = {}): Promise<void> {
  const file = new VFile({ path: 'input.md', cwd: folder, value: readFileSync(path.join(folder, 'input.md')) });
  const deck = await compile(file, { ...withFiles(path.join(folder, 'input.md'), folder), ...options });
  expectFile(path.join(folder, 'expected.html'), describeDeck(deck));
  const faulty = [file, ...deck.included].filter(({ messages }) => messages.length > 0);
  expectFile(path.join(folder, 'messages.txt'), faulty.length > 0 ? `${reporter(faulty)}\n` : '');
}

function describeDeck(deck: Deck): string {
  const { positions: _, tokens, handout, grow, compose, ...rest } = deck.meta;
  const settings = JSON.stringify(handout) === JSON.stringify(DEFAULT_HANDOUT) ? {} : { handout };
  const meta = {
    ...rest,
    ...settings,
    ...(!grow && { grow }),
    ...(compose !== 'auto' && { compose }),
    tokens: Object.fromEntries(tokens),
  };
  const slides = deck.slides.map((slide) => {
    const facts = {
      number: slide.number,
      title: slide.title,
      section: slide.section,
      line: slide.position?.start.line,
    };
    return `<!-- ${JSON.stringify(facts)} -->\n${slideHtml(slide, deck, { output: 'deck', notes: true })}\n`;
  });
  return `<!-- ${JSON.stringify(meta)} -->\n\n${slides.join('\n')}`;
}

function expectFile(file: string, actual: string): void {
  if (UPDATE) {
    if (actual || existsSync(file)) writeFileSync(file, actual);
    return;
  }
  expect(actual).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
}
