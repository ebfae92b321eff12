import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { asStatement, lettersOf, statementSize } from '../../src/html/statement.ts';
import { element, text } from '../../src/html/elements.ts';

describe('the size of a statement', () => {
  test.each([
    ['99.995 %', 9],
    ['Every ticket in a day', 5],
    ['Most of what computers do begins with order', 3.2],
    ['Most of what computers do with data begins with putting things in order', 2.8],
    ['東京で会い', 5],
  ])('of “%s” follows from its letters', (words, size) => {
    expect(statementSize(words)).toBe(size);
  });

  test.each([
    ['nothing', ''],
    ['signs alone', '– … –'],
    ['a text', 'word '.repeat(40)],
    ['an address', 'https://example.org/a/very/long/address'],
  ])('is not there for %s', (_, words) => {
    expect(statementSize(words)).toBeUndefined();
  });

  test('counts letters that fill a square twice', () => {
    expect([lettersOf('  ab  cd '), lettersOf('東京'), lettersOf('한국')]).toEqual([5, 4, 4]);
  });
});

describe('a statement', () => {
  const styleOf = (words: string): unknown => asStatement(element('p', {}, [text(words)])).properties;

  test('that is short has one line, and is no wider than it', () => {
    expect(styleOf('71 %')).toEqual({
      style: '--statement-size:9em;--statement-word:2.48',
      className: ['statement', 'unbroken'],
    });
  });

  test('that is longer is no larger than its longest word allows', () => {
    expect(styleOf('A wonderfully short sentence it is')).toEqual({
      style: '--statement-size:3.2em;--statement-word:6.82',
      className: ['statement'],
    });
  });

  test.for([
    ['Tap water is tested twice a month. You drink it every day.', 2],
    ['We moved the whole company in a year? Most of it, yes.', 2],
    ['Tap water is tested twice a month, and you drink it.', 0],
    ['Tap water is tested twice a month in each of our cities. Drink it.', 0],
    ['It costs approx. 40 euros for each of them, e.g. Bergen.', 0],
    ['Short words. Big.', 0],
  ] as const)('“%s” has %i lines for sentences', ([words, count]) => {
    const { children } = asStatement(element('p', {}, [text(words)]));
    expect(children.filter((child) => child.type === 'element')).toHaveLength(count);
    expect(toString({ type: 'root', children })).toBe(words);
  });

  test('keeps what it was made of', () => {
    const paragraph = element('p', { id: 'a', className: ['own'] }, [text('Short')]);
    const made = asStatement(paragraph);
    expect(made.properties['id']).toBe('a');
    expect(made.properties['className']).toEqual(['own', 'statement', 'unbroken']);
    expect(paragraph.properties).toEqual({ id: 'a', className: ['own'] });
  });
});
