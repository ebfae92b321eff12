import { expect, test } from 'vitest';
import { servedWords, stageWords } from '../../src/model/talk-words.ts';

const LANGUAGES = ['de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ja', 'zh', 'zh-Hant', 'ar', 'he'];
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

test.each(LANGUAGES)('windows say everything in %s that they say in English, with the same figures', async (lang) => {
  const words = new Map(Object.entries(await servedWords(lang)));
  for (const [name, text] of Object.entries(await servedWords('en'))) {
    const translated = words.get(name) ?? '';
    expect(translated, name).not.toBe('');
    expect(placeholders(translated), name).toEqual(placeholders(text));
  }
  expect(words.get('lang')).toBe(lang);
});

test('windows of a language without words speak English, and say so', async () => {
  for (const lang of ['sw', 'constructor', '__proto__', ''])
    expect(await servedWords(lang), lang).toMatchObject({ lang: 'en', dir: 'ltr', next: 'Next' });
  expect(await servedWords('en-GB')).toMatchObject({ lang: 'en-GB', dir: 'ltr', next: 'Next' });
  expect([
    (await servedWords('de-AT')).next,
    (await servedWords('zh-TW')).black,
    (await servedWords('ar')).dir,
  ]).toEqual(['Als Nächstes', '黑畫面', 'rtl']);
});

test('an exported deck carries the texts of its own windows only', async () => {
  expect(await stageWords('de')).toMatchObject({ lang: 'de', next: 'Als Nächstes' });
  expect(Object.keys(await stageWords('de'))).not.toContain('remote');
  expect(await servedWords('de')).toMatchObject({ remote: 'Fernbedienung', next: 'Als Nächstes' });
});
