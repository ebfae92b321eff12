import { beforeAll, describe, expect, test } from 'vitest';
import { loadEnglishTagger, type Tagger } from '../../src/draft/grammar/tag-english.ts';
import { headlineOf } from '../../src/draft/headline.ts';
import { german } from '../../src/draft/languages/de.ts';
import { english } from '../../src/draft/languages/en.ts';
import { japanese } from '../../src/draft/languages/ja.ts';
import { spanish } from '../../src/draft/languages/es.ts';
import { french } from '../../src/draft/languages/fr.ts';
import { outline } from '../../src/draft/outline.ts';
import { pieceText } from '../../src/draft/piece.ts';
import { readPlainText } from '../../src/draft/read/plain-text.ts';
import type { Sentence } from '../../src/draft/words.ts';

let tagger: Tagger;

beforeAll(async () => {
  tagger = await loadEnglishTagger();
});

function sentencesOf(text: string): Sentence[] {
  return outline(readPlainText(text), { language: english, lang: 'en', tagger }).sentences;
}

/** Pieces of sentences that a slide may show as its headline; none where a shorter piece says something else, or nothing. */
const HEADLINES: readonly [sentence: string, headline: string | undefined][] = [
  [
    'The harbour masters decided to treat small boats as guests of the town because nobody else came to the bay in winter.',
    'The harbour masters decided to treat small boats as guests of the town',
  ],
  [
    'Apache Foundation, Eclipse Foundation, Linux Foundation and Open Collective are examples of sponsors.',
    'Apache Foundation, Eclipse Foundation, Linux Foundation and Open Collective are examples of sponsors',
  ],
  [
    'Most of the masters do not need a licence for a boat unless they are paid.',
    'Most of the masters do not need a licence for a boat unless they are paid',
  ],
  ['Previously, the town would close the harbour in winter.', 'Previously, the town would close the harbour in winter'],
  [
    'The crane and the bridge of the harbour are at step (4) now.',
    'The crane and the bridge of the harbour are at step (4) now',
  ],
  ['For example the river may flood twice in a year.', 'The river may flood twice in a year'],
  ['For example, if you want to rent a boat, you need a licence.', 'If you want to rent a boat, you need a licence'],
  [
    'The boats won, and we as a town of old and proud fishing families have let the road go to the sea at last.',
    undefined,
  ],
  [
    'The finds of the last year in the bay show how, even as the sea rises, old harbours can be kept for all who work there.',
    undefined,
  ],
  [
    'But even under the best of conditions seeing one of the birds, which use long wings to glide over the bay, is difficult.',
    undefined,
  ],
  [
    'The council was one of those that fall under the rules that the kingdom set up for harbours in the old days.',
    'The council was one of those that fall under the rules that the kingdom set up for harbours',
  ],
  // What is cut off is what the words before need.
  ['In Norway she taught at the old school and married, at fifty-one, a captain of a large boat.', undefined],
  [
    'There are many signs on the old boats of the harbour that can help you and your guests find the bay in fog.',
    undefined,
  ],
  [
    'If the harbour wanted to lift a boat, it might do it like this with the crane:',
    'If the harbour wanted to lift a boat, it might do it like this with the crane',
  ],
  // What names somebody again, measures inside of that, or joins sentences may go.
  [
    'Ada Lorenz was born in 1889 in York, the daughter of a clerk and a cook who, by all accounts, read more books than most.',
    'Ada Lorenz was born in 1889 in York',
  ],
  [
    'Hill starred in nine of the popular films of the harbour, alongside fellow masters Sid James and Ann Lee.',
    'Hill starred in nine of the popular films of the harbour',
  ],
  [
    'With each storm comes a large number of boats from the north, most notably the ferries and yachts of York.',
    'With each storm comes a large number of boats from the north',
  ],
  [
    'A bed of two metres may therefore record two thousand years of floods, and pollen trapped in it lets masters say what grew in the bay.',
    'A bed of two metres may record two thousand years of floods',
  ],
  ['The town has also ended the ferry.', 'The town has ended the ferry'],
  ['The club not only paints boats but also sells them.', 'The club not only paints boats but also sells them'],
  [
    'Peat gives off more gas for each unit of heat than coal does, which is why the town has no stoves for it in any of its old houses.',
    'Peat gives off more gas for each unit of heat than coal does',
  ],
  [
    'The old house of the harbour is a free, shared place for boats of the bay.',
    'The old house of the harbour is a free, shared place for boats of the bay',
  ],
  [
    'I spend my time thinking and writing about boats, the history of harbours, and the lives of all who work in them in winter.',
    undefined,
  ],
  [
    'After a fire in 1907 destroyed the shed, the town paid for a new one.',
    'After a fire in 1907 destroyed the shed, the town paid for a new one',
  ],
  [
    'Towns in the north threw away 41,000 tonnes of old boats in 2022, about 12 percent more than five years before that.',
    'Towns in the north threw away 41,000 tonnes of old boats in 2022',
  ],
  [
    'Building boats for the bay takes a lot of time and the right balance of weight, cost, and user needs to build the best boat.',
    undefined,
  ],
  // Links in words, the name of an author and of who is quoted say nothing.
  ['— @pazdera, a master of the harbour of York', undefined],
  ['By Nora Field', undefined],
  [
    'In some towns, the harbour master and the mayor are the same person because nobody else wants the work.',
    'In some towns, the harbour master and the mayor are the same person',
  ],
];

