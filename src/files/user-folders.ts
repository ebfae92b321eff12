import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { markTemporary } from './write-files.ts';

/** Returns the user's home folder, ignoring the environment, or the folder for temporary files where there is none. */
export function homeFolder(): string {
  const named = os.homedir();
  if (path.isAbsolute(named)) return named;
  try {
    return os.userInfo().homedir;
  } catch {
    // A user unknown to the system, as in some containers.
    return path.join(os.tmpdir(), `lectern-home-${process.getuid?.() ?? ''}`);
  }
}

/** Bytes that a browser needs at least. */
const LEAST = 4_000_000;

/** Explains why a browser cannot use the folder for temporary files; `undefined` where it can. */
export async function whyNoTemporaryFiles(): Promise<string | undefined> {
  let folder: string | undefined;
  let done = (): unknown => undefined;
  try {
    // At once, so that no folder is made without being known on the way out.
    folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-'));
    done = markTemporary(folder);
    await writeFile(path.join(folder, 'test'), randomBytes(LEAST));
    return undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reasons = new Map([
      ['ENOSPC', 'the disk is full'],
      ['EDQUOT', 'the quota is used up'],
      ['EROFS', 'the disk is read-only'],
      ['EACCES', 'no permission'],
      ['EPERM', 'no permission'],
      ['ENOENT', 'no such folder'],
      ['ENOTDIR', 'this is not a folder'],
    ]);
    return `cannot write to the folder for temporary files, ${os.tmpdir()}: ${reasons.get(code) ?? code}`;
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true }).catch(() => {});
    done();
  }
}
