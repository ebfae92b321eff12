import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { AssetProblem } from '../model/deck-files.ts';

/** The position of an address, for messages. */
export interface Naming {
  /** Folder that the address is relative to. */
  from: string;
  /** The address as it is written. */
  written: string;
}

/** Says that a file is missing, with advice where it is plain what was meant. */
export function missingFile(file: string, { written }: Naming): AssetProblem {
  if (/^(?:[a-z]:[\\/]|file:)/i.test(written)) {
    const name = written.split(/[\\/]/).pop() ?? '';
    const problem = `a deck names files by their path from its own folder; copy the file there and write ${name}`;
    return { problem, ruleId: 'file-outside' };
  }
  const problem = `no such file, looked for ${shown(file)}`;
  const slashes = written.includes('\\') ? `; write ${written.replaceAll('\\', '/')}, with “/” between folders` : '';
  const other = withOtherCapitals(file);
  const letters = other === undefined ? '' : `; there is ${other}, and case matters`;
  return { problem: problem + (slashes || letters), ruleId: 'file-missing' };
}

/** Finds an existing spelling of a path with other capitals: its file name, or from the first folder that differs. */
function withOtherCapitals(file: string): string | undefined {
  const names: string[] = [];
  let folder = file;
  do {
    names.unshift(path.basename(folder));
    folder = path.dirname(folder);
  } while (!existsSync(folder));
  const found: string[] = [];
  for (const name of names) {
    const there = namesIn(path.join(folder, ...found));
    const same = there.includes(name) ? name : there.find((other) => isSameInCapitals(other, name));
    if (same === undefined) return undefined;
    found.push(same);
  }
  return found.join('/');
}

function isSameInCapitals(one: string, other: string): boolean {
  return one !== other && one.normalize().toLowerCase() === other.normalize().toLowerCase();
}

/**
 * Finds the file that a web server would serve for an address from its root: below some folders, or in their `public/`.
 *
 * @param isThere whether a path may be read and exists.
 */
export function fileFromRoot(
  address: string,
  folders: readonly string[],
  isThere: (file: string) => boolean,
): string | undefined {
  const below = address.replace(/^[\\/]+/, '');
  const candidates = folders.flatMap((folder) => [path.join(folder, below), path.join(folder, 'public', below)]);
  return below === '' ? undefined : candidates.find(isThere);
}

/** Returns a path as it is written in a deck. */
export function namedFrom(folder: string, file: string): string {
  return path.relative(folder, file).replaceAll(path.sep, '/');
}

/** Returns a path with accents composed as on the disk: macOS writes “é” as two characters, keyboards as one. */
export function withOtherAccents(file: string): string | undefined {
  // oxlint-disable-next-line no-control-regex
  if (/^[\u0000-\u007F]*$/.test(file)) return undefined;
  const { root } = path.parse(file);
  let found = root;
  for (const name of path.relative(root, file).split(path.sep)) {
    const there = path.join(found, name);
    if (existsSync(there)) found = there;
    else {
      const other = namesIn(found).find((entry) => entry.normalize() === name.normalize());
      if (other === undefined) return undefined;
      found = path.join(found, other);
    }
  }
  return found;
}

/** Returns the names in a folder; none where it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export function shown(file: string): string {
  return path.relative('', file) || './';
}
