import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readSmallText } from '../files/plain-file.ts';
import { reasonOf } from '../model/errors.ts';
import { fileOf, ModuleFault, positionAt, type FilePlace, type TextPosition } from './config-fault.ts';

/** Says what is wrong with a module that cannot be loaded, and where. @param files - those of the project so far. */
export function moduleFault(error: unknown, entry: string, files: ReadonlySet<string>): ModuleFault {
  const found = missingModule(error) ?? (error instanceof SyntaxError ? syntaxFault(error, files) : undefined);
  if (found) return found;
  const place = thrownAt(error, files) ?? { file: entry, position: undefined };
  return new ModuleFault(`it throws an error: ${reasonOf(error)}`, { place, cause: error });
}

/** Returns where an error was thrown, as far as that is a file of the project. */
function thrownAt(error: unknown, files: ReadonlySet<string>): FilePlace | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const [, named = '', line, column] of stack.matchAll(/(?:\(|at (?:async )?)([^\s()]+):(\d+):(\d+)\)?$/gm)) {
    const file = named.startsWith('file:') ? fileOf(named) : named;
    if (file !== undefined && files.has(file)) {
      return { file, position: { line: Number(line), column: Number(column) } };
    }
  }
  return undefined;
}

/** Node shows the place of some mistakes above the stack: the line, its text, and a mark below. */
function markedPlace(stack: string): { file: string; position: TextPosition } | undefined {
  const [, named = '', line, before] = /^(\S.*):(\d+)\n[\s\S]*?\n?( *)\^+\s*$/m.exec(stack) ?? [];
  if (before === undefined) return undefined;
  return { file: fileOf(named) ?? named, position: { line: Number(line), column: before.length + 1 } };
}

function syntaxFault(error: SyntaxError, files: ReadonlySet<string>): ModuleFault | undefined {
  const { code } = error as NodeJS.ErrnoException;
  const [, specifier] = /^The requested module '([^']+)'/.exec(error.message) ?? [];
  const place = markedPlace(error.stack ?? '') ?? syntaxPlace(files);
  const isUnsupported = code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX';
  const reason = specifier === undefined && !isUnsupported ? `invalid syntax: ${error.message}` : error.message;
  return new ModuleFault(reason.split('\n', 1)[0] ?? reason, {
    ...(place && { place }),
    ...(isUnsupported && { advice: 'Node runs TypeScript by leaving out types: write it without this.' }),
    cause: error,
  });
}

/** Node does not say where JavaScript is wrong that is imported, only where it is started with it. */
function syntaxPlace(files: ReadonlySet<string>): FilePlace | undefined {
  for (const file of files) {
    if (!/\.m?js$/.test(file)) continue;
    const { status, stderr } = spawnSync(process.execPath, ['--check', '--input-type=module', '-'], {
      input: readSmallText(file) ?? '',
      encoding: 'utf8',
      timeout: 5000,
    });
    if (status === 0) continue;
    // At the end of a text there is nothing to mark.
    const [, line] = /^\[stdin\]:(\d+)/m.exec(stderr) ?? [];
    const position =
      markedPlace(stderr)?.position ?? (line === undefined ? undefined : { line: Number(line), column: 1 });
    return { file, position };
  }
  return undefined;
}

function missingModule(error: unknown): ModuleFault | undefined {
  if ((error as NodeJS.ErrnoException | undefined)?.code !== 'ERR_MODULE_NOT_FOUND' || !(error instanceof Error)) {
    return undefined;
  }
  const [, kind, name = '', from = ''] =
    /^Cannot find (package|module) '([^']+)' imported from (.+)$/m.exec(error.message) ?? [];
  if (kind === undefined) return undefined;
  const importing = from.startsWith('file:') ? (fileOf(from) ?? from) : from;
  const isPackage = kind === 'package';
  const isNamed = (text: string): boolean =>
    isPackage ? text === name || text.startsWith(`${name}/`) : path.basename(text) === path.basename(name);
  const place: FilePlace = { file: importing, position: positionOf(importing, isNamed) };
  if (!isPackage) return new ModuleFault(`the file “${shownFrom(importing, name)}” does not exist`, { place });
  return new ModuleFault(`the package “${name}” is not installed`, { place, advice: installAdvice(name) });
}

/** Says how to install a package. */
export function installAdvice(name: string): string {
  return `Install it with “npm i -D ${name}”.`;
}

function shownFrom(importing: string, file: string): string {
  return path.relative(path.dirname(importing), file);
}

/** Where a file names something in quotes. */
function positionOf(file: string, isNamed: (text: string) => boolean): TextPosition | undefined {
  const text = readSmallText(file) ?? '';
  for (const { 2: value = '', index } of text.matchAll(/(['"])((?:(?!\1)[^\\\n])*)\1/g)) {
    if (isNamed(value)) return positionAt(text, index);
  }
  return undefined;
}
