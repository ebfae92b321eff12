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
  'src/files/private-file.ts',
  'src/browser/embedded-browser.ts',
  'src/browser/memory-watch.ts',
]);

test('files are read by one function, which refuses what is no regular file', () => {
  const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll(path.sep, '/'));
  const reading = files.filter((file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    const imports = [...source.matchAll(/import\s+(?:type\s+)?([^;]+?)\s+from 'node:fs(?:\/promises)?'/g)];
    return imports.some(([, names = '']) => READERS.test(names) || !names.startsWith('{'));
  });
  expect(reading.filter((file) => !MAY_READ.has(file))).toEqual([]);
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
