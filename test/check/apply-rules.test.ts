import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { applyRules } from '../../src/check/apply-rules.ts';
import { defineRule, type Rule } from '../../src/check/rule.ts';

interface Facts {
  file: VFile;
  words: string[];
}

const long: Rule<Facts> = defineRule({
  id: 'words',
  severity: 'warning',
  about: 'long words',
  options: { most: 4 },
  check({ words }, report, { most }) {
    for (const word of words) if (word.length > most) report(`“${word}” is too long`, { kind: word });
  },
});

const some: Rule<Facts> = defineRule({
  id: 'bullets',
  severity: 'info',
  about: 'words',
  options: {},
  check: ({ words }, report) => report(`${words.length} words`, {}),
});

describe('applyRules', () => {
  const file = new VFile({ path: 'theme.css' });
  const facts = { file, words: ['short', 'is', 'short', 'or', 'not so'] };
  const apply = async (settings: Parameters<typeof applyRules>[2]) =>
    (await applyRules([long, some], facts, settings)).map(({ reason, severity }) => [reason, severity]);

  test('runs rules over any facts, and reports equal faults once', async () => {
    expect(await apply(new Map())).toEqual([
      ['“short” is too long', 'warning'],
      ['“not so” is too long', 'warning'],
      ['5 words', 'info'],
    ]);
    const [finding] = await applyRules([some], facts, new Map());
    expect(finding).toMatchObject({ ruleId: 'bullets', file, place: undefined, slide: undefined });
  });

  test('heeds the settings of rules', async () => {
    const settings = new Map([
      ['words', { severity: 'error' as const, options: new Map([['most', 5]]) }],
      ['bullets', { severity: 'off' as const, options: new Map() }],
    ]);
    expect(await apply(settings)).toEqual([['“not so” is too long', 'error']]);
  });
});
