import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { TABLE_PAGES, withTables } from '../scripts/reference-tables.ts';
import { withReference } from '../scripts/token-reference.ts';
import { COMMANDS, type CommandName } from '../src/cli/commands.ts';
import { parseCall } from '../src/cli/read-call.ts';
import { compile } from '../src/compile/compile.ts';
import * as api from '../src/index.ts';
import { builtInThemes } from '../src/styles/find-theme.ts';
import { withFiles } from './support/compile.ts';
import { GIVEN_TOKENS, TOKEN_NAMES } from '../src/theme/tokens.ts';

const root = path.join(import.meta.dirname, '..');
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })];

function withoutCode(text: string): string {
  return text.replaceAll(/^(`{3,})[\s\S]*?^\1$|`[^`\n]+`(?!\])/gm, '');
}

/** Returns the names that GitHub gives to the headings of a page. */
function anchorsOf(file: string): string[] {
  const slugger = new GithubSlugger();
  const text = readFileSync(file, 'utf8').replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '');
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    slugger.slug(heading.replaceAll(/\[([^\]]*)\]\([^)]*\)|`/g, '$1')),
  );
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');

  test('every example deck compiles without a message', async () => {
    // Examples of rules are meant to have some: `rule-pages.test.ts` runs them.
    if (page.startsWith('docs/rules/')) return;
    for (const [, example = ''] of text.matchAll(/^`{3,}markdown\n([\s\S]*?)^`{3,}$/gm)) {
      const file = new VFile({ path: page, value: example });
      const deck = await compile(file, withFiles(path.join(root, 'slides', 'example.md'), root));
      expect(file.messages.map(String), example).toEqual([]);
      expect(deck.slides.length).toBeGreaterThan(0);
    }
  });

  test('every link to a file leads to one', () => {
    const prose = withoutCode(text);
    for (const [, target = ''] of prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
      expect(globSync(target, { cwd: path.dirname(path.join(root, page)) }), target).toHaveLength(1);
    }
  });

  test('every link to a heading leads to one', () => {
    const prose = withoutCode(text);
    for (const [, target = '', anchor = ''] of prose.matchAll(/\]\((?!https?:)([^)#\s]*\.md)?#([^)\s]+)\)/g))
      expect(
        anchorsOf(path.join(path.dirname(path.join(root, page)), target || path.basename(page))),
        `${target}#${anchor}`,
      ).toContain(anchor);
  });

  test('every command it shows has options that exist', () => {
    const shell = [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block]) => block).join('');
    for (const [, command = '', args = ''] of shell.matchAll(/^(?:npx )?lectern ([a-z]+)\b([^|>#\n]*)/gm)) {
      expect(Object.keys(COMMANDS)).toContain(command);
      if (command === 'docs' || /\$|\[|…/.test(args)) continue;
      const words = args.replaceAll(/['"]/g, '').trim().split(/\s+/).filter(Boolean);
      expect(() => parseCall(command as CommandName, words), `${command} ${args}`).not.toThrow();
    }
  });

  test('every name it imports from Lectern exists', () => {
    const imports = [...text.matchAll(/^import \{ ([^}]+) \} from 'lectern';$/gm)];
    const names = imports.flatMap(([, list = '']) => list.split(', ')).filter((name) => !name.startsWith('type '));
    expect(names.filter((name) => !(name in api))).toEqual([]);
  });

  test('every npm script it names exists', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, name = ''] of text.matchAll(/npm run (?:--silent )?([a-z][\w:]*)/g))
      expect(Object.keys(scripts)).toContain(name);
  });
});

test.each(globSync('docs/from/*.md', { cwd: root }))(
  'the other deck of %s is read as it is, or a message says what to write instead',
  async (page) => {
    const text = readFileSync(path.join(root, page), 'utf8');
    const [, theirs] = /^````md\n([^]*?)^````$/m.exec(text) ?? [];
    const [, , ours = ''] = /^(`{3,})markdown\n([^]*?)^\1$/m.exec(text) ?? [];
    const files = withFiles(path.join(root, 'slides', 'example.md'), root);
    const { slides } = await compile(new VFile({ path: page, value: ours }), files);
    expect(slides.length).toBeGreaterThan(1);
    // PowerPoint has no source.
    if (theirs === undefined) return expect(page).toContain('powerpoint');
    const file = new VFile({ path: page, value: theirs });
    const read = await compile(file, files);
    if (file.messages.some(({ ruleId }) => ruleId === 'dialect')) return expect(read.slides.length).toBeGreaterThan(1);
    return expect(
      file.messages.filter(({ ruleId }) => /^(?:foreign|directive|front-matter)-/.test(ruleId ?? '')).length,
    ).toBeGreaterThan(1);
  },
);

test('docs/README.md leads to every page', () => {
  const text = readFileSync(path.join(root, 'docs/README.md'), 'utf8');
  const others = globSync('docs/**/*.md', { cwd: root })
    .map((page) => page.replaceAll(path.sep, '/').replace('docs/', ''))
    .filter((page) => page !== 'README.md' && (!page.startsWith('rules/') || page === 'rules/README.md'));
  expect(others.filter((page) => !text.includes(`](${page})`))).toEqual([]);
});

test.each(TABLE_PAGES)('%s has the tables that the source gives', async (page) => {
  const file = path.join(root, page);
  const text = readFileSync(file, 'utf8');
  const made = await withTables(text);
  if (process.env['UPDATE_FIXTURES']) writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
});

test('docs/reference/tokens.md has the tokens that the source gives', () => {
  const text = readFileSync(path.join(root, 'docs/reference/tokens.md'), 'utf8');
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
