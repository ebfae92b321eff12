import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pieceText } from '../../src/draft/piece.ts';
import { piecesOf } from '../../src/draft/slide.ts';
import type { Deck } from '../../src/model/deck.ts';
import { compileText } from '../support/compile.ts';
import { articleWords, draftOf, notesWords, shownWords, spokenWords, type DraftedArticle } from '../support/drafts.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/draft/articles');
const ARTICLES = readdirSync(FOLDER).filter((name) => !name.startsWith('.') && !name.endsWith('.deck.md'));

/** Words after which a reader waits for another one. */
const UNFINISHED = /(?:^|\s)(?:a|an|the|of|and|or|but|from|with|der|die|das|und|oder|le|la|et|de|du|el|y|o)$/i;

describe.each(ARTICLES)('%s', (name) => {
  let draft: DraftedArticle;
  let deck: Deck;
  let messages: string[];

  beforeAll(async () => {
    const bytes = readFileSync(path.join(FOLDER, name));
    draft = await draftOf(bytes, name);
    ({ deck, messages } = await compileText(draft.deck));
  });

  test('becomes the deck that its fixture shows, without messages', () => {
    const file = path.join(FOLDER, `${name}.deck.md`);
    if (process.env['UPDATE_FIXTURES'] === '1' || !existsSync(file)) writeFileSync(file, draft.deck);
    expect(draft.deck).toBe(readFileSync(file, 'utf8'));
    expect(messages).toEqual([]);
  });

  test('each sentence is said on exactly one slide, once and in order', () => {
    expect(notesWords(deck.slides)).toEqual(articleWords(draft.source));
  });

  test('no slide is empty, and none shows more than 35 words', () => {
    // Tables, code and pictures are shown as they are.
    for (const slide of deck.slides) expect(slide.content.length, slide.title).toBeGreaterThan(0);
    const full = deck.slides.filter((slide) => slide.settings.layout !== 'agenda' && shownWords(slide).length > 36);
    expect(full.map((slide) => shownWords(slide).join(' '))).toEqual([]);
  });

  test('what slides show are pieces of their sentences, whole ones as headlines', () => {
    const slides = [
      ...draft.plan.sections.flatMap((section) => section.slides),
      ...(draft.plan.closing ? [draft.plan.closing] : []),
    ];
    for (const { content } of slides) {
      for (const piece of piecesOf(content)) {
        expect(isPiece(spokenWords(pieceText(piece)), spokenWords(piece.sentence.text)), pieceText(piece)).toBe(true);
      }
      if (content.heading && content.open !== true) expect(pieceText(content.heading)).not.toMatch(UNFINISHED);
    }
  });
});

/** Tells whether words stand in a sentence in the same order. */
function isPiece(words: readonly string[], sentence: readonly string[]): boolean {
  let at = 0;
  return words.every((word) => {
    at = sentence.indexOf(word, at) + 1;
    return at > 0;
  });
}
