import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { readPlainFile } from './plain-file.ts';
import { writePrivateFile } from './write-files.ts';

/** Keeps what took time to make between builds, by everything it is made from. */
export interface ByteCache {
  /** `undefined` as well where what is kept is damaged or another user could have written it. */
  read: (key: readonly string[]) => Promise<Uint8Array | undefined>;
  /** Never fails: where nothing can be kept, nothing is. */
  write: (key: readonly string[], bytes: Uint8Array | string) => Promise<void>;
}

/** Bytes of the checksum that every entry begins with. */
const CHECKSUM = 32;

/** Opens a cache. @param folder - created where it is missing. */
export function byteCache(folder: string): ByteCache {
  return {
    async read(key) {
      const { file, name } = entryOf(key, folder);
      const entry = await readPlainFile(file, { own: true }).catch(() => undefined);
      if (!entry) return undefined;
      const bytes = entry.subarray(CHECKSUM);
      return checksum(name, bytes).equals(entry.subarray(0, CHECKSUM)) ? bytes : undefined;
    },
    async write(key, bytes) {
      const { file, name } = entryOf(key, folder);
      await writePrivateFile(file, [checksum(name, bytes), bytes]).catch(() => {});
    },
  };
}

/** Removes all but the newest entries of a cache. Never fails: another process may remove them as well. */
export async function keepNewest(folder: string, most: number): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const entries = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const facts = await stat(file).catch(() => undefined);
      return facts?.isFile() ? [{ file, time: facts.mtimeMs }] : [];
    }),
  );
  const old = entries
    .flat()
    .toSorted((one, other) => other.time - one.time)
    .slice(most);
  await Promise.all(old.map(({ file }) => rm(file, { force: true }).catch(() => {})));
}

function entryOf(key: readonly string[], folder: string): { file: string; name: string } {
  const name = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 40);
  return { file: path.join(folder, name.slice(0, 2), name.slice(2)), name };
}

/** Holds for one name: an entry in another one's place is damaged as well. */
function checksum(name: string, bytes: Uint8Array | string): Buffer {
  return createHash('sha256').update(name).update(bytes).digest();
}
