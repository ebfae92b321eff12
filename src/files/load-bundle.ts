// Names that are new to an older Node are not imported: it has to get as far as the message that says so.
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { readFileSync } from 'node:fs';
import { compiledCode, type CompiledCode } from './compiled-code.ts';

type Unit = InstanceType<typeof module.Module>;
interface Scope {
  exports: unknown;
  require: (name: string) => unknown;
  module: Unit;
  __filename: string;
  __dirname: string;
  /** `import()`, which scripts of `vm` do not have. */
  lecternImport: (name: string) => Promise<unknown>;
}

/**
 * Returns what an entry of the bundled program exports (`lib/program/NAME.cjs`).
 *
 * Compiling takes a quarter of the time of a small build. Node keeps what V8 compiles on loading a file, but not the
 * functions that are compiled when they are first called, which are most; V8 hands out all of them at the end of a script
 * that was loaded by `vm`. For modules there is no such way, so the program is CommonJS.
 */
export function loadBundle<T>(name: string): T {
  const { directory } = module.enableCompileCache();
  const code = compiledCode(directory);
  const folder = path.dirname(fileURLToPath(import.meta.url));
  const exported = load(path.join(folder, 'program', `${name}.cjs`), code);
  process.once('exit', () => code.keep());
  return exported as T;
}

/** Runs a file of the bundle, and those that it requires. Node's own loader knows them, too: plugins import `lectern`. */
function load(file: string, code: CompiledCode): unknown {
  const native = module.createRequire(file);
  const known = native.cache[file];
  if (known) return known.exports;
  const unit = new module.Module(file);
  unit.filename = file;
  native.cache[file] = unit;
  const source = readFileSync(file, 'utf8');
  const cachedData = code.read(file, source);
  const names = 'exports,require,module,__filename,__dirname,lecternImport';
  const script = new Script(`(function({${names}}){${source}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  if (!cachedData || script.cachedDataRejected) code.add(file, source, script);
  const folder = path.dirname(file);
  const run = script.runInThisContext() as (scope: Scope) => void;
  run({
    exports: unit.exports,
    require: (name) => (name.startsWith('.') ? load(path.join(folder, name), code) : native(name)),
    module: unit,
    __filename: file,
    __dirname: folder,
    lecternImport: (name) => import(name),
  });
  unit.loaded = true;
  return unit.exports;
}
