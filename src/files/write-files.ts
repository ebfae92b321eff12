import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LecternError } from '../model/errors.ts';

export interface OutputFile {
  /** Absolute path. */
  path: string;
  bytes: FileBytes;
}

/** Text may come in parts, so that images of megabytes are not copied into one string first. */
export type FileBytes = Uint8Array | string | string[];

const temporary = new Set<string>();

/** Lists unfinished files and folders, for removal when the process ends early. */
export function temporaryFiles(): string[] {
  return [...temporary];
}

/** Counts a file or a folder among the unfinished ones. @returns what ends that. */
export function markTemporary(name: string): () => void {
  temporary.add(name);
  return () => temporary.delete(name);
}

/**
 * Writes files whole or not at all: all are written beside their places first, then put there by renaming. Where one
 * cannot be written, none is put in its place and existing files are kept. Overwritten files keep their permissions.
 *
 * @param advice what to do where a file cannot be written
 * @throws LecternError `OUTPUT_UNWRITABLE`
 */
export async function writeFiles(
  files: OutputFile[],
  advice = 'Choose another file or folder with --out-dir.',
): Promise<void> {
  const unfinished: string[] = [];
  let target = '';
  try {
    for (const file of files) {
      target = file.path;
      const beside = temporaryName(target);
      unfinished.push(beside);
      temporary.add(beside);
      await writeBeside(file, beside);
    }
    for (const [index, file] of files.entries()) {
      target = file.path;
      const beside = unfinished[index] ?? '';
      await rename(beside, target);
      temporary.delete(beside);
    }
  } catch (cause) {
    throw unwritable(target, cause, advice);
  } finally {
    await Promise.all(unfinished.filter((name) => temporary.delete(name)).map(removeQuietly));
  }
}

/**
 * Writes a file of the cache, whole or not at all: no other user can read it, and another build may read it at the same
 * time.
 *
 * @throws Error where it cannot be written
 */
export async function writePrivateFile(file: string, bytes: string | readonly (Uint8Array | string)[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = temporaryName(file);
  const done = markTemporary(beside);
  try {
    await writeFile(beside, bytes, { mode: 0o600, flag: 'wx' });
    await rename(beside, file);
  } finally {
    await removeQuietly(beside);
    done();
  }
}

/** Node's own recursive `mkdir` never returns from file systems where nothing can be made, such as `/proc`. */
async function makeFolder(folder: string): Promise<void> {
  const existing = await stat(folder).catch(() => undefined);
  if (existing?.isDirectory()) return;
  if (existing) throw Object.assign(new Error('a file is in the way'), { code: 'ENOTDIR' });
  const parent = path.dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Another build may have made it in the meantime.
    if (error.code !== 'EEXIST') throw error;
  });
}

/** Ignores errors: unfinished files cannot always be removed; the reason that the file was not written matters more. */
async function removeQuietly(name: string): Promise<void> {
  await rm(name, { force: true }).catch(() => {});
}

function temporaryName(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
}

async function writeBeside(file: OutputFile, beside: string): Promise<void> {
  await makeFolder(path.dirname(file.path));
  const existing = await stat(file.path).catch(() => undefined);
  if (existing?.isDirectory()) throw Object.assign(new Error('a folder is in the way'), { code: 'EISDIR' });
  const isLink = existing && (await lstat(file.path)).isSymbolicLink();
  const handle = await open(beside, 'wx');
  try {
    // What replaces a link does not take over the mode of what it led to.
    if (existing?.isFile() && !isLink) await handle.chmod(existing.mode);
    for (const part of Array.isArray(file.bytes) ? file.bytes : [file.bytes]) await handle.writeFile(part);
  } finally {
    await handle.close();
  }
}

function unwritable(target: string, cause: unknown, advice: string): LecternError {
  const { code } = cause as NodeJS.ErrnoException;
  const shown = path.relative('', target) || target;
  if (code === 'ENOSPC') {
    return new LecternError('OUTPUT_UNWRITABLE', `cannot write ${shown}: the disk is full`, {
      advice: 'Make room and try again; existing files are unchanged.',
      cause,
    });
  }
  const reasons = new Map(
    Object.entries({
      EISDIR: 'a folder of that name is in the way',
      ENOTDIR: 'a file is in the way of its folder',
      EEXIST: 'a file is in the way of its folder',
      EACCES: 'no permission',
      EPERM: 'no permission',
      ENOENT: 'no folder can be made there',
      EROFS: 'the disk is read-only',
    }),
  );
  const why = reasons.get(code ?? '') ?? String(code ?? cause);
  return new LecternError('OUTPUT_UNWRITABLE', `cannot write ${shown}: ${why}`, { advice, cause });
}
