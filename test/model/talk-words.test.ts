import { expect, test } from 'vitest';
import { stageWords } from '../../src/model/talk-words.ts';
import { englishWords } from '../../src/client/english-words.ts';

const LANGUAGES = ['de', 'fr', 'es', 'pt', 'it', 'nl', 'ja', 'zh', 'zh-Hant', 'ar', 'he'];
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

test.each(LANGUAGES)('windows say everything in %s that they say in English', (lang) => {
  const words = stageWords(lang);
  const english = englishWords();
  expect(Object.keys(words ?? {}).toSorted()).toEqual(Object.keys(english).toSorted());
  for (const [name, text] of Object.entries(english)) {
    if (name === 'lang' || name === 'dir') continue;
    const translated = words?.[name as keyof typeof english] ?? '';
    expect(translated, name).not.toBe('');
    expect(placeholders(translated), name).toEqual(placeholders(text));
  }
  expect(words?.lang).toBe(lang);
});

test('a language without words leaves windows English', () => {
  for (const lang of ['en', 'en-GB', 'sw', 'constructor', '__proto__', ''])
    expect(stageWords(lang), lang).toBeUndefined();
  expect([stageWords('de-AT')?.next, stageWords('zh-TW')?.black, stageWords('ar')?.dir]).toEqual([
    'Als Nächstes',
    '黑畫面',
    'rtl',
  ]);
});
