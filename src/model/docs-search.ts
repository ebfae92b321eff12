import type MiniSearch from 'minisearch';
import type { Options, SearchOptions, SearchResult } from 'minisearch';

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
  /** The words around the first hit. */
  excerpt: string;
  /** The words that were found. */
  terms: string[];
}

/** Words of questions that say nothing about their topic. */
const EMPTY = new Set(
  'a add an and any are as at be by can create could do does doesn don during for from get has have how i in insert into is isn it its make me mean my need not of on or please possible put s should t that the there this to use using want way we what when where which why will with you your'.split(
    ' ',
  ),
);

/** Words that most pages have. A section without them may still be the answer. */
const LIGHT = new Set(
  'deck error feature issue lectern markdown message option presentation problem slide support talk warning'
    .split(' ')
    .map(stemOf),
);

/** Words that people bring from other tools, and Lectern’s own. */
const SAME_WORDS: readonly [theirs: string, ours: string][] = [
  ['fragment', 'step'],
  ['animation', 'steps'],
  ['pptx', 'powerpoint'],
  ['export', 'output'],
  ['picture', 'image'],
  ['photo', 'image'],
  ['movie', 'video'],
  ['film', 'video'],
  ['youtube', 'video'],
  ['latex', 'formula'],
  ['math', 'formulas'],
  ['equation', 'formula'],
  ['color', 'colour'],
  ['pagination', 'paginate'],
  ['overflow', 'full'],
  ['printing', 'print'],
  ['bibtex', 'bibliography'],
  ['references', 'citations'],
  ['watch', 'reload'],
  ['hot', 'reload'],
  ['toc', 'agenda'],
  ['mode', 'tone'],
  ['center', 'layout'],
  ['q', 'questions'],
];

const SAME: ReadonlyMap<string, string> = new Map(SAME_WORDS.map(([theirs, ours]) => [stemOf(theirs), ours]));

const WORD_ENDS = /[\s\p{Z}\p{P}]+/u;

/**
 * Takes an English ending off a word, so that “transitions” and “centered” find “transition” and “center”. What is left
 * is a beginning of the word, which is marked in texts.
 */
function stemOf(word: string): string {
  const [, stem] = /^(.{3,}?)(?:ings?|ed|es|s|e)$/u.exec(word) ?? [];
  if (stem === undefined || word.endsWith('ss')) return word;
  return /([bdgmnprt])\1$/u.test(stem) ? stem.slice(0, -1) : stem;
}

/** How pages are indexed, in the terminal and on the site alike. */
export const SEARCH_OPTIONS: Options<DocsSection> = {
  fields: ['title', 'page', 'text', 'code', 'also'],
  storeFields: ['title', 'page', 'text'],
  tokenize: (text) => text.split(WORD_ENDS),
  processTerm: (term) => {
    const word = term.toLowerCase();
    return word === '' || EMPTY.has(word) ? null : stemOf(word);
  },
};

const SEARCH: SearchOptions = {
  boost: { title: 4, page: 2, code: 0.3, also: 2 },
  weights: { prefix: 0.25, fuzzy: 0.15 },
  prefix: (term) => term.length > 2,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  boostDocument: (id) => pageWeight(String(id)),
};

/** Pages that say how something is done come before lists of everything, and before those for contributors. */
const WEIGHTS: readonly [start: string, weight: number][] = [
  ['architecture', 0.2],
  ['rules', 0.35],
  ['from/', 0.7],
  ['reference/', 0.5],
  ['extend', 0.6],
  ['glossary', 0.7],
];

function pageWeight(id: string): number {
  return WEIGHTS.find(([start]) => id.startsWith(start))?.[1] ?? 1;
}

const MOST = 12;

/** Finds sections by words, best first. A section that has all of the words comes before most of those that have some. */
export function searchSections(index: MiniSearch<DocsSection>, text: string): FoundSection[] {
  const words = text.split(WORD_ENDS).filter((word) => word && !EMPTY.has(word.toLowerCase()));
  if (words.length === 0) return [];
  // Each word is looked for as it is, and as Lectern says it.
  const queries = words.map((word) => ({ combineWith: 'OR' as const, queries: sameWords(word) }));
  const weight = sumOf(words.map(weightOf));
  const scoreOf = (result: SearchResult): number => {
    return result.score * (sumOf(words.map((word) => weightOf(word) * foundOf(word, result))) / weight) ** 3;
  };
  return index
    .search({ combineWith: 'OR', queries }, SEARCH)
    .toSorted((one, other) => scoreOf(other) - scoreOf(one))
    .slice(0, MOST)
    .map((found) => sectionOf(found));
}

/** Says how well a section has a word: 1 as it is, less where the section has a longer or a similar word. */
function foundOf(word: string, { terms, queryTerms }: SearchResult): number {
  const stems = sameWords(word).map(stemOf);
  if (stems.some((stem) => terms.includes(stem))) return 1;
  return stems.some((stem) => queryTerms.includes(stem)) ? 0.4 : 0;
}

function weightOf(word: string): number {
  return LIGHT.has(stemOf(word.toLowerCase())) ? 0.25 : 1;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function sameWords(word: string): string[] {
  const term = word.toLowerCase();
  const same = SAME.get(stemOf(term));
  return same === undefined ? [term] : [term, same];
}

function sectionOf({ id, title, page, text, terms }: SearchResult): FoundSection {
  return {
    id: String(id),
    title: String(title),
    page: String(page),
    excerpt: excerptOf(String(text), terms),
    terms,
  };
}

const EXCERPT = 160;

/** Cuts the words around the first hit out of a text. */
function excerptOf(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase();
  const hits = terms.map((term) => lower.indexOf(term)).filter((at) => at >= 0);
  const hit = hits.length > 0 ? Math.min(...hits) : 0;
  const start = hit < 60 ? 0 : text.indexOf(' ', hit - 50) + 1;
  if (text.length - start <= EXCERPT) return `${start > 0 ? '… ' : ''}${text.slice(start)}`;
  const end = text.lastIndexOf(' ', start + EXCERPT);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end > start ? end : start + EXCERPT)} …`;
}
