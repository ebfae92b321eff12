import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { needsBrowser, runExamples, type ExampleResult } from '../scripts/rule-examples.ts';
import {
  HEADINGS,
  readRulePage,
  RULE_FACTS,
  ruleFiles,
  RULES_FOLDER,
  withFacts,
  withRuleList,
} from '../scripts/rule-pages.ts';
import { RULE_IDS } from '../src/model/rule-ids.ts';

/** Faults that no source alone can have: bytes, sizes, other browsers, bugs. Their pages show a message in words. */
const NOT_RUN = [
  'drawings-file',
  'file-size',
  'html-syntax',
  'include-limit',
  'pdf-unfinished',
  'pptx-font',
  'pptx-picture',
  'pptx-template',
  'project-wide',
  'source-binary',
  'source-encoding',
  'source-size',
  'theme-licence',
  'theme-weight',
  'unexpected',
];

const pages = RULE_FACTS.map(readRulePage);

test('every rule has a page, and every page a rule', () => {
  expect(ruleFiles().toSorted()).toEqual([...RULE_FACTS.map(({ id }) => id), 'README'].toSorted());
  expect([...RULE_IDS].filter((id) => !RULE_FACTS.some((facts) => facts.id === id))).toEqual([]);
});

test('every page has the same parts', () => {
  for (const { id, text } of pages) {
    expect(text.startsWith(`# \`${id}\`\n\n<!-- rule -->\n`), id).toBe(true);
    expect(
      text
        .match(/^## .+$/gm)
        ?.map((heading) => heading.slice(3))
        .filter((heading) => HEADINGS.includes(heading)),
      id,
    ).toEqual(HEADINGS);
    for (const part of ['rule', 'message', 'off'])
      expect(text, id).toMatch(new RegExp(`<!-- ${part} -->\n\n[^]+\n\n<!-- /${part} -->`));
  }
});

test('every page has an example and its cure', () => {
  expect(
    pages
      .filter(({ faulty }) => !faulty)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(NOT_RUN);
  expect(pages.filter(({ faulty, cure }) => faulty && !cure).map(({ id }) => id)).toEqual([]);
});

describe('examples that need no browser', () => {
  let faulty: Map<string, ExampleResult>;
  let cured: Map<string, ExampleResult>;
  beforeAll(async () => {
    faulty = await runExamples(pages, { key: 'faulty' });
    cured = await runExamples(pages, { key: 'cure' });
  }, 120_000);

  test.each(pages.filter((page) => !needsBrowser(page)).map((page) => [page.id, page] as const))('%s', (id, page) => {
    const result = faulty.get(id);
    const made = withFacts(page, result);
    if (process.env['UPDATE_FIXTURES']) writeFileSync(page.file, made);
    expect(readFileSync(page.file, 'utf8')).toBe(made);
    if (NOT_RUN.includes(id)) return;
    expect(result?.messages).toContain(` ${id}\n`);
    expect(cured.get(id)?.messages).toBe('');
  });
});

test('docs/rules/README.md lists every rule', () => {
  const file = path.join(RULES_FOLDER, 'README.md');
  const made = withRuleList(readFileSync(file, 'utf8'), RULE_FACTS.map(readRulePage));
  if (process.env['UPDATE_FIXTURES']) writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
});
