import { directionOf } from './languages.ts';
import { DECK_WORDS, SERVED_WORDS, type TalkWords } from './talk-words/english.ts';
import { UNTRANSLATED } from './talk-words/untranslated.ts';

interface Spoken {
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** Texts of the windows that every deck has, in one language. */
export type StageWords = Record<keyof typeof DECK_WORDS, string> & typeof UNTRANSLATED & Spoken;

/** Texts of all windows of a talk that `lectern present` serves. */
export type ServedWords = TalkWords & typeof UNTRANSLATED & Spoken;

/** Of its language alone a deck needs the words. */
const LANGUAGES: Record<string, () => Promise<TalkWords>> = {
  ar: async () => (await import('./talk-words/arabic.ts')).ARABIC,
  de: async () => (await import('./talk-words/german.ts')).GERMAN,
  es: async () => (await import('./talk-words/spanish.ts')).SPANISH,
  fr: async () => (await import('./talk-words/french.ts')).FRENCH,
  he: async () => (await import('./talk-words/hebrew.ts')).HEBREW,
  it: async () => (await import('./talk-words/italian.ts')).ITALIAN,
  ja: async () => (await import('./talk-words/japanese.ts')).JAPANESE,
  nl: async () => (await import('./talk-words/dutch.ts')).DUTCH,
  pl: async () => (await import('./talk-words/polish.ts')).POLISH,
  pt: async () => (await import('./talk-words/portuguese.ts')).PORTUGUESE,
  zh: async () => (await import('./talk-words/chinese.ts')).CHINESE,
  'zh-hant': async () => (await import('./talk-words/traditional-chinese.ts')).TRADITIONAL_CHINESE,
};

/** Loads what windows of a served talk say in a language; in English where there are no words of it. */
export async function servedWords(lang: string): Promise<ServedWords> {
  const traditional = /^zh-(?:hant|tw|hk|mo)\b/i.test(lang);
  const base = traditional ? 'zh-hant' : (lang.split('-', 1)[0]?.toLowerCase() ?? '');
  const words = Object.hasOwn(LANGUAGES, base) ? await LANGUAGES[base]?.() : undefined;
  if (words) return { ...UNTRANSLATED, ...words, lang, dir: directionOf(lang) };
  const english = base === 'en' ? lang : 'en';
  return { ...UNTRANSLATED, ...DECK_WORDS, ...SERVED_WORDS, lang: english, dir: 'ltr' };
}

/** Loads what windows of an exported deck say in a language. */
export async function stageWords(lang: string): Promise<StageWords> {
  const words: Partial<ServedWords> = await servedWords(lang);
  for (const name of Object.keys(SERVED_WORDS) as (keyof typeof SERVED_WORDS)[]) delete words[name];
  return words as StageWords;
}
