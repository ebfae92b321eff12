import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/** What reads the contents of files. */
const READERS = /\b(?:readFile|readFileSync|createReadStream|open|openSync|openAsBlob)\b/;
/** The one that reads for all others, what writes, and those that read files of installed packages or of the system only. */
const MAY_READ = new Set([
  'src/files/plain-file.ts',
  'src/files/write-files.ts',
  'src/files/package-files.ts',
  'src/files/load-bundle.ts',
  'src/files/compiled-code.ts',
  'src/files/private-file.ts',
  'src/browser/embedded-browser.ts',
  'src/browser/memory-watch.ts',
]);

/** What puts files on the disk. */
const WRITERS =
  /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|copyFile|copyFileSync|cp|rename|renameSync|link|symlink)\b/;
/** The one that writes what stays, and those that fill folders of their own which end with the browser, or appear whole. */
const MAY_WRITE = new Set([
  'src/browser/install-browser.ts',
  'src/browser/install-from-npm.ts',
  'src/files/write-files.ts',
  'src/files/user-folders.ts',
  'src/files/compiled-code.ts',
  'src/browser/embedded-browser.ts',
  'src/browser/launch-browser.ts',
  'src/browser/sandboxed-page.ts',
]);

const SOURCES = new Map(
  globSync('src/**/*.ts', { cwd: root }).map((file) => {
    return [file.replaceAll(path.sep, '/'), readFileSync(path.join(root, file), 'utf8')] as const;
  }),
);

/** The files that import what a pattern names from `node:fs`, or all of it. */
function importing(names: RegExp): string[] {
  return [...SOURCES].flatMap(([file, source]) => {
    const imports = [...source.matchAll(/import\s+(?:type\s+)?([^;]+?)\s+from 'node:fs(?:\/promises)?'/g)];
    return imports.some(([, found = '']) => names.test(found) || !found.startsWith('{')) ? [file] : [];
  });
}

test('files are read by one function, which refuses what is no regular file', () => {
  expect(importing(READERS).filter((file) => !MAY_READ.has(file))).toEqual([]);
});

test('files are written by one function, whole or not at all', () => {
  expect(importing(WRITERS).filter((file) => !MAY_WRITE.has(file))).toEqual([]);
});

test('the environment has one reader; processes that are started inherit it', () => {
  const reading = [...SOURCES].filter(([file, source]) => {
    const inheriting = file === 'src/browser/launch-browser.ts' || file === 'src/present/deck-child.ts';
    const others = inheriting ? source.replace('const inherited = { ...process.env };', '') : source;
    return /\bprocess\b[^\n;]{0,3}\benv\b|\{[^}]*\benv\b[^}]*\} = process\b|from '(?:node:)?process'/.test(others);
  });
  expect(reading.map(([file]) => file)).toEqual(['src/cli/environment.ts']);
});

test('media types have one table', () => {
  const naming = [...SOURCES].filter(([file, source]) => {
    return (
      !file.startsWith('src/client/') &&
      /['"`](?:(?:image|video|audio|font)\/[a-z]|text\/(?:html|css|vtt))/.test(source)
    );
  });
  expect(naming.map(([file]) => file)).toEqual(['src/model/media-types.ts']);
});

/** Paths and file names in code spans; `NAME` stands for a file to add. */
const PATH = /`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.ts)`/g;

function exists(name: string): boolean {
  const known = name.includes('NAME') ? path.posix.dirname(name.replace(/NAME\/.*/, 'NAME')) : name;
  return ['', 'src'].some((folder) => {
    const file = path.join(root, folder, known);
    return existsSync(file) || existsSync(`${file}.ts`);
  });
}

test('every path that docs/architecture.md names exists', () => {
  const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const names = [...page.matchAll(PATH)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !exists(name))).toEqual([]);
});

test('no room but the one for code of pages has code for pages', () => {
  const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll(path.sep, '/'));
  const inText = /\bevaluate\(\s*(?:`|'|"|async\b|\()|\$\{\w+\.toString\(\)\}\)/;
  const sending = files.filter(
    (file) => !file.startsWith('src/client/') && inText.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(sending).toEqual([]);
});
