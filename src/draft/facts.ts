import type { Article } from './article.ts';
import type { Tagger } from './grammar/tag-english.ts';

/** Words of an article by which facts are known. */
export interface KnownFacts {
  numbers: ReadonlySet<string>;
  words: ReadonlySet<string>;
  /** Tells names at the start of a sentence from other words, where it is there. */
  tagger: Tagger | undefined;
}

const NUMBER = /\d(?:[\d.,]*\d)?/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** Collects the numbers and words of an article, its titles and authors included. */
export function factsOfArticle({ sentences, sections, title, subtitle, author }: Article, tagger?: Tagger): KnownFacts {
  const titles = [title, subtitle, ...sections.map((section) => section.title)].flatMap((one) =>
    one ? [one.text] : [],
  );
  const text = [...titles, author ?? '', ...sentences.map((sentence) => sentence.text)].join('\n');
  return {
    numbers: new Set(text.match(NUMBER)),
    words: new Set((text.toLowerCase().match(WORD) ?? []).flatMap(parts)),
    tagger,
  };
}

/** A word with an apostrophe or a hyphen has others in it: “Python’s”, “low-level”. */
function parts(word: string): string[] {
  return [word, ...word.split(/[’'-]/)];
}

/** Lists numbers and names that an article does not have. A word with a capital is a name, unless it is the first. */
export function refusedFacts(words: string, known: KnownFacts): string[] {
  const numbers = (words.match(NUMBER) ?? []).filter((number) => !known.numbers.has(number));
  const list = words.match(WORD) ?? [];
  const opensWithName = known.tagger?.(words)[0]?.pos === 'PROPN';
  const names = list.filter(
    (word, index) =>
      (isName(word, index) || (index === 0 && opensWithName)) &&
      !parts(word.toLowerCase()).some((part) => part !== '' && known.words.has(part)),
  );
  return [...new Set([...numbers, ...names])];
}

function isName(word: string, index: number): boolean {
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  return index === 0 ? capitals > 1 : capitals > 0;
}
