import path from 'node:path';
import { createDoor } from '../files/door.ts';
import { readPlainText, readSmallText, unreadable } from '../files/plain-file.ts';
import { reasonOf, type LecternError } from '../model/errors.ts';
import { configError, ModuleFault, positionAt, type ConfigFault, type ConfigPath } from './config-fault.ts';
import type { ProjectModules } from './load-module.ts';
import { moduleFault } from './module-fault.ts';

/** Bytes; nobody has that much to configure. */
const LARGEST = 1_000_000;

/** A config as it was read. */
export interface ReadConfig {
  value: Readonly<Record<string, unknown>>;
  /** Makes an error of a problem, with its place. */
  errorOf: (fault: ConfigFault) => LecternError;
}

export interface ConfigFile {
  /** Absolute. */
  file: string;
  /** The file as messages name it. */
  shown: string;
  /** Files outside this folder are refused; `undefined` for a config that the call names. */
  root: string | undefined;
}

/** Reads a config that is data. @throws LecternError `USAGE` */
export async function readJsonConfig(config: ConfigFile): Promise<ReadConfig> {
  const { shown } = config;
  const text = await readPlainText(admitted(config), { most: LARGEST }).catch((cause: unknown) => {
    throw configError(shown, { reason: unreadable(cause).problem, advice: JSON_ADVICE, cause });
  });
  const value = await parseJson(text, shown);
  return { value, errorOf: (fault) => faultError(fault, config, text) };
}

/** Loads a config that is code. @throws LecternError `USAGE` */
export async function loadCodeConfig(config: ConfigFile, modules: ProjectModules): Promise<ReadConfig> {
  const { file, shown } = config;
  const real = admitted(config);
  try {
    const { default: exported, ...named } = await modules.load(real);
    // A config may be a function, and a promise.
    const call = typeof exported === 'function' ? (exported as () => unknown) : (): unknown => exported;
    const value = await called(call, real, modules.files);
    if (isObject(value)) return { value, errorOf: (fault) => faultError(fault, config, readSmallText(real)) };
    const reason =
      exported === undefined
        ? `no default export${Object.keys(named).length > 0 ? `, only ${Object.keys(named).join(', ')}` : ''}`
        : `the default export is ${kindOfValue(value)}, expected an object`;
    throw configError(shown, { reason, advice: 'Write: export default defineConfig({ … })' });
  } catch (error) {
    throw error instanceof ModuleFault ? moduleError(error, { file, shown }) : error;
  }
}

/** Makes an error of a module that cannot be loaded. @param config - the config that loads it. */
export function moduleError(fault: ModuleFault, { file, shown }: Pick<ConfigFile, 'file' | 'shown'>): LecternError {
  const { place, message: reason, advice, cause } = fault;
  const other = place && place.file !== file;
  const name = other ? path.join(path.dirname(shown), path.relative(path.dirname(file), place.file)) : shown;
  return configError(name, { position: place?.position, reason, advice, cause });
}

/**
 * Calls a function of a config or a plugin. @param file - where it is, if its error does not tell.
 *
 * @throws ModuleFault
 */
export async function called(call: () => unknown, file: string, files: ReadonlySet<string>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    throw moduleFault(error, file, files);
  }
}

/** Returns the real path of a config, which may be a link inside the project. */
function admitted({ file, shown, root }: ConfigFile): string {
  if (root === undefined) return file;
  const from = path.dirname(file);
  const found = createDoor({ projectRoot: root }).find(file, { from, written: path.basename(file) });
  if (typeof found === 'string') return found;
  throw configError(shown, { reason: found.problem, advice: 'Name the config to use with --config.' });
}

async function parseJson(text: string, shown: string): Promise<Readonly<Record<string, unknown>>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const { readJson } = await import('../diagrams/json-source.ts');
    const source = await readJson(text);
    const { problem: reason, position } =
      'problem' in source ? source : { problem: reasonOf(cause), position: undefined };
    throw configError(shown, { position, reason, advice: JSON_ADVICE, cause });
  }
  if (isObject(value)) return value;
  throw configError(shown, { reason: 'it is not a JSON object', advice: JSON_ADVICE });
}

const JSON_ADVICE = 'It holds options of “lectern build”, as in {"outDir": "public", "strict": true}.';

/** @param text - the config's source, where it is known. */
function faultError(fault: ConfigFault, { shown }: ConfigFile, text: string | undefined): LecternError {
  const position = text === undefined ? undefined : positionOf(text, fault.at);
  return configError(shown, { position, reason: fault.message, advice: fault.advice });
}

/** Where the last key of a path is, as far as a look at the text tells. */
function positionOf(text: string, at: ConfigPath): ReturnType<typeof positionAt> | undefined {
  let found: number | undefined;
  let start = 0;
  for (const key of at) {
    if (typeof key === 'number') continue;
    const name = key.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
    const pattern = new RegExp(String.raw`(?<=^|[\s,{([])(?:"${name}"|'${name}'|${name})(?=\s*[:,}(\]])`, 'gm');
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) break;
    found = match.index;
    start = pattern.lastIndex;
  }
  return found === undefined ? undefined : positionAt(text, found);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names a value in a message: short ones as they are written, others by their kind. */
export function kindOfValue(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length > 3 ? 'a list' : (JSON.stringify(value) ?? 'a list');
  if (typeof value === 'function') return 'a function';
  const text = typeof value === 'symbol' ? 'a symbol' : (JSON.stringify(value) ?? String(value));
  return text.length <= 60 ? text : typeof value === 'string' ? `${text.slice(0, 58)}…"` : 'an object';
}
