import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { DEFAULT_HANDOUT } from '../../src/markdown/handout-settings.ts';
import type { Deck } from '../../src/model/deck.ts';
import { slideHtml } from '../../src/render/slide-html.ts';
import { withFiles } from '../support/compile.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'fixtures', 'compile');
const UPDATE = process.env['UPDATE_FIXTURES'] === '1';

/** Each folder is a case: input.md → expected.html and messages.txt. `npm run test:update` writes them anew. */
describe('compile', () => {
  for (const name of readdirSync(FOLDER)) {
    test(name, async () => {
      const folder = path.join(FOLDER, name);
      const file = new VFile({ path: 'input.md', cwd: folder, value: readFileSync(path.join(folder, 'input.md')) });
      const deck = await compile(file, withFiles(path.join(folder, 'input.md'), folder));
      expectFile(path.join(folder, 'expected.html'), describeDeck(deck));
      const faulty = [file, ...deck.included].filter(({ messages }) => messages.length > 0);
      expectFile(path.join(folder, 'messages.txt'), faulty.length > 0 ? `${reporter(faulty)}\n` : '');
    });
  }
});

function describeDeck(deck: Deck): string {
  const { positions: _, tokens, handout, ...rest } = deck.meta;
  const settings = JSON.stringify(handout) === JSON.stringify(DEFAULT_HANDOUT) ? {} : { handout };
  const meta = { ...rest, ...settings, tokens: Object.fromEntries(tokens) };
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
