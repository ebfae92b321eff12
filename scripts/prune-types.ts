/**
 * Removes declarations from lib/types that none of the library's entry leads to: of some 900 files, people's editors read
 * fewer than a hundred.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '..', 'lib', 'types');
const NAMED = /(?:from|import\()\s*['"](\.[^'"]+)['"]/g;

const needed = new Set<string>();
const found = ['index.d.ts'];
for (let file = found.pop(); file !== undefined; file = found.pop()) {
  if (needed.has(file)) continue;
  needed.add(file);
  for (const [, name = ''] of readFileSync(path.join(folder, file), 'utf8').matchAll(NAMED)) {
    const target = path.join(path.dirname(file), name.replace(/\.(?:js|ts)$/, '.d.ts'));
    if (!existsSync(path.join(folder, target))) throw new Error(`${file} names ${name}, which is not there`);
    found.push(target);
  }
}
const rest = globSync('**/*.d.ts', { cwd: folder }).filter((file) => !needed.has(file));
await Promise.all(rest.map((file) => rm(path.join(folder, file))));
