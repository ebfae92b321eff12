import type MiniSearch from 'minisearch';
import type { Options, SearchOptions, SearchResult } from 'minisearch';
import { isEmpty, isLight, ourStem, sameWords, stemOf, WORD_ENDS, wordsOf } from './docs-words.ts';

/** A page of the documentation from one heading to the next. */
export interface DocsSection {
  /** Id of the page, and the section's behind `#`. */
  id: string;
  title: string;
  /** Title of the page. */
  page: string;
  text: string;
  /** Its examples, which are found and not quoted. */
  code: string;
  /** Words for the search alone, which people bring from other tools: `<!-- search: … -->`. */
  also: string;
}

export interface FoundSection {
  id: string;
  title: string;
  page: string;
  /** The first lines of an answer whose title has a word; the words around the first hit elsewhere. */
  excerpt: string;
  /** The words that were found. */
  terms: string[];
}

/** How pages are indexed, in the terminal and on the site alike. */
export const SEARCH_OPTIONS: Options<DocsSection> = {
  fields: ['title', 'page', 'text', 'code', 'also'],
  storeFields: ['title', 'page', 'text', 'also'],
  tokenize: (text) => text.split(WORD_ENDS),
  processTerm: (term) => {
    const word = term.toLowerCase();
    return word === '' || isEmpty(word) ? null : stemOf(word);
  },
};

const SEARCH: SearchOptions = {
  combineWith: 'OR',
  boost: { title: 4, page: 2, code: 0.3, also: 2 },
  weights: { prefix: 0.25, fuzzy: 0.15 },
  boostTerm: (term) => (isLight(term) ? 0.25 : 1),
};

/** A word that no page has is looked for as the beginning of a longer one, and with mistakes in it. */
const NEARLY: SearchOptions = {
  prefix: (term) => term.length > 2,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
};

const EXACTLY: SearchOptions = { prefix: false, fuzzy: false };

/** Answers to questions come first, and pages that say how something is done before lists of everything. */
const WEIGHTS: readonly [start: string, weight: number][] = [
  ['questions', 1.5],
  ['architecture', 0.2],
  ['rules', 0.35],
  ['from/', 0.4],
  ['reference/', 0.5],
  ['extend', 0.6],
  ['limits', 0.6],
  ['glossary', 0.7],
];

/** Returns the weight of a page. One about another tool counts less unless the question names the tool: its table has words of every topic. */
function pageWeight(id: string, words: readonly string[]): number {
  const [, tool] = /^from\/([^#]+)/.exec(id) ?? [];
  if (tool !== undefined && words.some((word) => word.toLowerCase().startsWith(tool))) return 1;
  return WEIGHTS.find(([start]) => id.startsWith(start))?.[1] ?? 1;
}

const MOST = 12;

/**
 * Finds sections by words, best first. A section that has all of the words comes before most of those that have some, and
 * one whose title, or a question of its comment, is like the words comes before most others.
 */
export function searchSections(index: MiniSearch<DocsSection>, text: string): FoundSection[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const weigh = rarityIn(index);
  const weight = sumOf(words.map(weigh));
  const scoreOf = (result: SearchResult): number => {
    const share = sumOf(words.map((word) => weigh(word) * foundOf(word, result))) / weight;
    return result.score * share ** 3 * (1 + 5 * likenessOf(words, result, weigh) ** 3);
  };
  // Each word is looked for as it is, and as Lectern says it.
  const queries = words.map((word) => {
    const queries = sameWords(word);
    const isKnown = queries.some((same) => countOf(same, index) > 0);
    return { combineWith: 'OR' as const, queries, ...(isKnown ? EXACTLY : NEARLY) };
  });
  return index
    .search({ queries }, { ...SEARCH, boostDocument: (id) => pageWeight(String(id), words) })
    .map((found) => ({ found, score: scoreOf(found) }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ found }) => sectionOf(found));
}

/** Says how much a word tells about a topic. */
type Weigh = (word: string) => number;

/** Counting a word takes a search of its own, and titles have the same words in each search. */
const RARITIES = new WeakMap<MiniSearch<DocsSection>, Map<string, number>>();

/** Weighs words by how rare they are in the pages: one that most sections have says little about a question. */
function rarityIn(index: MiniSearch<DocsSection>): Weigh {
  const known = RARITIES.get(index) ?? new Map<string, number>();
  RARITIES.set(index, known);
  return (word) => {
    const weight = known.get(word) ?? rarityOf(word, index);
    known.set(word, weight);
    return weight;
  };
}

function rarityOf(word: string, index: MiniSearch<DocsSection>): number {
  const count = countOf(word, index);
  const rarity = count === 0 ? 1 : Math.log(1 + index.documentCount / count);
  return isLight(word) ? rarity / 4 : rarity;
}

/** Counts the sections that have a word. */
function countOf(word: string, index: MiniSearch<DocsSection>): number {
  return index.search(word, EXACTLY).length;
}

/**
 * Says how well a section has a word: 1 where its title has it, less where only its text does, which in long sections has
 * words of every topic, and less still where it has a longer or a similar word.
 */
function foundOf(word: string, { match, queryTerms }: SearchResult): number {
  const stems = sameWords(word).map(stemOf);
  const fields = stems.flatMap((stem) => match[stem] ?? []);
  if (fields.some((field) => field === 'title' || field === 'also')) return 1;
  if (fields.length > 0) return 0.8;
  return stems.some((stem) => queryTerms.includes(stem)) ? 0.4 : 0;
}

/** Says how much a question is like the title of a section, a part of it, or a question that its comment lists: 0 to 1. */
function likenessOf(words: readonly string[], { title, also }: SearchResult, weigh: Weigh): number {
  const asked = new Set(words.map(ourStem));
  const weightOf = (all: ReadonlySet<string>): number => sumOf([...all].map(weigh));
  const likenesses = [String(title), ...String(title).split(/, | or /), ...String(also).split(',')].map((phrase) => {
    const known = new Set(wordsOf(phrase).map(ourStem));
    const both = new Set([...known].filter((word) => asked.has(word)));
    return both.size < Math.min(2, asked.size) ? 0 : (2 * weightOf(both)) / (weightOf(known) + weightOf(asked));
  });
  return Math.max(...likenesses);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function sectionOf({ id, title, page, text, terms, match }: SearchResult): FoundSection {
  const isAnswer = Object.values(match).some((fields) => fields.includes('title') || fields.includes('also'));
  return {
    id: String(id),
    title: String(title),
    page: String(page),
    excerpt: excerptOf(String(text), isAnswer ? [] : terms),
    terms,
  };
}

const EXCERPT = 200;

/** Cuts the words around the first hit out of a text, or its first ones. */
function excerptOf(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase();
  const hits = terms.map((term) => lower.indexOf(term)).filter((at) => at >= 0);
  const hit = hits.length > 0 ? Math.min(...hits) : 0;
  const start = hit < 60 ? 0 : text.indexOf(' ', hit - 50) + 1;
  if (text.length - start <= EXCERPT) return `${start > 0 ? '… ' : ''}${text.slice(start)}`;
  const end = text.lastIndexOf(' ', start + EXCERPT);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end > start ? end : start + EXCERPT)} …`;
}
