import { directionOf } from './languages.ts';
import { ARABIC } from './talk-words/arabic.ts';
import { CHINESE } from './talk-words/chinese.ts';
import { DUTCH } from './talk-words/dutch.ts';
import { DECK_WORDS, SERVED_WORDS, type TalkWords } from './talk-words/english.ts';
import { FRENCH } from './talk-words/french.ts';
import { GERMAN } from './talk-words/german.ts';
import { HEBREW } from './talk-words/hebrew.ts';
import { ITALIAN } from './talk-words/italian.ts';
import { JAPANESE } from './talk-words/japanese.ts';
import { POLISH } from './talk-words/polish.ts';
import { PORTUGUESE } from './talk-words/portuguese.ts';
import { SPANISH } from './talk-words/spanish.ts';
import { TRADITIONAL_CHINESE } from './talk-words/traditional-chinese.ts';
import { UNTRANSLATED } from './talk-words/untranslated.ts';

interface Spoken {
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** Texts of the windows that every deck has, in one language. */
export type StageWords = Record<keyof typeof DECK_WORDS, string> & typeof UNTRANSLATED & Spoken;

/** Texts of all windows of a talk that `lectern present` serves. */
export type ServedWords = TalkWords & typeof UNTRANSLATED & Spoken;

const LANGUAGES: Record<string, TalkWords> = {
  ar: ARABIC,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  he: HEBREW,
  it: ITALIAN,
  ja: JAPANESE,
  nl: DUTCH,
  pl: POLISH,
  pt: PORTUGUESE,
  zh: CHINESE,
  'zh-hant': TRADITIONAL_CHINESE,
};

/** Returns what windows of a served talk say in a language; in English where there are no words of it. */
export function servedWords(lang: string): ServedWords {
  const traditional = /^zh-(?:hant|tw|hk|mo)\b/i.test(lang);
  const base = traditional ? 'zh-hant' : (lang.split('-', 1)[0]?.toLowerCase() ?? '');
  const words = Object.hasOwn(LANGUAGES, base) ? LANGUAGES[base] : undefined;
  if (words) return { ...UNTRANSLATED, ...words, lang, dir: directionOf(lang) };
  const english = base === 'en' ? lang : 'en';
  return { ...UNTRANSLATED, ...DECK_WORDS, ...SERVED_WORDS, lang: english, dir: 'ltr' };
}

/** Returns what windows of an exported deck say in a language. */
export function stageWords(lang: string): StageWords {
  const words: Partial<ServedWords> = servedWords(lang);
  for (const name of Object.keys(SERVED_WORDS) as (keyof typeof SERVED_WORDS)[]) delete words[name];
  return words as StageWords;
}
