import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LecternError } from '../model/errors.ts';
import { isFile } from './plain-file.ts';

const require = createRequire(import.meta.url);

/** Returns the folder of the installed package; sources and bundles lie at different depths below it. */
export function packageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw packageError('package.json');
    folder = parent;
  }
  return folder;
}

/**
 * Returns the folder of the installed package that has a file.
 *
 * @param specifier - how the file was named; a folder that has another package, or none, is not the package's.
 */
export function packageOf(file: string, specifier: string): string | undefined {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0];
  let folder = path.dirname(file);
  for (;;) {
    const found = nameOf(folder);
    if (found !== undefined) return found === name ? folder : undefined;
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

/** Tells whether a name leads to a file in one of Lectern's own dependencies. */
export function isOwnDependency(file: string, specifier: string): boolean {
  return ownDependency(specifier) === file;
}

/**
 * Returns the path of a file in one of Lectern's own dependencies. The published package has the fonts of its themes inside
 * (`lib/packages`): as packages they come with every weight and script there is.
 */
export function ownDependency(specifier: string): string | undefined {
  try {
    return require.resolve(specifier);
  } catch {
    const packed = path.join(packageRoot(), 'lib', 'packages', specifier);
    return isFile(packed) ? packed : undefined;
  }
}

/** Returns the folder of a file's package, where it has one below `home` and the root; otherwise the file's folder. */
export function ownFolder(file: string, home: string): string {
  const own = path.dirname(file);
  for (let folder = own; path.dirname(folder) !== folder && folder !== home; folder = path.dirname(folder)) {
    if (nameOf(folder) !== undefined) return folder;
  }
  return own;
}

function nameOf(folder: string): unknown {
  const file = path.join(folder, 'package.json');
  try {
    if (!isFile(file)) return undefined;
    return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown } | null)?.name;
  } catch {
    return undefined;
  }
}

/** Returns the version of the installed package. */
export function packageVersion(): string {
  const text = readFileSync(path.join(packageRoot(), 'package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(text);
  return version;
}

/** Returns the path of a file in a dependency, such as `reveal.js/reveal.css`. */
export function dependencyFile(specifier: string): string {
  const file = ownDependency(specifier);
  if (file === undefined) throw packageError(specifier);
  return file;
}

function packageError(what: string, cause?: unknown): LecternError {
  return new LecternError('PACKAGE_BROKEN', `“${what}” is missing from the installation`, {
    advice: 'Install lectern again.',
    cause,
  });
}

/** Returns the path of the program that renders diagrams, which runs in a process of its own. */
export function drawingProgram(): string {
  const own = import.meta.url.endsWith('.ts') ? 'src/diagrams/drawing-program.ts' : 'lib/draw.js';
  return path.join(packageRoot(), own);
}

/** Returns the path of the program that compiles the deck of a talk, which runs in a process of its own. */
export function deckProgram(): string {
  const own = import.meta.url.endsWith('.ts') ? 'src/present/deck-process.ts' : 'lib/deck-process.js';
  return path.join(packageRoot(), own);
}

/** Returns Mermaid for browsers: bundled with the published package, in a checkout from its dependencies. */
export function mermaidScript(): string {
  const own = path.join(packageRoot(), 'lib', 'mermaid.min.js');
  return import.meta.url.endsWith('.ts') || !existsSync(own) ? dependencyFile('mermaid/dist/mermaid.min.js') : own;
}
