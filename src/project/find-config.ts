import { statSync } from 'node:fs';
import path from 'node:path';
import { homeFolder } from '../files/user-folders.ts';
import { kindOf } from '../files/plain-file.ts';
import { LecternError } from '../model/errors.ts';

/** Files that hold a config. Those with code come first. */
const NAMES = [
  'lectern.config.ts',
  'lectern.config.mts',
  'lectern.config.js',
  'lectern.config.mjs',
  'lectern.config.json',
  'lectern.json',
] as const;

/** Entries of the folder where a project begins. */
const MARKS = ['package.json', '.git'];

export interface ConfigSearch {
  /** The config; `undefined` where there is none. */
  file: string | undefined;
  /** The folder where the project begins. */
  root: string;
}

/**
 * Finds a project's config: in the working folder, else in the nearest folder above it that has one, up to the folder
 * where the project begins. That is the nearest one with a `package.json` or `.git`, else the working folder. The home
 * folder and what lies above it are never above a project.
 *
 * @param cwd - the working folder.
 * @param located - gets every file that would be found, whether it exists or not.
 * @throws LecternError `USAGE` where a folder has several
 */
export function findConfig(cwd: string, located: Set<string>): ConfigSearch {
  const start = path.resolve(cwd);
  const root = projectRoot(start);
  for (let folder = start; ; folder = path.dirname(folder)) {
    for (const name of NAMES) located.add(path.join(folder, name));
    const found = NAMES.filter((name) => isThere(path.join(folder, name), start));
    const [first, ...others] = found;
    if (first !== undefined && others.length > 0) {
      throw new LecternError('USAGE', `${shownIn(start, folder)} has several configs: ${found.join(', ')}`, {
        advice: 'Keep one of them, or name one with --config.',
      });
    }
    if (first !== undefined) return { file: path.join(folder, first), root };
    if (folder === root) return { file: undefined, root };
  }
}

/** Tells whether a file holds code. */
export function isCode(file: string): boolean {
  return path.extname(file) !== '.json';
}

/** Returns the folder where a project begins, at or above the working folder. */
export function projectRoot(cwd: string): string {
  const start = path.resolve(cwd);
  const home = homeFolder();
  for (let folder = start; ; folder = path.dirname(folder)) {
    const isEnd = folder === home || path.dirname(folder) === folder;
    if (isEnd && folder !== start) return start;
    if (MARKS.some((name) => isThere(path.join(folder, name), start))) return folder;
    if (isEnd) return start;
  }
}

/** A folder above the project that anyone can write into, such as `/tmp`, must not give it a config. */
function isThere(file: string, start: string): boolean {
  if (kindOf(file) === undefined) return false;
  if (path.dirname(file) === start || !process.getuid) return true;
  const owners = [0, process.getuid(), statSync(start).uid];
  return owners.includes(statSync(file).uid);
}

function shownIn(cwd: string, folder: string): string {
  return folder === cwd ? 'the working folder' : path.relative(cwd, folder);
}
