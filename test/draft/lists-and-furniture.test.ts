import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';
import { draftText, notesWords, spokenWords } from '../support/drafts.ts';

async function deckOf(text: string, lang: string): Promise<string> {
  return (await draftText(text, { lang, duration: 600 })).deck;
}

test.each([
  [
    'en',
    'Version 4.2 brings three things: a faster parser, a smaller bundle, and better errors.',
    ['Faster parser', 'Smaller bundle', 'Better errors'],
  ],
  [
    'de',
    'Der Verein bietet vier Kurse an: Drechseln, Löten, Nähen und Drucken.',
    ['Drechseln', 'Löten', 'Nähen', 'Drucken'],
  ],
  ['fr', 'Les producteurs viennent de trois villages : Anse, Reyrieux et Massieux.', ['Anse', 'Reyrieux', 'Massieux']],
  ['es', 'La furgoneta visita tres pueblos: Arenas, Cuevas y Guisando.', ['Arenas', 'Cuevas', 'Guisando']],
])('things after a colon are a list (%s)', async (lang, sentence, items) => {
  const deck = await deckOf(sentence, lang);
  for (const item of items) expect(deck).toContain(`- **${item}**`);
});

test.each([
  ['en', 'You can use a file, a stream or a string for the data.'],
  ['de', 'Eine Regel überrascht alle: niemand schreit, niemand rennt und niemand ist laut.'],
  ['de', 'Der Weg ist kurz: er führt am Hafen, an der Werft und am Markt vorbei.'],
  ['fr', 'Une règle surprend : personne ne crie.'],
])('choices and clauses are not a list (%s: %s)', async (lang, sentence) => {
  expect(await deckOf(sentence, lang)).not.toContain(':::cards');
});

test.each([
  ['en', 'Here is a guide that explains each step of the way.'],
  ['en', 'There is a guide that explains each step of the way.'],
  ['de', 'Hier ist ein Überblick, der jeden Schritt erklärt.'],
  ['fr', 'Ici est un guide qui explique tout le chemin.'],
])('words that point to something define nothing (%s: %s)', async (lang, sentence) => {
  expect(await deckOf(sentence, lang)).not.toContain('says what a word means');
});

test('what a site puts behind an article is said, and never shown', async () => {
  const text = `Docks

Docks are built once. A port that misjudges the tide pays for it. The quay is of oak. Pilots read a table. Ships wait for water. Nobody hurries here. The town owns all of it. In short, build high.

Filed under: docks, tides

Share this: Mastodon

About the author: Kim Lee draws maps.
`;
  const { deck } = await draftText(text, { lang: 'en' });
  const shown = deck.replaceAll(/:::notes\n.*?\n:::/gs, '');
  expect(shown).not.toMatch(/Filed|Share|About the author/);
  const said = notesWords((await compileText(deck)).deck.slides);
  expect(said).toEqual(spokenWords(text).slice(1));
});
