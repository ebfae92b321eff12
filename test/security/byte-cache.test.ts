import { execFileSync } from 'node:child_process';
import { chmodSync, globSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { byteCache, type ByteCache } from '../../src/files/byte-cache.ts';
import { project } from '../support/cli.ts';

const KEY = ['font', 'a'];

async function cacheWith(text: string): Promise<{ cache: ByteCache; file: string; folder: string }> {
  const folder = project();
  const cache = byteCache(folder);
  await cache.write(KEY, text);
  const [name = ''] = globSync('*/*', { cwd: folder });
  return { cache, file: path.join(folder, name), folder };
}

const read = async (cache: ByteCache, key = KEY): Promise<string | undefined> => {
  const bytes = await cache.read(key);
  return bytes && Buffer.from(bytes).toString();
};

test('a cache gives back what was written, an empty entry included', async () => {
  expect(await read((await cacheWith('some bytes')).cache)).toBe('some bytes');
  expect(await read((await cacheWith('')).cache)).toBe('');
  expect(await read((await cacheWith('x')).cache, ['other'])).toBeUndefined();
});

test.each<[string, (file: string) => void]>([
  ['empty', (file) => truncateSync(file, 0)],
  ['cut off', (file) => truncateSync(file, 36)],
  ['overwritten with other bytes', (file) => writeFileSync(file, Buffer.alloc(200, 7))],
  ['longer than it was', (file) => writeFileSync(file, '!', { flag: 'a' })],
  ['changed in its last byte', (file) => writeFileSync(file, readFileSync(file).fill(0, 41))],
])('an entry that is %s is not used, and is replaced', async (_, damage) => {
  const { cache, file } = await cacheWith('some bytes');
  damage(file);
  expect(await read(cache)).toBeUndefined();
  await cache.write(KEY, 'made anew');
  expect(await read(cache)).toBe('made anew');
});

test('an entry in the place of another is not used', async () => {
  const { cache, file, folder } = await cacheWith('some bytes');
  await cache.write(['font', 'b'], 'b');
  const other = globSync('*/*', { cwd: folder }).find((name) => path.join(folder, name) !== file) ?? '';
  renameSync(file, path.join(folder, other));
  expect(await read(cache, ['font', 'b'])).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('an entry that others can write is not used', async () => {
  const { cache, file } = await cacheWith('some bytes');
  chmodSync(file, 0o666);
  expect(await read(cache)).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('a FIFO in an entry’s place is not waited for', async () => {
  const { cache, file } = await cacheWith('some bytes');
  rmSync(file);
  execFileSync('mkfifo', [file]);
  expect(await read(cache)).toBeUndefined();
});
