import { expect, test } from 'vitest';
import { stageWords } from '../../src/model/talk-words.ts';

const LANGUAGES = ['de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ja', 'zh', 'zh-Hant', 'ar', 'he'];
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

test.each(LANGUAGES)('windows say everything in %s that they say in English, with the same figures', (lang) => {
  const words = new Map(Object.entries(stageWords(lang)));
  for (const [name, text] of Object.entries(stageWords('en'))) {
    const translated = words.get(name) ?? '';
    expect(translated, name).not.toBe('');
    expect(placeholders(translated), name).toEqual(placeholders(text));
  }
  expect(stageWords(lang).lang).toBe(lang);
});

test('windows of a language without words speak English, and say so', () => {
  for (const lang of ['sw', 'constructor', '__proto__', ''])
    expect(stageWords(lang), lang).toMatchObject({ lang: 'en', dir: 'ltr', next: 'Next' });
  expect(stageWords('en-GB')).toMatchObject({ lang: 'en-GB', dir: 'ltr', next: 'Next' });
  expect([stageWords('de-AT').next, stageWords('zh-TW').black, stageWords('ar').dir]).toEqual([
    'Als Nächstes',
    '黑畫面',
    'rtl',
  ]);
});
