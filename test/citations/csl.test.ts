import { describe, expect, test } from 'vitest';
import { pageRanges } from '../../src/citations/numbers.ts';
import { termsOf } from '../../src/citations/terms.ts';
import { cite, shown, smallStyle } from './support.ts';

type Entry = Record<string, unknown>;

/** What a layout makes of one entry. */
function rendered(inside: string, entry: Entry, { lang = 'en', options = '', given = {} } = {}): string {
  const style = smallStyle(`<citation ${options}><layout>${inside}</layout></citation>`);
  return shown(style, [{ id: 'a', ...entry }], [[cite('a', given)]], lang).citations[0] ?? '';
}

const named = (...names: string[]): Entry[] =>
  names.map((name) => {
    const [family = '', given = ''] = name.split(', ');
    return given ? { family, given } : { literal: family };
  });

describe('names', () => {
  const author = named('Lovelace, Ada', 'Babbage, Charles', 'Turing, Alan Mathison');

  test.each([
    ['<name/>', 'Ada Lovelace, Charles Babbage, Alan Mathison Turing'],
    ['<name form="short" and="text"/>', 'Lovelace, Babbage, and Turing'],
    ['<name form="short" and="symbol" delimiter-precedes-last="never"/>', 'Lovelace, Babbage & Turing'],
    ['<name form="short" et-al-min="3" et-al-use-first="1"/>', 'Lovelace et al.'],
    ['<name form="short" et-al-min="3" et-al-use-first="2"/>', 'Lovelace, Babbage, et al.'],
    ['<name form="short" et-al-min="3" et-al-use-first="1" et-al-use-last="true"/>', 'Lovelace, … Turing'],
    ['<name name-as-sort-order="first" initialize-with=". "/>', 'Lovelace, A., C. Babbage, A. M. Turing'],
    ['<name name-as-sort-order="all" initialize-with="" sort-separator=" "/>', 'Lovelace A, Babbage C, Turing AM'],
    ['<name form="count"/>', '3'],
    ['<name form="short"/><label form="short" prefix=" (" suffix=")"/>', 'Lovelace, Babbage, Turing (eds.)', 'editor'],
    ['<label form="verb" suffix=" "/><name form="short"/>', 'edited by Lovelace, Babbage, Turing', 'editor'],
  ])('%s', (form, expected, role = 'author') => {
    expect(rendered(`<names variable="${role}">${form}</names>`, { [role]: author })).toBe(expected);
  });

  test('particles, hyphens, institutions and names of East Asia', () => {
    const author = [
      { family: 'Berg', given: 'Jean-Luc', 'non-dropping-particle': 'van der' },
      { family: 'Aubignac', given: 'François', 'dropping-particle': 'd’' },
      { literal: 'The Consortium' },
      { family: '夏目', given: '漱石' },
    ];
    const names = (attributes: string): string =>
      rendered(`<names variable="author"><name initialize-with=". " ${attributes}/></names>`, { author });
    expect(names('')).toBe('J.-L. van der Berg, F. d’Aubignac, The Consortium, 夏目漱石');
    expect(names('name-as-sort-order="all" delimiter="; "')).toBe(
      'Berg, J.-L. van der; Aubignac, F. d’; The Consortium; 夏目漱石',
    );
  });

  test('others at the end of a list are et al.', () => {
    const author = [...named('Lovelace, Ada'), { family: 'others' }];
    expect(rendered('<names variable="author"><name/></names>', { author })).toBe('Ada Lovelace et al.');
  });

  test('what stands in for names is not shown again', () => {
    const inside =
      '<group delimiter=". "><names variable="author"><name/><substitute><text variable="title"/></substitute></names><text variable="title"/><text variable="publisher"/></group>';
    expect(rendered(inside, { title: 'Title', publisher: 'Press' })).toBe('Title. Press');
    expect(rendered(inside, { title: 'Title', author })).toContain('Turing. Title');
  });
});

