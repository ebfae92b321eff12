import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Keeps what took time to make between builds, by everything it is made from. */
export interface ByteCache {
  read: (key: readonly string[]) => Promise<Uint8Array | undefined>;
  /** Never fails: where nothing can be kept, nothing is. */
  write: (key: readonly string[], bytes: Uint8Array | string) => Promise<void>;
}

/** @param folder - made where it is missing. */
export function byteCache(folder: string): ByteCache {
  const fileOf = (key: readonly string[]): string => {
    const name = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 40);
    return path.join(folder, name.slice(0, 2), name.slice(2));
  };
  return {
    read: (key) => readFile(fileOf(key)).catch(() => undefined),
    write: (key, bytes) => writeWhole(fileOf(key), bytes).catch(() => {}),
  };
}

/** Another build may read it at the same time. */
async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}
