import { describe, expect, test } from 'vitest';
import { checkWords, findWords, proseFiles } from '../scripts/words.ts';
import { proseOfCode, proseOfPage, testNames } from '../scripts/words/texts.ts';

test('docs, help, messages and docstrings have no words and sentences to reword', () => {
  expect(checkWords()).toEqual([]);
});

test('everything that people read is checked', () => {
  const files = proseFiles();
  for (const file of [
    'README.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'docs/language.md',
    'docs/rules/overflow.md',
    'src/cli/command-options.ts',
    'src/check/rules/contrast.ts',
    'src/model/talk-words/english.ts',
  ])
    expect(files).toContain(file);
  expect(files).not.toContain('src/model/talk-words/german.ts');
});

describe('a planted error is found', () => {
  test.each([
    ['Every slide has a picture.', '“picture”: write “image”'],
    ['The build shows a film and a fault.', '“film”: write “video”'],
    ['That is no JSON, and fails.', '“is no”: write negate the verb: “is not a …”'],
    ['A key that there is not has no effect.', '“that there is not”: write “unknown …” or “missing …”'],
    ['What is missing from the file is shown as a box.', '“What is missing from the file is”: write the subject'],
    ['Those who watch can vote.', '“Those who”: write the people'],
    ['Where a slide has no heading, it has no name.', '“Where a slide has no heading,”: write “If …” or “When …”'],
    ['It writes one page a slide.', '“one page a slide”: write “per”'],
    ['Options of the call have the last word.', '“have the last word”: write “takes precedence”'],
    ['Write {fit} behind its heading.', '“behind its heading”: write “after”'],
    ['It opens offline and\nasks the network for nothing.', '“asks the network”: write “makes requests”'],
  ])('on a page: %s', (text, found) => {
    expect(findWords([proseOfPage(`# Title\n\nFine.\n\n${text}\n`, 'docs/page.md')])).toContainEqual(
      expect.stringMatching(
        new RegExp(`^docs/page\\.md:[56]: ${found.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`),
      ),
    );
  });

  test.each([
    ['export const a = 1;\nfail(`the ${kind} is no chart`);', 'src/a.ts:2: “is no”'],
    ["\nconst b = 'Nobody answers at the address';", 'src/a.ts:2: “Nobody answers”'],
    ['/**\n * What compiling takes.\n */\nexport interface A {}', 'src/a.ts:2: “What”'],
    [
      '/** The size of a page. */\nexport function size(): number {}',
      'src/a.ts:1: “The”: write what the function does',
    ],
  ])('in code: %j', (source, found) => {
    expect(findWords(proseOfCode(source, 'src/a.ts'))).toEqual([expect.stringContaining(found)]);
  });
});

test('code, addresses and names are no prose', () => {
  const page = 'See `picture`, [it](print.md#pictures) and <b title="a fault">this</b>.\n\n```sh\nmend film\n```\n';
  expect(findWords([proseOfPage(page, 'docs/page.md')])).toEqual([]);
  const code =
    '/**\n * Returns `film`.\n *\n * @param pictures - of slides.\n */\nexport function f(): void { g("picture-card", film); }';
  expect(findWords(proseOfCode(code, 'src/a.ts'))).toEqual([]);
});

test('an exception lets its words be, and has to be used', () => {
  const rules = [
    { find: 'mend', write: '“fix”', except: [{ file: 'a.md', words: 'mend the sail', reason: 'a quotation' }] },
  ];
  expect(findWords([proseOfPage('They mend the sail.', 'a.md')], rules)).toEqual([]);
  expect(findWords([proseOfPage('They mend the sail.', 'b.md')], rules)).toEqual(['b.md:1: “mend”: write “fix”']);
  expect(findWords([proseOfPage('They sail.', 'a.md')], rules)).toEqual([
    'a.md: the exception “mend the sail” matches nothing; remove it',
  ]);
});

test('names of tests are checked, also those of rows', () => {
  const source = `test('a deck that there is not', () => {});\ntest.each([\n  ['told'],\n])('%s is told', () => {});\n`;
  expect(findWords(testNames(source, 'test/a.test.ts'))).toEqual([
    'test/a.test.ts:1: “that there is”: write “known …” or “unknown …”',
    'test/a.test.ts:4: “told”: write “reported” or “shown”',
  ]);
});
