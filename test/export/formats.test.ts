import { describe, expect, test } from 'vitest';
import { findOutputs, OUTPUTS } from '../../src/export/formats.ts';
import { html } from '../../src/export/html.ts';
import { defineOutput } from '../../src/export/output.ts';
import { pdf } from '../../src/export/pdf.ts';

const slides = defineOutput({
  name: 'slides.txt',
  about: 'text',
  file: 'talk.txt',
  prints: false,
  styles: 'deck',
  options: [],
  export: async () => [],
});

describe('findOutputs', () => {
  test('finds each output once, in the order of the names', () => {
    expect(findOutputs(['pdf', 'html', 'pdf'])).toEqual([pdf, html]);
  });

  test('finds outputs beside those of Lectern', () => {
    expect(findOutputs(['slides.txt', 'html'], [slides])).toEqual([slides, html]);
    expect(findOutputs(['html'], [{ ...slides, name: 'html' }])).toEqual([{ ...slides, name: 'html' }]);
  });

  test.each([
    ['pfd', /unknown output “pfd”; did you mean “pdf”\?/],
    ['talk.notes.txt', /did you mean “notes.md”\?/],
    ['talk.pdf', /did you mean “pdf”\?/],
    ['slide.txt', /did you mean “slides.txt”\?/],
    ['', /expected one of html, pdf, .*, slides\.txt/],
    ['toString', /unknown output “toString”/],
  ])('refuses “%s”', (name, message) => {
    expect(() => findOutputs(['html', name], [slides])).toThrow(message);
  });
});

test('no two outputs have the same name', () => {
  const names = OUTPUTS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
