import type { Language } from '../languages/language.ts';
import { segmenterOf } from '../sentences.ts';
import type { PartOfSpeech, Token } from '../words.ts';

/** Tags words of a language without a tagger: what its closed classes say; every other word is of no known class. */
export function tagPlain(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const { segment, index, isWordLike = false } of segmenterOf(language.code, 'word').segment(text)) {
    if (segment.trim() === '') continue;
    const last = tokens.at(-1);
    // Apostrophes and hyphens inside words, such as “l’art” and “e-mail”.
    if (
      last?.end === index &&
      (joins(last.text, segment, isWordLike) || (/[-‑/’'+&]$/.test(last.text) && isWordLike))
    ) {
      tokens[tokens.length - 1] = tokenOf(text, { start: last.start, end: index + segment.length }, language);
      continue;
    }
    tokens.push(tokenOf(text, { start: index, end: index + segment.length }, language));
  }
  return tokens;
}

function joins(last: string, segment: string, isWordLike: boolean): boolean {
  return !isWordLike && /^[-‑/’'+&%]$/.test(segment) && /[\p{L}\p{N}]$/u.test(last) && !/[\u3040-\u9fff]$/.test(last);
}

function tokenOf(text: string, { start, end }: { start: number; end: number }, language: Language): Token {
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  return { text: word, lower, pos: classOf(word, lower, language), start, end };
}

function classOf(word: string, lower: string, language: Language): PartOfSpeech {
  if (!/[\p{L}\p{N}]/u.test(word)) return 'PUNCT';
  if (/^[\d.,]+%?$/.test(word)) return 'NUM';
  if (language.coordinators.has(lower)) return 'CCONJ';
  if (language.verbs.has(lower)) return 'AUX';
  if (language.determiners.has(lower)) return 'DET';
  if (language.prepositions.has(lower)) return 'ADP';
  if (language.pronouns.has(lower)) return 'PRON';
  return 'X';
}
