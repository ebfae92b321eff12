import { expect, test } from 'vitest';
import { lectureWords, THEOREM_KINDS } from '../../src/model/lecture-words.ts';
import { uiWords } from '../../src/model/ui-words.ts';

const LANGUAGES = ['de', 'fr', 'es', 'pt', 'it', 'nl', 'ja', 'zh', 'zh-Hant', 'ar', 'he'];

test.each(LANGUAGES)('%s has words of its own, as it has for the rest of a deck', (lang) => {
  expect(uiWords(lang).footnotes).not.toBe(uiWords('en').footnotes);
  const [own, english] = [lectureWords(lang), lectureWords('en')];
  expect(own.theorem).not.toBe(english.theorem);
  const numbered = THEOREM_KINDS.filter((kind) => !['proof', 'solution'].includes(kind)).map((kind) => own[kind]);
  expect(new Set(numbered).size).toBe(numbered.length);
  expect(Object.values(own).every((word) => word !== undefined)).toBe(true);
});

test('regions and scripts have the words of their language', () => {
  expect(lectureWords('de-AT').theorem).toBe('Satz');
  expect(lectureWords('zh-TW').proof).toBe('證明');
  expect(lectureWords('zh-CN').proof).toBe('证明');
  expect(lectureWords('fi').theorem).toBe('Theorem');
});
