import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findFaults } from '../../src/check/find-faults.ts';
import { RULES } from '../../src/check/rules.ts';
import { THEME_RULES } from '../../src/check/theme-rules.ts';
import { CHECK_RULES, RULE_IDS } from '../../src/model/rule-ids.ts';
import { root } from '../support/browser.ts';
import { compileText } from '../support/compile.ts';

test('every rule is in the register, and the register has no others', () => {
  expect(RULES.map(({ id }) => id).toSorted()).toEqual([...CHECK_RULES].toSorted());
});

test('every rule for themes is in the register', () => {
  expect(THEME_RULES.filter(({ id }) => !RULE_IDS.has(id))).toEqual([]);
});

test('every message of the compiler has an id of the register', () => {
  const files = globSync('test/fixtures/compile/*/messages.txt', { cwd: root });
  const ids = files.flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/(\S+) +lectern$/gm)].map(([, id = '']) => id),
  );
  expect(ids.length).toBeGreaterThan(300);
  expect([...new Set(ids)].filter((id) => !RULE_IDS.has(id))).toEqual([]);
});

test('rules of the compiler can be turned off by a deck, and by a slide', async () => {
  const source =
    '---\ncheck: {slide-layout: off, nope: off}\n---\n\n## A {layout=qoute check-off="slide-tone,nix"}\n\nWords.\n';
  const { deck } = await compileText(source);
  const [slide] = deck.slides;
  if (!slide) throw new Error('no slide');
  const facts = { deck, file: slide.file, pages: [], axe: [], lacking: () => [], ask: undefined };
  const findings = await findFaults(facts, deck.meta.check);
  expect(findings.filter(({ ruleId }) => ruleId === 'check-setting').map(({ reason }) => reason)).toEqual([
    expect.stringContaining('“nope” in “check”'),
    expect.stringContaining('“nix” in “check-off”'),
  ]);
});
