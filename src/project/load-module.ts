import { registerHooks, type ResolveFnOutput } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../files/package-files.ts';
import { readSmallText } from '../files/plain-file.ts';
import { fileOf, ModuleFault } from './config-fault.ts';

/** Modules of a project. */
export interface ProjectModules {
  /** Imports a file. @throws ModuleFault */
  load: (file: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Notes a file of the project that is read and not imported. */
  note: (file: string) => void;
  /** Files of the project that were loaded, and those that they import; installed packages are not among them. */
  files: ReadonlySet<string>;
  /** Files of installed packages that those files import. */
  packages: ReadonlySet<string>;
}

/** The longest time that a module may take, in ms: one that waits for something else than its imports. */
const LONGEST = 30_000;

/** Where a file is that was loaded before in this process: Node never loads the same address twice. */
const loaded = new Map<string, string>();

/**
 * Gives access to modules of a project. While `work` runs, `lectern` is this Lectern for all of them, whether it is
 * installed in the project or not.
 *
 * @param located - gets the files that were loaded, also where that fails.
 */
export async function withProjectModules<T>(
  work: (modules: ProjectModules) => Promise<T>,
  located: Set<string> = new Set(),
): Promise<T> {
  const files = new Set<string>();
  const packages = new Set<string>();
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'lectern') return { url: ownModule(), shortCircuit: true };
      const found = next(specifier, context);
      const { parentURL } = context;
      if (parentURL !== undefined && files.has(fileOf(parentURL) ?? '')) {
        const file = fileOf(found.url);
        if (file !== undefined) (isInstalled(file) ? packages : files).add(file);
      }
      return withFormat(found, files);
    },
  });
  try {
    return await work({
      files,
      note: (file) => void (isInstalled(file) ? packages : files).add(file),
      packages,
      load(file) {
        (isInstalled(file) ? packages : files).add(file);
        return importFile(file, files);
      },
    });
  } finally {
    hooks.deregister();
    for (const file of files) located.add(file);
  }
}

async function importFile(file: string, files: ReadonlySet<string>): Promise<Readonly<Record<string, unknown>>> {
  const timer = Promise.withResolvers<never>();
  const timeout = setTimeout(
    () => timer.reject(new ModuleFault(`it is still loading after ${LONGEST / 1000} s`, { place: at(file) })),
    LONGEST,
  );
  try {
    return await Promise.race([import(addressOf(file)) as Promise<Record<string, unknown>>, timer.promise]);
  } catch (error) {
    if (error instanceof ModuleFault) throw error;
    const { moduleFault } = await import('./module-fault.ts');
    throw moduleFault(error, file, files);
  } finally {
    clearTimeout(timeout);
  }
}

function at(file: string): ModuleFault['place'] {
  return { file, position: undefined };
}

/** A file that has changed since it was loaded needs another address. */
function addressOf(file: string): string {
  const text = readSmallText(file) ?? '';
  const { href } = pathToFileURL(file);
  const before = loaded.get(file);
  if (before === undefined) loaded.set(file, text);
  return before === undefined || before === text ? href : `${href}?${Date.now()}`;
}

function isInstalled(file: string): boolean {
  return file.includes(`${path.sep}node_modules${path.sep}`);
}

/** Node warns of modules whose package does not say what they are, as most projects' `package.json` do not. */
function withFormat(found: ResolveFnOutput, files: ReadonlySet<string>): ResolveFnOutput {
  const file = fileOf(found.url);
  if (found.format || file === undefined || !files.has(file) || !/\.[jt]s$/.test(file)) return found;
  const text = readSmallText(file) ?? '';
  const isModule = /^\s*(?:import\b(?!\s*\()|export\b(?!\s*=))/m.test(text) && !/\bmodule\.exports\b/.test(text);
  return isModule ? { ...found, format: file.endsWith('.ts') ? 'module-typescript' : 'module' } : found;
}

function ownModule(): string {
  const own = import.meta.url.endsWith('.ts') ? 'src/index.ts' : 'lib/index.js';
  return pathToFileURL(path.join(packageRoot(), own)).href;
}
