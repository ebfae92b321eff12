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

/** Texts of the presenter view, the remote and the audience view in one language. */
export type StageWords = TalkWords & typeof UNTRANSLATED & { lang: string; dir: 'ltr' | 'rtl' };

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

/** Returns what windows say in a language; in English where there are no words of it. */
export function stageWords(lang: string): StageWords {
  const traditional = /^zh-(?:hant|tw|hk|mo)\b/i.test(lang);
  const base = traditional ? 'zh-hant' : (lang.split('-', 1)[0]?.toLowerCase() ?? '');
  const words = Object.hasOwn(LANGUAGES, base) ? LANGUAGES[base] : undefined;
  if (words) return { ...UNTRANSLATED, ...words, lang, dir: directionOf(lang) };
  const english = base === 'en' ? lang : 'en';
  return { ...UNTRANSLATED, ...DECK_WORDS, ...SERVED_WORDS, lang: english, dir: 'ltr' };
}
