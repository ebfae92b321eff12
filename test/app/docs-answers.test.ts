import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocs } from '../../src/app/read-docs.ts';
import { indexDocs } from '../../src/app/search-docs.ts';
import { searchSections } from '../../src/model/docs-search.ts';

const index = indexDocs(await readDocs());

/** Each line is a question, and the section that answers it: one of `docs/questions.md`, or of another page. */
const lines = readFileSync(path.join(import.meta.dirname, '../fixtures/docs/questions.txt'), 'utf8')
  .trim()
  .split('\n');

test.each(lines.map((line) => line.split(' => ')))('“%s” leads to %s', (question = '', answer = '') => {
  const id = answer.startsWith('#') ? `questions${answer}` : answer;
  expect(searchSections(index, question)[0]?.id).toBe(id);
});
