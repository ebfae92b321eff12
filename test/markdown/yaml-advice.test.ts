import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';

test.each([
  ['title: "A\n  B', 'a quotation mark is not closed; add " at the end of the value'],
  ["title: 'A\n  B", "a quotation mark is not closed; add ' at the end of the value"],
  ['handout:\n\tslides: 3', 'a tab indents a line; use spaces'],
  ['keywords: [[a], b', 'a list is not closed; add “]” at its end'],
  ['tokens: {accent: {red: 1}', 'settings in braces are not closed; add “}” at their end'],
  ['title: A\n  subtitle: B', 'a key is indented below a value; write it at the beginning of its line'],
  [
    'tokens:\n    accent: red\n  brand: blue',
    'a line has the wrong indentation; indent all entries of a setting by the same number of spaces',
  ],
  ['tokens:\n  accent: red\n  accent: blue', 'this key appears twice; keep one of them'],
  [
    String.raw`title: "C:\data"`,
    'a backslash in double quotes escapes nothing; use single quotes, or write two backslashes',
  ],
  ['keywords: ]', 'it cannot be read here; write “key: value”, and put values with special characters into quotes'],
])('says what to do about front matter that cannot be read: %j', async (yaml, advice) => {
  const { messages } = await compileText(`---\n${yaml}\n---\n\n# One\n`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^talk\.md:[2-4]:/);
  expect(messages[0]).toContain(`: Invalid YAML in the front matter: ${advice}`);
});

test.each([
  ['title: "A" and "B"', 'Invalid value "A" and "B" in the front matter: it goes on after "'],
  ["title: 'A' and 'B'", "Invalid value 'A' and 'B' in the front matter: it goes on after '"],
])('says that quotes end too early: %j', async (yaml, message) => {
  const { messages } = await compileText(`---\n${yaml}\n---\n\n# One\n`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(message);
});
