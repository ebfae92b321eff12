import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { withReference } from '../scripts/token-reference.ts';
import { compile } from '../src/compile/compile.ts';
import { builtInThemes } from '../src/styles/find-theme.ts';
import { withFiles } from './support/compile.ts';
import { RULES } from '../src/check/rules.ts';
import { FRONT_MATTER_KEYS } from '../src/markdown/deck-meta.ts';
import { GIVEN_TOKENS, TOKEN_NAMES } from '../src/theme/tokens.ts';

const root = path.join(import.meta.dirname, '..');
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root })];

describe.each(pages)('%s', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');

  test('every example deck compiles without a message', async () => {
    for (const [, example = ''] of text.matchAll(/^`{3,}markdown\n([\s\S]*?)^`{3,}$/gm)) {
      const file = new VFile({ path: page, value: example });
      const deck = await compile(file, withFiles(path.join(root, 'slides', 'example.md'), root));
      expect(file.messages.map(String), example).toEqual([]);
      expect(deck.slides.length).toBeGreaterThan(0);
    }
  });

  test('every link to a file leads to one', () => {
    const prose = text.replaceAll(/^(`{3,})[\s\S]*?^\1$|`[^`\n]+`/gm, '');
    for (const [, target = ''] of prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
      expect(globSync(target, { cwd: path.dirname(path.join(root, page)) }), target).toHaveLength(1);
    }
  });

  test('every npm script it names exists', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, name = ''] of text.matchAll(/npm run (?:--silent )?([a-z][\w:]*)/g))
      expect(Object.keys(scripts)).toContain(name);
  });
});

test('docs/language.md describes every front matter key', () => {
  const text = readFileSync(path.join(root, 'docs/language.md'), 'utf8');
  for (const key of FRONT_MATTER_KEYS) expect(text).toContain(`\`${key}\``);
});

test('docs/theme.md has the reference of tokens that the source gives', () => {
  const text = readFileSync(path.join(root, 'docs/theme.md'), 'utf8');
  expect(withReference(text)).toBe(text);
});

test('every token that the base layer reads is described, and every one described is read', () => {
  const css = globSync('themes/base/**/*.css', { cwd: root }).map((file) =>
    readFileSync(path.join(root, file), 'utf8'),
  );
  const read = new Set(css.join('\n').match(/--(?:r|deck)-[\w-]+/g));
  // Set by the slides themselves.
  for (const own of [
    '--deck-fit',
    '--deck-parts-fit',
    '--deck-code-most',
    '--deck-grow',
    '--deck-part-grow',
    '--deck-air',
    '--deck-drop',
    '--deck-part-drop',
    '--deck-columns',
    '--deck-grid',
    '--deck-line-from',
  ])
    read.delete(own);
  expect([...read].toSorted()).toEqual([...TOKEN_NAMES, ...GIVEN_TOKENS.map(({ name }) => name)].toSorted());
});

test('docs/theme.md names every theme with its character', () => {
  const text = readFileSync(path.join(root, 'docs/theme.md'), 'utf8');
  for (const name of builtInThemes())
    expect(text).toMatch(new RegExp(`^\\| \`${name}\` \\| .+ \\| (?:light|dark) \\|$`, 'm'));
});

describe('docs/check.md', () => {
  const text = readFileSync(path.join(root, 'docs/check.md'), 'utf8');
  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s has its section', (id, { severity, options }) => {
    const [, section = ''] = text.split(`### \`${id}\`\n`);
    const own = section.split('\n### ')[0] ?? '';
    expect(own.trim().startsWith(`*${severity}.*`)).toBe(true);
    for (const [name, value] of Object.entries(options)) expect(own).toContain(`\`${name}: ${value}\``);
  });
});
