import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { defineRule } from '../../src/check/rule.ts';
import { compileText } from '../support/compile.ts';

test('a rule gets its numbers from the settings, the others as it has them, and no more', async () => {
  const { deck } = await compileText('## A\n\ntext\n');
  const facts = { deck, file: new VFile(), pages: [], axe: [], lacking: () => [], ask: undefined };
  const seen: unknown[] = [];
  const rule = defineRule({
    id: 'words',
    severity: 'info',
    about: 'a number',
    options: { most: 90, least: 1 },
    check(_, report, { most, least, ...others }) {
      seen.push(most, least, others);
      report('found', {});
    },
  });
  const reported: string[] = [];
  await rule.check(facts, (reason) => reported.push(reason));
  await rule.check(facts, (reason) => reported.push(reason), new Map(Object.entries({ most: 5, other: 2 })));
  expect(seen).toEqual([90, 1, {}, 5, 1, {}]);
  expect(reported).toEqual(['found', 'found']);
});
