import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { AssetProblem } from '../model/deck-files.ts';
import { missingFile, namedFrom, fileFromRoot, shown, withOtherAccents, type Naming } from './missing-file.ts';
import { isOwnDependency, packageOf, packageRoot } from './package-files.ts';

export interface DoorOptions {
  /** Nothing outside this folder is read, whether by `..`, by an absolute path or by a symbolic link. */
  projectRoot: string;
  /** The deck comes from somebody else: nothing hidden is read. @default false */
  untrusted?: boolean | undefined;
}

/**
 * Decides which files the sources of a deck may read. Every reader of files that authors name asks it, and reads only
 * the real path that it answers.
 */
export interface Door {
  /** The real path of a file that Markdown names. @param file - absolute path */
  find: (file: string, naming: Naming) => string | AssetProblem;
  /** Does the same for what style sheets name: they may also read installed packages and Lectern's own files. */
  findStyle: (file: string, naming: Naming) => string | AssetProblem;
  /** The real path of a file of an installed package that was found by its name, such as `@acme/theme/theme.css`. */
  findInPackage: (file: string, naming: Naming) => string | AssetProblem;
  /** Lets style sheets read this folder as well. */
  open: (folder: string) => void;
}

type FolderTest = (file: string) => boolean;

/** Creates the gate that decides which files a deck may read. */
export function createDoor({ projectRoot, untrusted = false }: DoorOptions): Door {
  const roots = withReal(projectRoot);
  const installed = [...new Set([...roots, ...withReal(packageRoot())].flatMap(packageFolders))];
  const opened = new Set(withReal(packageRoot()));
  const isInProject: FolderTest = (file) =>
    roots.some((root) => isInside(file, root) && !(untrusted && isHidden(file, root)));
  const isForStyles: FolderTest = (file) =>
    [...opened, ...installed].some((folder) => isInside(file, folder)) || isInProject(file);

  function admit(file: string, mayRead: FolderTest, naming: Naming): string | AssetProblem {
    if (!mayRead(file)) return refusal(file, naming);
    const named = realPath(file);
    const real = 'code' in named && named.code === 'ENOENT' ? realPath(withOtherAccents(file) ?? file) : named;
    if ('path' in real) return mayRead(real.path) ? real.path : refusal(real.path, naming);
    if (real.code === 'ENOENT' || real.code === 'ENOTDIR') return missingFile(file, naming);
    return { problem: `the file cannot be read (${real.code})`, ruleId: 'file-unreadable' };
  }

  function refusal(file: string, naming: Naming): AssetProblem {
    const { from, written } = naming;
    if (roots.some((root) => isInside(file, root))) {
      return {
        problem: 'files and folders whose names begin with “.” are not read with --untrusted; rename it',
        ruleId: 'file-hidden',
      };
    }
    const meant = path.isAbsolute(written)
      ? fileFromRoot(written, [from, projectRoot], (other) => typeof admit(other, isInProject, naming) === 'string')
      : undefined;
    const copy = `copy it into ${shown(from)}${path.isAbsolute(written) ? ' and name it without the first “/”' : ''}`;
    const advice = meant ? `addresses are relative to ${shown(from)}, so write ${namedFrom(from, meant)}` : copy;
    return { problem: `the file is outside the project; ${advice}`, ruleId: 'file-outside' };
  }

  return {
    find: (file, naming) => admit(file, isInProject, naming),
    findStyle: (file, naming) => admit(file, isForStyles, naming),
    findInPackage(file, naming) {
      // Packages of a workspace, or of a package manager's store, are links to folders that may lie outside.
      const mayLink = !untrusted || isOwnDependency(file, naming.written);
      const folder = mayLink ? packageOf(file, naming.written) : undefined;
      if (folder !== undefined) opened.add(folder);
      return admit(file, isForStyles, naming);
    },
    open(folder) {
      for (const name of withReal(folder)) opened.add(name);
    },
  };
}

/** Returns a folder as it is named and its real path without links. */
function withReal(folder: string): string[] {
  const named = path.resolve(folder);
  const real = realPath(named);
  return 'path' in real ? [...new Set([named, real.path])] : [named];
}

function realPath(file: string): { path: string } | { code: string } {
  try {
    return { path: realpathSync.native(file) };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    // A name with a zero byte, and one that is too long, name nothing.
    return { code: code === 'ERR_INVALID_ARG_VALUE' || code === 'ENAMETOOLONG' ? 'ENOENT' : code };
  }
}

/** Tells whether a folder is another one or holds it, following links. */
export function holds(folder: string, other: string): boolean {
  const [outer = '', inner = ''] = [folder, other].map((name) => withReal(name).at(-1));
  return outer === inner || isInside(inner, outer);
}

/** Tells whether files written into a folder stay inside another one, following links. The folder may not exist yet. */
export function staysBelow(folder: string, root: string): boolean {
  let there = folder;
  let real = realPath(there);
  while ('code' in real && path.dirname(there) !== there) {
    there = path.dirname(there);
    real = realPath(there);
  }
  const [, realRoot = root] = withReal(root);
  const isBelow = (one: string, other: string): boolean => one === other || isInside(one, other);
  return 'path' in real && isBelow(folder, root) && isBelow(real.path, realRoot);
}

/** Tells whether a path is inside a folder. */
export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative);
}

function isHidden(file: string, folder: string): boolean {
  const names = path.relative(folder, file).split(path.sep);
  return names.some((name) => name.startsWith('.'));
}

/** Lists the folders where Node looks for packages named by files of a folder. */
function packageFolders(folder: string): string[] {
  const parent = path.dirname(folder);
  return [path.join(folder, 'node_modules'), ...(parent === folder ? [] : packageFolders(parent))];
}
