/**
 * Checks the English of everything that people read: pages of the documentation, messages and help (strings of `src/`),
 * docstrings, and names of tests. Prints what to write instead, by file and line. The rules, with their exceptions, are in `words/rules.ts`.
 *
 *     npm run words
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { WORD_RULES, type WordRule } from './words/rules.ts';
import { proseOf, type Prose } from './words/texts.ts';

const ROOT = path.join(import.meta.dirname, '..');
const READ = ['*.md', 'docs/**/*.md', '.github/**/*.md', 'src/**/*.ts', 'scripts/*.ts', 'test/**/*.test.ts'];

/** Talk words in other languages, and tables of data. */
const NOT_ENGLISH = /^src\/(?:model\/talk-words\/(?!english)|citations\/terms|html\/chinese-words)/;

/** Finds what the rules refuse in texts, as `file:line: “words”: write …`. */
export function findWords(texts: readonly Prose[], rules: readonly WordRule[] = WORD_RULES): string[] {
  const used = new Set<object>();
  const found = rules.flatMap((rule) => {
    const pattern = new RegExp(rule.find.replaceAll(/(?<!\\) (?![*?+])/g, String.raw`\s+`), rule.exact ? 'gu' : 'giu');
    return texts.flatMap((text) => (holdsFor(rule, text) ? matches(pattern, text, rule, used) : []));
  });
  const read = new Set(texts.map(({ file }) => file));
  const stale = rules
    .flatMap(({ except = [] }) => except)
    .filter((exception) => read.has(exception.file) && !used.has(exception))
    .map(({ file, words }) => `${file}: the exception “${words}” matches nothing; remove it`);
  return [...found.toSorted(byPlace), ...stale];
}

function holdsFor(rule: WordRule, text: Prose): boolean {
  return (rule.kinds?.includes(text.kind) ?? text.kind !== 'test') && (!rule.functionsOnly || text.describesFunction);
}

function matches(pattern: RegExp, { file, text, line }: Prose, rule: WordRule, used: Set<object>): string[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: words }) => {
    const around = text.slice(Math.max(0, index - 60), index + words.length + 60).replaceAll(/\s+/g, ' ');
    const exception = rule.except?.find((allowed) => allowed.file === file && around.includes(allowed.words));
    if (exception) {
      used.add(exception);
      return [];
    }
    const at = line + (text.slice(0, index + (words.length - words.trimStart().length)).match(/\n/g)?.length ?? 0);
    return [`${file}:${at}: “${words.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}”: write ${rule.write}`];
  });
}

function byPlace(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** Returns the files whose prose is checked. */
export function proseFiles(): string[] {
  return globSync(READ, { cwd: ROOT })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => !NOT_ENGLISH.test(file))
    .toSorted();
}

/** Checks the repository. */
export function checkWords(): string[] {
  return findWords(proseFiles().flatMap((file) => proseOf(ROOT, file)));
}

if (process.argv[1] === import.meta.filename) {
  const found = checkWords();
  console.log(found.length === 0 ? 'No problems found.' : `${found.join('\n')}\n\n${found.length} places to reword.`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
