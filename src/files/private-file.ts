import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

const MOST_BYTES = 64 * 1024;

/**
 * Reads a file that nobody but this user can have written or read; `undefined` for any other.
 *
 * @param most - bytes; longer ones are none that were written here.
 */
export async function readPrivateFile(file: string, most: number = MOST_BYTES): Promise<string | undefined> {
  try {
    const found = await lstat(file);
    const { mode, uid, size } = found;
    const own = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
    return own && found.isFile() && size <= most ? await readFile(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** Removes what was not written for so many ms from a folder of such files. Never fails. */
export async function sweepPrivateFiles(folder: string, age: number): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const file = path.join(folder, name);
    const written = await lstat(file).catch(() => undefined);
    if (written?.isFile() && Date.now() - written.mtimeMs > age) await rm(file, { force: true }).catch(() => {});
  }
}
