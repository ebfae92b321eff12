import type { Language } from './languages/language.ts';
import { isWord, type Sentence } from './words.ts';

/** Returns the words of a sentence that say what it is about, each once. */
export function topicWords({ tokens }: Pick<Sentence, 'tokens'>, { stopwords, code }: Language): string[] {
  const list = tokens
    .filter((token) => isWord(token) && token.pos !== 'PRON' && token.pos !== 'AUX')
    .map(({ lower }) => lower);
  return [...new Set(list.filter((word) => !stopwords.has(word) && (word.length > 2 || code === 'ja')).map(stem))];
}

/** Takes off the endings that forms of one word differ in; the rest need not be a word. */
function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ies|es|s|ing|ed|en|er|em|e|n|y)$/, '') : word.replace(/s$/, '');
}

/**
 * Ranks sentences by how much of the article they speak of: the words they share with other sentences, rare ones less, long sentences
 * no more than short ones.
 *
 * @returns a rank from 0 to 1 for each
 */
export function rankSentences(sentences: readonly Sentence[], language: Language): ReadonlyMap<Sentence, number> {
  const counts = new Map<string, number>();
  const wordsOf = new Map(sentences.map((sentence) => [sentence, topicWords(sentence, language)] as const));
  for (const words of wordsOf.values()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const raw = sentences.map((sentence) => {
    const words = wordsOf.get(sentence) ?? [];
    const sum = words.reduce((total, word) => total + Math.log(counts.get(word) ?? 1), 0);
    return sum / Math.sqrt(words.length + 3);
  });
  const most = Math.max(...raw, 0.001);
  return new Map(sentences.map((sentence, index) => [sentence, (raw[index] ?? 0) / most]));
}
