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
  'a ability able add allow allowed an and any are as at be been being by can cannot create could did do does doesn don during enable for from get has have having help how i if in insert into is isn it its let like make me mean my need not of on or please possible possibility put s should so some specify t than that the their them then there these they this those to use using want was way ways we were what when where whether which while why will wish with wondering would you your'.split(
    ' ',
  ),
);

/** Words that most pages have, or that say how many. A section without them may still be the answer. */
const LIGHT = new Set(
  'all certain change deck default display each entire error every individual one particular show single specific whole feature issue lectern markdown message option presentation problem slide support talk warning'
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
  ['particular', 'one'],
  ['specific', 'one'],
  ['single', 'one'],
  ['certain', 'one'],
  ['individual', 'one'],
  ['every', 'all'],
  ['each', 'all'],
  ['whole', 'all'],
  ['entire', 'all'],
  ['modify', 'change'],
  ['adjust', 'change'],
  ['customize', 'change'],
  ['customise', 'change'],
  ['customizable', 'change'],
  ['delete', 'remove'],
  ['display', 'show'],
  ['enlarge', 'larger'],
  ['folder', 'directory'],
  ['grey', 'gray'],
  ['convert', 'import'],
  ['launch', 'present'],
  ['host', 'publish'],
  ['deploy', 'publish'],
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
  storeFields: ['title', 'page', 'text', 'also'],
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
};

/** Pages that say how something is done come before lists of everything, and before those for contributors. */
const WEIGHTS: readonly [start: string, weight: number][] = [
  ['architecture', 0.2],
  ['rules', 0.35],
  ['from/', 0.4],
  ['reference/', 0.5],
  ['extend', 0.6],
  ['glossary', 0.7],
];

/** Returns the weight of a page. One about another tool counts less unless the question names the tool: its table has words of every topic. */
function pageWeight(id: string, words: readonly string[]): number {
  const [, tool] = /^from\/([^#]+)/.exec(id) ?? [];
  if (tool !== undefined && words.some((word) => word.toLowerCase().startsWith(tool))) return 1;
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
    const share = sumOf(words.map((word) => weightOf(word) * foundOf(word, result))) / weight;
    return result.score * share ** 3 * (1 + likenessOf(words, result) ** 6);
  };
  return index
    .search({ combineWith: 'OR', queries }, { ...SEARCH, boostDocument: (id) => pageWeight(String(id), words) })
    .toSorted((one, other) => scoreOf(other) - scoreOf(one))
    .slice(0, MOST)
    .map((found) => sectionOf(found));
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

/** Says how much a question is like the title of a section, or like one of the questions that its comment lists: 0 to 1. */
function likenessOf(words: readonly string[], { title, also }: SearchResult): number {
  const asked = new Set(words.map((word) => stemOf(word.toLowerCase())));
  const likenesses = [String(title), ...String(also).split(',')].map((phrase) => {
    const known = stemsOf(phrase);
    const both = [...known].filter((stem) => asked.has(stem)).length;
    return both < 2 ? 0 : (2 * both) / (known.size + asked.size);
  });
  return Math.max(...likenesses);
}

function stemsOf(phrase: string): ReadonlySet<string> {
  const words = phrase.toLowerCase().split(WORD_ENDS);
  return new Set(words.filter((word) => word !== '' && !EMPTY.has(word)).map(stemOf));
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
