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

  test('keeps what it was made of', () => {
    const paragraph = element('p', { id: 'a', className: ['own'] }, [text('Short')]);
    const made = asStatement(paragraph);
    expect(made.properties['id']).toBe('a');
    expect(made.properties['className']).toEqual(['own', 'statement', 'unbroken']);
    expect(paragraph.properties).toEqual({ id: 'a', className: ['own'] });
  });
});
