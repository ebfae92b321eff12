import { describe, expect, test } from 'vitest';
import { drawingsFile, readDrawingsFile } from '../../src/model/drawings-file.ts';

const DRAWINGS = [
  { slide: 'a<b', strokes: [{ colour: '#e5262b', points: [1, 2, 3, 4] }] },
  { slide: 'c', strokes: [{ colour: '#f5b301', points: [1, 2], marker: true }] },
];
const made = drawingsFile(DRAWINGS, { width: 1280, height: 720, title: 'A & B', nameOf: (id) => `<${id}>` });

describe('the file of a talk’s drawings', () => {
  test('is a picture, and can be read again', () => {
    expect(made).toContain('<title>A &amp; B</title>');
    expect(made).toContain('>&lt;a&lt;b></text>');
    expect(made.match(/<path /g)).toHaveLength(2);
    expect(readDrawingsFile(made)).toEqual(DRAWINGS);
  });

  test.each([
    ['no drawings', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['data that is none', made.replace(/("?drawings"?)/, 'x$1')],
    ['colours that are more', made.replaceAll('#e5262b', 'url(https://example.org)')],
    ['points that are none', made.replace('[1,2,3,4]', '[1,"2"]')],
    ['too many points', made.replace('[1,2,3,4]', `[${'1,'.repeat(20_000)}1]`)],
  ])('is not taken with %s', (_, text) => {
    expect(readDrawingsFile(text)).toBeUndefined();
  });
});
