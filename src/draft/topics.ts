import type { Prose, Section } from './article.ts';
import { topicWords } from './rank.ts';
import type { Language } from './languages/language.ts';
import { headlineOf } from './headline.ts';
import { pieceNodes, pieceText, pieceWords, tokensOf } from './piece.ts';
import { countWords, type Sentence } from './words.ts';

/** Sentences from which on a text without headings is cut. */
const LONG = 16;
/** Words that a section has at least. */
const LEAST = 70;

/** Returns the sections that have something; a text whose only heading is its title, or that has none, is cut where its topic changes. */
export function namedSections(all: readonly Section[], language: Language): Section[] {
  const sections = all.filter(({ units, title }) => units.length > 0 || title);
  const [only, ...more] = sections;
  return only && more.length === 0 && !only.title ? cutByTopic(only, language) : sections;
}

/** Cuts a section without a heading where its topic changes (Hearst's TextTiling), and opens each part with the headline of its first sentence. */
function cutByTopic(section: Section, language: Language): Section[] {
  const [unit, ...more] = section.units;
  if (unit?.kind !== 'prose' || more.length > 0 || unit.sentences.length < LONG) return [section];
  const paragraphs = paragraphsOf(unit);
  const blocks = paragraphs.length >= 4 ? paragraphs : inThrees(unit.sentences);
  const cuts = cutsBetween(blocks.map((block) => bagOf(block, language)));
  const parts: Sentence[][] = [];
  for (const [index, block] of blocks.entries()) {
    const last = parts.at(-1);
    const isNew =
      last === undefined || (cuts.has(index) && wordsIn(last) >= LEAST && wordsIn(blocks.slice(index).flat()) >= LEAST);
    if (isNew) parts.push([...block]);
    else last.push(...block);
  }
  if (parts.length < 2) return [section];
  const cut = parts.map((sentences) => sectionOf(sentences, unit.starts, language));
  return cut.every((part) => part !== undefined) ? cut : [section];
}

function paragraphsOf({ sentences, starts }: Prose): Sentence[][] {
  const found: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = found.at(-1);
    if (last && !starts.has(sentence)) last.push(sentence);
    else found.push([sentence]);
  }
  return found;
}

function inThrees(sentences: readonly Sentence[]): Sentence[][] {
  return Array.from({ length: Math.ceil(sentences.length / 3) }, (_, index) =>
    sentences.slice(index * 3, index * 3 + 3),
  );
}

function wordsIn(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { text }) => sum + countWords(text), 0);
}

type Bag = ReadonlyMap<string, number>;

function bagOf(sentences: readonly Sentence[], language: Language): Bag {
  const bag = new Map<string, number>();
  for (const word of sentences.flatMap((sentence) => topicWords(sentence, language)))
    bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Gaps where the words on both sides differ more than around them, and more than on average. */
function cutsBetween(bags: readonly Bag[]): ReadonlySet<number> {
  const gaps = bags
    .slice(1)
    .map((_, index) =>
      likeness(joined(bags.slice(Math.max(0, index - 1), index + 1)), joined(bags.slice(index + 1, index + 3))),
    );
  const depths = gaps.map(
    (value, at) => Math.max(0, ...gaps.slice(0, at)) - value + (Math.max(0, ...gaps.slice(at + 1)) - value),
  );
  const mean = depths.reduce((sum, depth) => sum + depth, 0) / Math.max(1, depths.length);
  return new Set(depths.flatMap((depth, at) => (depth >= mean ? [at + 1] : [])));
}

function joined(bags: readonly Bag[]): Bag {
  const all = new Map<string, number>();
  for (const bag of bags) for (const [word, count] of bag) all.set(word, (all.get(word) ?? 0) + count);
  return all;
}

/** The cosine of two bags. */
function likeness(a: Bag, b: Bag): number {
  const size = (bag: Bag): number => Math.sqrt([...bag.values()].reduce((sum, count) => sum + count * count, 0));
  const shared = [...a].reduce((sum, [word, count]) => sum + count * (b.get(word) ?? 0), 0);
  return shared / Math.max(1, size(a) * size(b));
}

/** A part whose first sentences have a short headline opens with it; these are said there. */
function sectionOf(sentences: Sentence[], starts: ReadonlySet<Sentence>, language: Language): Section | undefined {
  const lines = { from: sentences[0]?.lines.from ?? 1, to: sentences.at(-1)?.lines.to ?? 1 };
  const at = sentences.slice(0, 2).findIndex((sentence) => {
    const headline = headlineOf(sentence, language);
    // Nothing before the first words of a part says whom a pronoun stands for.
    const isClear = headline && tokensOf(headline.piece)[0]?.pos !== 'PRON';
    return isClear === true && headline.quality >= 0.75 && pieceWords(headline.piece) <= 10;
  });
  const sentence = sentences[at];
  const headline = sentence && headlineOf(sentence, language);
  if (!sentence || !headline) return undefined;
  const rest = sentences.slice(at + 1);
  const title = {
    ...sentence,
    index: -1,
    text: pieceText(headline.piece),
    nodes: pieceNodes(headline.piece),
    tokens: tokensOf(headline.piece),
  };
  return {
    title,
    lines,
    opening: sentences.slice(0, at + 1),
    units: rest.length > 0 ? [{ kind: 'prose', title: undefined, sentences: rest, starts }] : [],
  };
}