describe('dates', () => {
  const day = { issued: { 'date-parts': [[2026, 3, 5]] } };
  const range = {
    issued: {
      'date-parts': [
        [2026, 3, 5],
        [2026, 3, 7],
      ],
    },
  };

  test.each([
    ['en', 'March 5, 2026', '03/05/2026'],
    ['de', '5. März 2026', '05.03.2026'],
    ['fr', '5 mars 2026', '05/03/2026'],
    ['ja', '2026年3月5日', '2026/03/05'],
    ['ru', '5 марта 2026\u202Fг.', '05.03.2026'],
  ])('in %s', (lang, text, numbers) => {
    expect(rendered('<date variable="issued" form="text"/>', day, { lang })).toBe(text);
    expect(rendered('<date variable="issued" form="numeric"/>', day, { lang })).toBe(numbers);
  });

  test('parts, ranges and what is no date', () => {
    const parts =
      '<date variable="issued"><date-part name="day" form="ordinal" suffix=" "/><date-part name="month" form="short" suffix=" "/><date-part name="year"/></date>';
    expect(rendered(parts, day)).toBe('5th Mar. 2026');
    expect(rendered(parts, range)).toBe('5th–7th Mar. 2026');
    expect(rendered(parts, { issued: { 'date-parts': [[2026]] } })).toBe('2026');
    expect(rendered(parts, { issued: { literal: 'in spring' } })).toBe('in spring');
    expect(rendered(parts, { issued: '2026-03-05/2027-01-02' })).toBe('5th Mar. 2026–2nd Jan. 2027');
    expect(rendered(parts, { issued: { 'date-parts': [[-44, 3, 15]] } })).toBe('15th Mar. 44 BC');
  });
});

describe('elements', () => {
  test('a group shows nothing where its variables are empty, and terms in it neither', () => {
    const inside = '<group delimiter=" "><text term="in"/><text variable="container-title"/></group><text value="!"/>';
    expect(rendered(inside, {})).toBe('!');
    expect(rendered(inside, { 'container-title': 'Book' })).toBe('in Book!');
  });

  test('conditions', () => {
    const choice = (condition: string): string =>
      `<choose><if ${condition}><text value="yes"/></if><else><text value="no"/></else></choose>`;
    const entry = { type: 'book', edition: '2', title: 'A', issued: { 'date-parts': [[1900]], circa: true } };
    const holds = (condition: string, given = {}): boolean => rendered(choice(condition), entry, { given }) === 'yes';
    expect(holds('type="book chapter" match="any"')).toBe(true);
    expect(holds('type="book chapter"')).toBe(false);
    expect(holds('variable="title edition"')).toBe(true);
    expect(holds('variable="title DOI"')).toBe(false);
    expect(holds('variable="DOI URL" match="none"')).toBe(true);
    expect(holds('is-numeric="edition"')).toBe(true);
    expect(holds('is-numeric="title"')).toBe(false);
    expect(holds('is-uncertain-date="issued"')).toBe(true);
    expect(holds('locator="chapter"', { locator: '3', label: 'chapter' })).toBe(true);
    expect(holds('position="subsequent"')).toBe(false);
    expect(holds('position="first"')).toBe(true);
  });

  test('cases, quotation marks and markup of texts', () => {
    const title = 'a <i>new</i> look at the "old" <span class="nocase">iPhone</span>';
    expect(rendered('<text variable="title" text-case="title" quotes="true"/>', { title })).toBe(
      '“A *New* Look at the ‘Old’ iPhone”',
    );
    expect(rendered('<text variable="title" text-case="title"/>', { title: 'Über die Brücke', language: 'de' })).toBe(
      'Über die Brücke',
    );
    expect(rendered('<text variable="title" quotes="true"/>', { title: 'Titel' }, { lang: 'de' })).toBe('„Titel“');
    expect(rendered('<text variable="title" quotes="true"/>', { title: "It's" }, { lang: 'fr' })).toBe(
      '«\u00A0It’s\u00A0»',
    );
  });

  test('punctuation that meets is written once, and stands inside of American quotation marks', () => {
    const inside =
      '<group delimiter=". "><text variable="title" quotes="true"/><text variable="publisher" suffix="."/></group>';
    expect(rendered(inside, { title: 'Why?', publisher: 'Press.' })).toBe('“Why?” Press.');
    expect(rendered(inside, { title: 'So', publisher: 'Press' })).toBe('“So.” Press.');
    expect(rendered(inside, { title: 'So', publisher: 'Press' }, { lang: 'en-GB' })).toBe('“So”. Press.');
  });

  test('numbers, labels and addresses', () => {
    const inside =
      '<number variable="edition" form="ordinal"/> <label variable="page" form="short" suffix=" "/><text variable="page"/><text variable="DOI" prefix=" https://doi.org/"/>';
    expect(rendered(inside, { edition: '3', page: '5-9', DOI: '10.1/x' })).toBe('3rdpp. 5–9 https://doi.org/10.1/x');
    expect(rendered(inside, { edition: 'revised', page: '5' })).toBe('revisedp. 5');
  });
});

