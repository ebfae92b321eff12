import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { FRONT_MATTER_KEYS } from '../../src/markdown/deck-meta.ts';
import { root } from '../support/browser.ts';
import { compileText } from '../support/compile.ts';

const schema = JSON.parse(readFileSync(path.join(root, 'schema/front-matter.json'), 'utf8')) as {
  properties: Record<string, { description?: string }>;
};
const valid = new Ajv({ allowUnionTypes: true }).compile(schema);

test('the schema has every key, each with a description, and no other', () => {
  expect(Object.keys(schema.properties).toSorted()).toEqual([...FRONT_MATTER_KEYS].toSorted());
  for (const { description } of Object.values(schema.properties)) expect(description).toBeTruthy();
});

describe('the schema and the reader are of one mind', () => {
  test.each<[key: string, good: unknown[], bad: unknown[]]>([
    ['title', ['A talk', 2026], [true, ['a'], { a: 1 }]],
    ['author', ['Ada', ['Ada', 'Charles']], [true, [{ a: 1 }]]],
    ['keywords', ['a, b', ['a', 'b']], [false]],
    ['lang', ['en', 'pt-BR', 'zh-Hant'], ['e', 5, 'english language']],
    ['dir', ['ltr', 'rtl'], ['up', true]],
    ['tokens', [{ accent: '#c2410c', 'r-main-font': 'serif' }, {}], ['red', ['red'], { 'a b': 'c' }]],
    ['style', ['extra.css', ['a.css', 'b.css']], [true, { a: 1 }]],
    ['size', ['16:9', '4:3', 'A4', '1920x1080'], ['wide', 5]],
    ['split', [1, 6, 'rules'], [0, 7, 'h2']],
    ['stacks', [true, false], ['yes', 1]],
    ['cover', [true, 'photo.jpg'], ['no', 1]],
    [
      'logo',
      ['logo.svg', { light: 'a.svg', dark: 'b.svg' }, { light: 'a.svg', plate: true }, { dark: 'b.svg' }],
      [true, {}, { plate: true }, { light: '' }, { light: 'a.svg', wide: 'b.svg' }, { light: 'a.svg', plate: 'yes' }],
    ],
    ['brand', ['_brand.yml', false], [true, ['a.yml'], { a: 1 }]],
    ['institution', ['CERN', ['CERN', 'EPFL']], [true, [{ a: 1 }]]],
    ['event', ['FOSDEM 2027', 2027], [true, ['a']]],
    ['incremental', [true], ['no']],
    ['transition', ['none', 'slide'], ['wipe', true]],
    ['html', ['safe', 'trusted'], ['unsafe', true]],
    ['typography', [true, false], ['on', 1]],
    ['numbering', ['deck', 'section'], ['slide', true]],
    ['math', [{}, { macros: { R: '\\mathbb{R}', '\\e': 2 } }], [true, 'x', { macros: { 'a b': 'x' } }, { macro: {} }]],
    ['numbers', [true, false], ['all', 1]],
    [
      'handout',
      [
        {},
        { slides: 6, ink: 'save' },
        { paper: 'Letter', orientation: 'landscape', notes: 'none', lines: true },
        { paper: 'A5', slides: 16, order: 'down', frames: false, head: '{title} | {page}', foot: '' },
      ],
      [6, 'six', { slides: 5 }, { paper: 'A6' }, { lines: 'yes' }, { note: 'none' }, { head: 1 }, { order: 'up' }],
    ],
    [
      'pptx',
      [{}, { template: 'acme.potx' }, { template: 'a/b.PPTX' }],
      ['acme.potx', { template: 'acme.pdf' }, { template: 1 }, { templates: 'a.potx' }],
    ],
    ['fit', [true, false], ['yes', 1]],
    ['paginate', [true, false], ['yes', 1]],
    [
      'check',
      [{}, { words: 'off' }, { words: false }, { words: { most: 60 } }, { words: { severity: 'error', most: 5 } }],
      ['off', ['words'], { words: 'loud' }, { words: { most: 'many' } }, { words: 5 }, { words: true }],
    ],
    ['advance', ['click', ['wheel', 'click'], []], ['keys', ['click', 'keys'], true]],
    ['duration', ['20m', '1h30m', '90s', 25], ['soon', -5]],
  ])('%s', async (key, good, bad) => {
    for (const [values, expected] of [
      [good, true],
      [bad, false],
    ] as const) {
      for (const value of values) {
        const name = JSON.stringify(value);
        expect(valid({ [key]: value }), name).toBe(expected);
        const { messages } = await compileText(`---\n${stringify({ [key]: value })}---\n\n## Slide\n`);
        expect(messages.length === 0, `${name} ${messages.join()}`).toBe(expected);
      }
    }
  });

  test('an unknown key', () => {
    expect(valid({ titel: 'A talk' })).toBe(false);
  });
});
