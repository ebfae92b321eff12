import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFiles, writeFiles, writePrivateFile } from '../../src/files/write-files.ts';
import { project } from '../support/cli.ts';

const full = vi.hoisted(() => ({ disk: false }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      const handle = await real.open(...args);
      if (full.disk && String(args[0]).includes('b.txt')) {
        handle.writeFile = () =>
          Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
      }
      return handle;
    },
  };
});

afterEach(() => {
  full.disk = false;
});

test('files appear with their folders', async () => {
  const cwd = project();
  await writeFiles([{ path: path.join(cwd, 'a/b/c.txt'), bytes: ['one ', 'two'] }]);
  expect(readFileSync(path.join(cwd, 'a/b/c.txt'), 'utf8')).toBe('one two');
});

test('a file that is written anew stays as open to others as it was', async () => {
  const file = path.join(project({ 'a.txt': 'old' }), 'a.txt');
  chmodSync(file, 0o604);
  await writeFiles([{ path: file, bytes: 'new' }]);
  expect(statSync(file).mode & 0o777).toBe(0o604);
});

test('on a full disk nothing changes and nothing is left', async () => {
  const cwd = project({ 'a.txt': 'old a', 'b.txt': 'old b' });
  full.disk = true;
  const files = ['a.txt', 'b.txt'].map((name) => ({ path: path.join(cwd, name), bytes: 'new' }));
  await expect(writeFiles(files)).rejects.toMatchObject({
    code: 'OUTPUT_UNWRITABLE',
    message: expect.stringContaining('the disk is full'),
  });
  expect(readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe('old a');
  expect(readdirSync(cwd)).toEqual(['a.txt', 'b.txt']);
});

test('a folder in the way of one file keeps all from being written', async () => {
  const cwd = project({ 'a.txt': 'old a' });
  mkdirSync(path.join(cwd, 'b.txt'));
  const files = ['a.txt', 'b.txt'].map((name) => ({ path: path.join(cwd, name), bytes: 'new' }));
  await expect(writeFiles(files)).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
  expect(readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe('old a');
});

test('a private file is for this user alone, and whole or not at all', async () => {
  const cwd = project({ taken: '' });
  const file = path.join(cwd, 'cache', 'entry');
  await writePrivateFile(file, ['one ', new TextEncoder().encode('two')]);
  await writePrivateFile(file, ['one ', 'more']);
  expect(readFileSync(file, 'utf8')).toBe('one more');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  mkdirSync(path.join(cwd, 'cache', 'folder', 'full'), { recursive: true });
  await expect(writePrivateFile(path.join(cwd, 'cache', 'folder'), 'text')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  await expect(writePrivateFile(path.join(cwd, 'taken', 'entry'), 'text')).rejects.toThrow(/ENOTDIR|EEXIST/);
  expect(readdirSync(path.join(cwd, 'cache')).toSorted()).toEqual(['entry', 'folder']);
  expect(temporaryFiles()).toEqual([]);
});
