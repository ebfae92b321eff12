import { beforeAll, expect, test } from 'vitest';
import { loadEnglishTagger, type Tagger } from '../../src/draft/grammar/tag-english.ts';
import { english } from '../../src/draft/languages/en.ts';
import { outline } from '../../src/draft/outline.ts';
import { pieceNodes, wholePiece } from '../../src/draft/piece.ts';
import { readPlainText } from '../../src/draft/read/plain-text.ts';
import { namedSubjects } from '../../src/draft/referents.ts';
import { inlineText } from '../../src/draft/inline.ts';

let tagger: Tagger;

beforeAll(async () => {
  tagger = await loadEnglishTagger();
});

/** Sentences of an article that get a name for their pronoun. */
function namedIn(title: string, text: string): string[] {
  const article = outline(readPlainText(`${title}\n\n${text}\n`), { language: english, lang: 'en', tagger });
  return [...namedSubjects(article).values()].map((sentence) => inlineText(pieceNodes(wholePiece(sentence))));
}

test.each([
  ['Ada Lorenz', 'Ada Lorenz was born in York. She built boats.', ['Lorenz built boats']],
  [
    'Ada Lorenz, who built boats',
    'Ada Lorenz was born in York. In 1934 she lived in Bergen. Her boats won three races.',
    ['In 1934 Lorenz lived in Bergen', 'Lorenz’s boats won three races'],
  ],
  ['Ada Lorenz', 'Ada Lorenz, the daughter of a clerk, was born in York. She built boats.', ['Lorenz built boats']],
  ['Pebble', 'Pebble is a store for small machines. It writes in whole pages.', ['Pebble writes in whole pages']],
])('the subject of the sentence before, in %s: %s', (title, text, expected) => {
  expect(namedIn(title, text)).toEqual(expected);
});

test.each([
  // Somebody else may be meant.
  ['Ada Lorenz', 'Ada Lorenz met her sister in York. She built boats.'],
  ['Ada Lorenz', 'Ada Lorenz wrote to Mary Hill. She built boats.'],
  ['Ada Lorenz', 'Ada Lorenz was born in York. Her mother sold fish. She built boats in winter.'],
  // Nothing tells what is meant.
  ['Boats of the north', 'Ada Lorenz was born in York. She built boats.'],
  ['Pebble', 'Pebble needs a battery. The battery is small. It lasts a year.'],
  // Nothing stands for anything.
  ['Pebble', 'Pebble is a store for small machines. It is clear that it works.'],
  ['Pebble', 'Pebble is a store for small machines. It took years to build Pebble.'],
])('nobody where it is not certain, in %s: %s', (title, text, ...others) => {
  expect(namedIn(title, text)).toEqual(others);
});
