import type { Headline } from '../rate.ts';
import type { Language } from '../languages/language.ts';
import type { Candidate } from '../slide.ts';
import type { Sentence } from '../words.ts';

/** Facts for recognisers besides the sentences. */
export interface Context {
  language: Language;
  /** The title of the article. */
  title: string;
  /** Returns the headline of a sentence; `undefined` where it has none. */
  headline: (sentence: Sentence) => Headline | undefined;
  /** How much of the article a sentence speaks of, 0 to 1. */
  rank: (sentence: Sentence) => number;
  /** Whether a paragraph begins with this sentence. */
  isStart: (sentence: Sentence) => boolean;
  /** Whether it is the first sentence below a title that asks. */
  isAnswer: (sentence: Sentence) => boolean;
}

/** Finds forms that the prose has already, in a run of sentences, from one of them on. */
export type Recogniser = (run: readonly Sentence[], at: number, context: Context) => Candidate[];

/** The text without the name of a speaker before it. */
function wordsOf({ text, tokens }: Sentence): string {
  return text.slice(tokens[0]?.start ?? 0);
}

/** Tells whether a sentence begins with one of some phrases; returns the phrase. */
export function startsWith(sentence: Sentence, phrases: readonly string[]): string | undefined {
  const text = wordsOf(sentence).toLowerCase().replaceAll('’', "'");
  const found = phrases
    .map((phrase) => phrase.replaceAll('’', "'"))
    .filter((phrase) => text.startsWith(phrase) && !/[\p{L}\p{N}]/u.test(text[phrase.length] ?? ' '));
  return found.toSorted((a, b) => b.length - a.length)[0];
}

/** Does the same as `startsWith`, for scripts without spaces between words, too. */
export function startsWithScript(sentence: Sentence, phrases: readonly string[]): string | undefined {
  return (
    startsWith(sentence, phrases) ??
    phrases.find((phrase) => /^[\u3040-\u9fff]/.test(phrase) && wordsOf(sentence).startsWith(phrase))
  );
}

/** Returns the token behind a phrase that a sentence begins with. */
export function tokenBehind(sentence: Sentence, phrase: string): number {
  const from = sentence.tokens[0]?.start ?? 0;
  const at = sentence.tokens.findIndex(({ start }) => start >= from + phrase.length);
  return at === -1
    ? sentence.tokens.length
    : sentence.tokens[at]?.text === ',' || sentence.tokens[at]?.text === '、'
      ? at + 1
      : at;
}
