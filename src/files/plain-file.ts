import { closeSync, constants, fstatSync, openSync, readFileSync, statSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { AssetProblem } from '../model/deck-files.ts';

/** Bytes; as Base64 this is about the longest text that JavaScript can hold. */
export const LARGEST_FILE = 384_000_000;

export interface ReadOptions {
  /** Larger files are refused before they are read. @default `LARGEST_FILE` */
  most?: number;
  /** Refuses files that another user wrote or could change. @default false */
  own?: boolean;
}

/**
 * Reads a regular file. Everything else is refused before it is opened: reading a FIFO or a device can wait forever.
 *
 * @throws NodeJS.ErrnoException with Node's codes, or `EISDIR` for folders, `ENOTREG` for FIFOs, sockets and devices,
 *   `EFBIG` for files that are too large, `EPERM` for files of others
 */
export async function readPlainFile(
  file: string,
  { most = LARGEST_FILE, own = false }: ReadOptions = {},
): Promise<Buffer> {
  refuse(statSync(file), most, own);
  const small = readSmallFile(file, most, own);
  if (small) return small;
  const handle = await open(file, READING);
  try {
    refuse(await handle.stat(), most, own);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** A file that replaces another after it was checked must not block either. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Bytes that are read in less time than it takes to wait for them. */
const SMALL = 500_000;

/** @returns the file; `undefined` where it is not small. */
function readSmallFile(file: string, most: number, own: boolean): Buffer | undefined {
  const handle = openSync(file, READING);
  try {
    const found = fstatSync(handle);
    refuse(found, most, own);
    return found.size > SMALL ? undefined : readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Reads a small text at once, for callers that cannot wait; `undefined` where it cannot be read, or is large. */
export function readSmallText(file: string): string | undefined {
  try {
    refuse(statSync(file), SMALL, false);
    return new TextDecoder().decode(readSmallFile(file, SMALL, false));
  } catch {
    return undefined;
  }
}

/** Reads a regular file as UTF-8, without the byte order mark that some editors put before everything. */
export async function readPlainText(file: string, options: ReadOptions = {}): Promise<string> {
  return new TextDecoder().decode(await readPlainFile(file, options));
}

function refuse(found: Stats, most: number, own: boolean): void {
  if (found.isDirectory()) throw failure('EISDIR', 'this is a folder');
  if (!found.isFile()) throw failure('ENOTREG', 'this is not a regular file');
  if (found.size > most) throw failure('EFBIG', `the file is larger than ${Math.floor(most / 1e6)} MB`);
  if (own && process.getuid && (found.uid !== process.getuid() || (found.mode & 0o022) !== 0)) {
    throw failure('EPERM', 'another user can write this file');
  }
}

function failure(code: string, message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}

/** Returns the kind of a path; `undefined` where nothing is there or access is denied. */
export function kindOf(file: string): 'file' | 'folder' | 'other' | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) return undefined;
    if (found.isFile()) return 'file';
    return found.isDirectory() ? 'folder' : 'other';
  } catch {
    // A loop of links, a folder that may not be entered, a name that no file can have.
    return undefined;
  }
}

/** Tells whether a path is a regular file. */
export function isFile(file: string): boolean {
  return kindOf(file) === 'file';
}

/** Says why a file cannot be read, as the end of a message. */
export function unreadable(error: unknown): AssetProblem {
  const { code = 'unknown', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: 'no such file', ruleId: 'file-missing' };
  if (code === 'EFBIG') return { problem: message, ruleId: 'file-size' };
  const reasons = new Map([
    ['EISDIR', 'this is a folder, expected a file'],
    ['ENOTREG', 'this is a pipe, socket or device, expected a regular file'],
  ]);
  return { problem: reasons.get(code) ?? `the file cannot be read (${code})`, ruleId: 'file-unreadable' };
}

/** Says what is wrong with a path that does not name a regular file. */
export function notRegular(file: string): AssetProblem | undefined {
  const codes = { file: undefined, folder: 'EISDIR', other: 'ENOTREG' };
  const kind = kindOf(file);
  const code = kind === undefined ? 'ENOENT' : codes[kind];
  return code === undefined ? undefined : unreadable({ code });
}
