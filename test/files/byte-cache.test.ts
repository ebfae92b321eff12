import { readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { byteCache, keepNewest } from '../../src/files/byte-cache.ts';
import { project } from '../support/cli.ts';

test('only the newest entries of a cache are kept', async () => {
  const folder = path.join(project({}), 'cache');
  const cache = byteCache(folder);
  for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) {
    const before = new Set(files(folder));
    await cache.write([name], name);
    for (const file of files(folder)) if (!before.has(file)) utimesSync(file, index, index);
  }
  await keepNewest(folder, 2);
  const kept = await Promise.all(['a', 'b', 'c', 'd'].map((name) => cache.read([name])));
  expect(kept.map((bytes) => bytes && new TextDecoder().decode(bytes))).toEqual([undefined, undefined, 'c', 'd']);
  await keepNewest(path.join(folder, 'missing'), 2);
});

function files(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [path.join(entry.parentPath, entry.name)] : [],
    );
  } catch {
    return [];
  }
}