test('ranges of pages', () => {
  expect(pageRanges('321-325', 'minimal', '–')).toBe('321–5');
  expect(pageRanges('321-325', 'minimal-two', '–')).toBe('321–25');
  expect(pageRanges('321-25', 'expanded', '–')).toBe('321–325');
  expect(pageRanges('1536--1538', 'chicago', '–')).toBe('1536–38');
  expect(pageRanges('1496-1504', 'chicago', '–')).toBe('1496–1504');
  expect(pageRanges('3, 7-9 & xi', undefined, '–')).toBe('3, 7–9 & xi');
});

describe('citations', () => {
  const works = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    type: 'book',
    title: id.toUpperCase(),
    author: named('Doe, Jane'),
    issued: { 'date-parts': [[id === 'd' ? 2001 : 2000]] },
  }));
  const inside =
    '<group delimiter=" "><names variable="author"><name form="short"/></names><date variable="issued"><date-part name="year"/></date></group>';
  const area = (options: string): string =>
    smallStyle(
      `<citation disambiguate-add-year-suffix="true" ${options}><layout prefix="(" suffix=")" delimiter="; ">${inside}</layout></citation>`,
    );
  const cited = [['a', 'b', 'c', 'd'].map((key) => cite(key))];

  test.each([
    ['', '(Doe 2000a; Doe 2000b; Doe 2000c; Doe 2001)'],
    ['collapse="year"', '(Doe 2000a, 2000b, 2000c, 2001)'],
    ['collapse="year-suffix" year-suffix-delimiter=","', '(Doe 2000a,b,c, 2001)'],
    ['collapse="year-suffix-ranged" cite-group-delimiter=" and "', '(Doe 2000a–c and 2001)'],
  ])('of the same author: %s', (options, expected) => {
    expect(shown(area(options), works, cited).citations).toEqual([expected]);
  });

  test('given names and more names tell authors apart', () => {
    const entries = [
      { id: 'a', author: named('Doe, Jane', 'Roe, A', 'Poe, B'), issued: '2000' },
      { id: 'b', author: named('Doe, John', 'Roe, A', 'Poe, B'), issued: '2000' },
      { id: 'c', author: named('Low, John', 'Roe, A', 'Poe, B'), issued: '2000' },
      { id: 'd', author: named('Low, John', 'Zoe, A', 'Poe, B'), issued: '2000' },
    ];
    const style = smallStyle(
      `<citation disambiguate-add-names="true" disambiguate-add-givenname="true" et-al-min="3" et-al-use-first="1"><layout>${inside}</layout></citation>`,
    );
    expect(shown(style, entries, [[cite('a')], [cite('b')], [cite('c')], [cite('d')]]).citations).toEqual([
      'Jane Doe et al. 2000',
      'John Doe et al. 2000',
      'Low, Roe, et al. 2000',
      'Low, Zoe, et al. 2000',
    ]);
  });

  test('later notes say less, and ibid. where nothing stands between', () => {
    const style = smallStyle(
      '<citation><layout><choose><if position="ibid-with-locator"><text term="ibid"/><text variable="locator" prefix=" "/></if><else-if position="ibid"><text term="ibid"/></else-if><else-if position="subsequent"><text value="again"/></else-if><else><text variable="title"/></else></choose></layout></citation>',
    );
    const keys = [cite('a'), cite('a'), cite('a', { locator: '3' }), cite('b'), cite('a')];
    expect(
      shown(
        style,
        works,
        keys.map((key) => [key]),
      ).citations,
    ).toEqual(['A', 'ibid.', 'ibid. 3', 'B', 'again']);
  });

  test('the list is sorted as the style says, and numbers follow it', () => {
    const style = smallStyle(
      '<citation><layout prefix="[" suffix="]" delimiter=","><text variable="citation-number"/></layout></citation><bibliography><sort><key variable="title" sort="descending"/></sort><layout><text variable="citation-number" suffix=" "/><text variable="title"/></layout></bibliography>',
    );
    expect(shown(style, works, [[cite('a'), cite('c')], [cite('b')]])).toEqual({
      citations: ['[3,1]', '[2]'],
      entries: ['1 C', '2 B', '3 A'],
    });
  });
});

test('every language has all terms', () => {
  const english = [...termsOf('en').keys()];
  for (const lang of [
    'de',
    'fr',
    'es',
    'it',
    'pt',
    'nl',
    'sv',
    'da',
    'nb',
    'fi',
    'pl',
    'cs',
    'ru',
    'tr',
    'ja',
    'zh',
    'ko',
  ]) {
    const terms = termsOf(lang);
    expect([...terms.keys()], lang).toEqual(english);
    expect(terms.get('presented at')?.single, lang).not.toBe('');
    expect(terms.get('page')?.single === 'page', lang).toBe(lang === 'fr');
  }
});
