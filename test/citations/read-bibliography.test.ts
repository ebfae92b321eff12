import { describe, expect, test } from 'vitest';
import { readBibliography } from '../../src/citations/bibliography.ts';
import { readLocator } from '../../src/citations/read-locator.ts';

const NONE = new Map();

async function read(source: string, name = 'refs.bib'): Promise<{ items: unknown[]; faults: unknown[] }> {
  const { items, faults } = await readBibliography(name, source, NONE);
  return {
    items: [...items.values()].map(
      ({ key, type, ...parts }) =>
        Object.assign({ key, type }, ...Object.values(parts).map((part) => Object.fromEntries(part))) as unknown,
    ),
    faults: faults.map(({ problem, place }) => [problem, place?.line, place?.column]),
  };
}

describe('BibTeX', () => {
  test('entries with strings, LaTeX, names, cross references and dates', async () => {
    const { items, faults } = await read(String.raw`Words between entries are comment, me@example.org too.
@string{press = "The Press"}
@comment{@book{no, title={No}}}
@article{a, title = {On {\'e}t{\'e} \& \emph{more}: {\LaTeX}}, author = {{\"O}zg{\"u}r, J{\'e}r{\^o}me and van der Berg, Jan and others},
  publisher = press, year = 1905, month = jun, pages = {1--9}}
@inproceedings{b, title = "B", crossref = {c}, date = {2017-06-12/2017-06-14}}
@PROCEEDINGS(c, title = {Proceedings}, booktitle = {Proceedings}, editor = {{The Editors}}, year = 2017)
@online{d, title = {D}, url = {https://example.org/a_b~c}, urldate = {2026-01-03}}`);
    expect(faults).toEqual([]);
    expect(items).toMatchObject([
      {
        key: 'a',
        type: 'article-journal',
        title: 'On été & <i>more</i>: LaTeX',
        author: [
          { family: 'Özgür', given: 'Jérôme' },
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
          { family: 'others' },
        ],
        publisher: 'The Press',
        issued: { parts: [[1905, 6]] },
        page: '1-9',
      },
      {
        key: 'b',
        'container-title': 'Proceedings',
        issued: {
          parts: [
            [2017, 6, 12],
            [2017, 6, 14],
          ],
        },
      },
      { key: 'c' },
      { key: 'd', type: 'webpage', URL: 'https://example.org/a_b~c', accessed: { parts: [[2026, 1, 3]] } },
    ]);
  });

  test('a broken entry is a fault at its place, and the others are read', async () => {
    const { items, faults } = await read(`@book{a, title = {A}}
@book{b, title = {B} year = 2000}
@book{c, title = {C

  @book{d, title = {D}}
@book{, title = {E}}
@book{a, title = {F}}
@book{g, title = {G}`);
    expect(items).toMatchObject([{ key: 'a' }, { key: 'd' }]);
    expect(faults).toEqual([
      ['the entry “c” is not closed: a brace is missing', 3, 1],
      ['an entry “@book” has no key, expected “@book{key, …}”', 6, 1],
      ['the entry “g” is not closed: a brace is missing', 8, 1],
      ['the entry “b” cannot be read: expected a comma or “}”, got a word', 2, 1],
      ['duplicate entry “a”: the first one is used; remove or rename this one', 7, 1],
    ]);
  });

  test('entries that take fields from each other end', async () => {
    const { items } = await read('@book{a, title={A}, crossref={b}}\n@book{b, year={2000}, crossref={a}}');
    expect(items).toHaveLength(2);
  });
});

describe('CSL-JSON', () => {
  test('entries of a list, or of “items”', async () => {
    const entry = '{"id": 7, "type": "book", "title": "A", "issued": {"raw": "2001-02"}, "author": [{"literal": "B"}]}';
    const expected = [
      { key: '7', type: 'book', title: 'A', issued: { parts: [[2001, 2]] }, author: [{ literal: 'B' }] },
    ];
    expect((await read(`[${entry}]`, 'a.json')).items).toMatchObject(expected);
    expect((await read(`{"items": [${entry}]}`, 'a.json')).items).toMatchObject(expected);
  });

  test.each([
    ['[{"id": "a"}, {"title": "B"}]', [['an entry has no “id”', 1, 15]]],
    ['[\n{"id": "a",}]', [['the file is not valid JSON (PropertyNameExpected)', 2, 12]]],
    ['{"a": 1}', [['expected a list of entries as in CSL-JSON', undefined, undefined]]],
    ['[{"id": "a"},\n {"id": "a"}]', [['duplicate entry “a”: the first one is used; remove or rename this one', 2, 2]]],
  ])('%s', async (source, faults) => {
    expect((await read(source, 'a.json')).faults).toEqual(faults);
  });
});

test.each([
  [', p. 3', 'en', { label: 'page', locator: '3', suffix: '' }],
  [', pp. 33-35, 38 and passim', 'en', { label: 'page', locator: '33-35, 38', suffix: ' and passim' }],
  [', 33', 'en', { label: 'page', locator: '33', suffix: '' }],
  [', chap. 2, and more', 'en', { label: 'chapter', locator: '2', suffix: ', and more' }],
  [', fig. 3a', 'en', { label: 'figure', locator: '3a', suffix: '' }],
  [', S. 33', 'de', { label: 'page', locator: '33', suffix: '' }],
  [', Kap. IV', 'de', { label: 'chapter', locator: 'IV', suffix: '' }],
  [', p. 33', 'de', { label: 'page', locator: '33', suffix: '' }],
  [', {p. 3, note 2}', 'en', { label: 'page', locator: '3, note 2', suffix: '' }],
  [', {Table of contents}', 'en', { label: 'page', locator: 'Table of contents', suffix: '' }],
  [', and others', 'en', { label: 'page', locator: '', suffix: ', and others' }],
  [' says so', 'en', { label: 'page', locator: '', suffix: ' says so' }],
  [', parts of it', 'en', { label: 'page', locator: '', suffix: ', parts of it' }],
  ['', 'en', { label: 'page', locator: '', suffix: '' }],
])('a place “%s” in %s', (rest, lang, expected) => {
  expect(readLocator(rest, lang)).toEqual(expected);
});
