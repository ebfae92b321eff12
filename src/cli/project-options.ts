import { readFile } from 'node:fs/promises';
import type { ParseArgsConfig } from 'node:util';
import { CHECK_FORM, readCheckSettings, type CheckSettings } from '../model/check-settings.ts';
import { LecternError } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';
import { BUILD_OPTIONS } from './build-options.ts';

const PROJECT_FILE = 'lectern.json';
/** The key that is no option of the command line. */
const RULES = 'check';

/** Options that belong to a call and not to a project. */
const NOT_HERE = new Set(['help', 'json', 'shard', 'costs']);

/**
 * A project's own options, as arguments to stand before those of the call: what `lectern.json` in the working folder
 * says, in the words of the command line.
 *
 * @param wanted - names of those that the command has.
 * @throws LecternError `USAGE`
 */
export async function projectArguments(wanted: readonly string[] = Object.keys(BUILD_OPTIONS)): Promise<string[]> {
  const options: NonNullable<ParseArgsConfig['options']> = BUILD_OPTIONS;
  const names = Object.keys(options).filter((name) => !NOT_HERE.has(name));
  return Object.entries(await readProject()).flatMap(([name, value]) => {
    if (name === RULES) return [];
    if (!names.includes(name)) throw wrong(`there is no option “${name}”${suggestion(name, names)}`);
    const isFlag = options[name]?.type === 'boolean';
    if (isFlag && typeof value !== 'boolean')
      throw wrong(`“${name}” is ${JSON.stringify(value)}, expected true or false`);
    if (!isFlag && !['string', 'number'].includes(typeof value)) {
      throw wrong(`“${name}” is ${JSON.stringify(value)}, expected text`);
    }
    if (!wanted.includes(name) || value === false) return [];
    return isFlag ? [`--${name}`] : [`--${name}=${value}`];
  });
}

/**
 * What a project says of the rules that decks are checked by: `check` in `lectern.json`, in the words of the front
 * matter.
 *
 * @throws LecternError `USAGE`
 */
export async function projectRules(): Promise<CheckSettings> {
  const { [RULES]: said } = (await readProject()) as { [RULES]?: unknown };
  const rules = said === undefined ? new Map() : readCheckSettings(said);
  if (rules) return rules;
  throw wrong(`“${RULES}” is ${JSON.stringify(said)}, expected ${CHECK_FORM}`);
}

async function readProject(): Promise<object> {
  const text = await readFile(PROJECT_FILE, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw wrong(`it cannot be read (${error.code})`, error);
  });
  return text === undefined ? {} : parse(text);
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw wrong(`it is no JSON (${cause instanceof Error ? cause.message : String(cause)})`, cause);
  }
  throw wrong('it is no JSON object');
}

function wrong(problem: string, cause?: unknown): LecternError {
  return new LecternError('USAGE', `${PROJECT_FILE}: ${problem}`, {
    advice: 'It holds options of “lectern build” by their long names, as in {"out-dir": "public", "strict": true}.',
    cause,
  });
}