describe('headlines', () => {
  test.each(HEADLINES)('of “%s”', (text, expected) => {
    const [sentence] = sentencesOf(text);
    const found = sentence && headlineOf(sentence, english);
    expect(found && capitalised(pieceText(found.piece))).toBe(expected);
  });

  test('what points back to another sentence is no strong headline', () => {
    const [sentence] = sentencesOf('Doing so brings more people to the harbour.');
    expect(sentence && headlineOf(sentence, english)?.quality).toBeLessThan(0.5);
  });
});

/** Headlines of languages without a parser. */
const PLAIN: readonly [code: string, sentence: string, headline: string | undefined][] = [
  [
    'de',
    'Die Boote fahren nur bei Flut, denn der Hafen ist zu flach für sie.',
    'Die Boote fahren nur bei Flut, denn der Hafen ist zu flach für sie',
  ],
  [
    'de',
    'Die Boote fahren heute bei jeder Flut, denn der Hafen ist an vielen Tagen zu flach für sie.',
    'Die Boote fahren heute bei jeder Flut',
  ],
  [
    'de',
    'Die Pflege der Boote, die Reparatur der Netze und das Malen der Schilder sind Arbeit für den Winter.',
    'Die Pflege der Boote, die Reparatur der Netze und das Malen der Schilder sind Arbeit für den Winter',
  ],
  [
    'de',
    'Der Hafen hat einen Kran, der schwere Boote heben kann.',
    'Der Hafen hat einen Kran, der schwere Boote heben kann',
  ],
  [
    'de',
    'Der Zug presst das Laub zu einer Schicht, die so glatt ist wie Seife.',
    'Der Zug presst das Laub zu einer Schicht',
  ],
  ['de', 'Wenn Sie in den Hafen fahren:', undefined],
  ['de', 'Neben Booten zeigt das Museum auch alte Karten, z. B.:', 'Neben Booten zeigt das Museum auch alte Karten'],
  // A clause that says which one is meant, or that a word waits for, stays.
  [
    'de',
    'Die Lina ist die erste Fähre am Rhein, die ohne Diesel fährt.',
    'Die Lina ist die erste Fähre am Rhein, die ohne Diesel fährt',
  ],
  [
    'de',
    'Der Hafen hat versprochen, die Boote im Winter zu heben.',
    'Der Hafen hat versprochen, die Boote im Winter zu heben',
  ],
  [
    'de',
    'Der Hafen ist im Winter für große Boote aus dem Süden geschlossen, aber die Fischer der Insel haben einen Schlüssel.',
    'die Fischer der Insel haben einen Schlüssel',
  ],
  [
    'fr',
    'Pour préparer la saison, vous pouvez réserver une place au port, même si votre bateau est encore dans le jardin.',
    'Pour préparer la saison, vous pouvez réserver une place au port',
  ],
  [
    'es',
    'El ayuntamiento prepara una encuesta entre los vecinos del barrio para saber cuántos barcos caben en el puerto nuevo.',
    'El ayuntamiento prepara una encuesta entre los vecinos del barrio',
  ],
  [
    'es',
    'No hace falta pedir permiso al puerto durante los meses de invierno para dejar un barco en la playa del pueblo viejo.',
    undefined,
  ],
  [
    'ja',
    '父は彼女に店を継がせるつもりはなかったが、はるは夜中にこっそり時計を分解して仕組みを覚えた。',
    'はるは夜中にこっそり時計を分解して仕組みを覚えた',
  ],
  [
    'ja',
    '館長は最後の仕事として、古い装置を町の新しい博物館にそのまま残すよう市の人たちに訴えた。',
    '館長は古い装置を町の新しい博物館にそのまま残すよう市の人たちに訴えた',
  ],
  // Without its condition the sentence says something else.
  [
    'ja',
    '町の人が夜の図書館をほとんど利用しなければ、曜日を絞ることも検討する。',
    '町の人が夜の図書館をほとんど利用しなければ、曜日を絞ることも検討する',
  ],
  [
    'es',
    'Yates, barcas y botes son ejemplos de lo que hay en el puerto.',
    'Yates, barcas y botes son ejemplos de lo que hay en el puerto',
  ],
  ['es', 'Entonces, ¿qué es un puerto?', '¿qué es un puerto?'],
  [
    'fr',
    'Le port est fermé en hiver, car la glace couvre toute la baie pendant des semaines.',
    'Le port est fermé en hiver',
  ],
];

test.each(PLAIN)('headlines of plain languages: %s, “%s”', (code, text, expected) => {
  const language = [german, french, spanish, japanese].find((one) => one.code === code) ?? english;
  const [sentence] = outline(readPlainText(text), { language, lang: code, tagger: undefined }).sentences;
  const found = sentence && headlineOf(sentence, language);
  expect(found && pieceText(found.piece)).toBe(expected);
});

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
