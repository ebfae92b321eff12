import { isBuiltin } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolve } from 'import-meta-resolve';
import { isInside } from '../files/door.ts';
import { isFile, kindOf, readSmallText } from '../files/plain-file.ts';
import { ConfigFault, fileOf, type ConfigPath } from './config-fault.ts';
import { installAdvice } from './module-fault.ts';

/** Where names of packages and files in a config lead. */
export interface ModuleScope {
  /** The config, or the file of the package. */
  file: string;
  /** The folder of the config, or of the package that names others. */
  folder: string;
  /** The folder where the project begins. */
  root: string;
  /** The config is data: it names installed packages of the project only. */
  isData: boolean;
}

/** A file that a config names. */
export interface FoundModule {
  file: string;
  /** The package that has it. */
  package: InstalledPackage | undefined;
}

export interface InstalledPackage {
  name: string;
  version: string | undefined;
  folder: string;
}

/** A package, or a file in one. No part is `.` or `..`, and none is encoded. */
const PACKAGE = /^((?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*)(?:\/(?!\.{1,2}(?:\/|$))[\w.~@+-]+)*$/;

/** Finds the file that a name in a config stands for. @param at - where the config has the name. @throws ConfigFault */
export function findModule(name: string, at: ConfigPath, scope: ModuleScope): FoundModule {
  const isPath = /^\.{1,2}[\\/]/.test(name) || path.isAbsolute(name);
  if (isPath && !scope.isData) return { file: fileAt(name, at, scope), package: undefined };
  const [, packageName] = PACKAGE.exec(name) ?? [];
  if (packageName === undefined || isBuiltin(name)) {
    const expected = scope.isData ? 'an installed package' : 'a package, or a path that begins with “./”';
    throw new ConfigFault(at, `“${name}” is not ${expected}`, scope.isData ? DATA_ADVICE : undefined);
  }
  const found = installedPackage(packageName, scope);
  if (!found && (scope.isData || !isOwnName(packageName, scope))) throw notInstalled(packageName, at, scope);
  return { file: fileInPackage(name, found, at, scope), package: found };
}

const DATA_ADVICE = 'A JSON config names packages in the project’s node_modules. Write a lectern.config.ts for files.';

/** Finds a package that files of a folder can import. */
function installedPackage(name: string, { folder: start, root, isData }: ModuleScope): InstalledPackage | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const place = path.join(folder, 'node_modules', name);
    if (kindOf(place) === 'folder') return { name, version: fieldsOf(place)['version'], folder: place };
    if (path.dirname(folder) === folder || (isData && folder === root)) return undefined;
  }
}

/** Returns the texts in a package's `package.json`. */
export function fieldsOf(folder: string): Partial<Record<string, string>> {
  try {
    const fields: unknown = JSON.parse(readSmallText(path.join(folder, 'package.json')) ?? '{}');
    const texts = Object.entries(fields ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return Object.fromEntries(texts);
  } catch {
    return {};
  }
}

/** A package can import itself by its name. */
function isOwnName(name: string, { folder, root }: ModuleScope): boolean {
  return [folder, root].some((place) => fieldsOf(place)['name'] === name);
}

function notInstalled(name: string, at: ConfigPath, { isData }: ModuleScope): ConfigFault {
  return new ConfigFault(
    at,
    `the package “${name}” is not installed${isData ? ' in the project' : ''}`,
    installAdvice(name),
  );
}

function fileAt(name: string, at: ConfigPath, { folder, root }: ModuleScope): string {
  const file = path.resolve(folder, name);
  if (!isInside(file, root)) {
    throw new ConfigFault(
      at,
      `“${name}” is outside the project`,
      'Import it in the config, and name what is imported.',
    );
  }
  if (isFile(file)) return file;
  throw new ConfigFault(at, `the file “${name}” does not exist`, 'Correct the path: it is relative to the config.');
}

function fileInPackage(
  name: string,
  found: InstalledPackage | undefined,
  at: ConfigPath,
  { folder }: ModuleScope,
): string {
  try {
    const file = fileOf(resolve(name, pathToFileURL(path.join(folder, 'lectern.config.js')).href));
    if (file !== undefined && isFile(file)) return file;
  } catch {
    // Scripts and style sheets may lie beside what a package exports.
    const below = found && path.join(found.folder, name.slice(found.name.length + 1));
    if (below !== undefined && isFile(below)) return below;
  }
  const what =
    found && name === found.name ? `the package “${name}” has no module to import` : `“${name}” does not exist`;
  throw new ConfigFault(at, what, 'Its documentation says which file has the plugin.');
}
