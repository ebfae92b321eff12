import path from 'node:path';
import { createDoor, staysBelow } from '../files/door.ts';
import { findDeckTheme } from '../styles/find-theme.ts';
import { readPlainText, unreadable } from '../files/plain-file.ts';
import { CHECK_FORM, readCheckSettings, type CheckSettings } from '../model/check-settings.ts';
import { LecternError } from '../model/errors.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { Option } from '../model/option.ts';
import { optionsOf, PROJECT_OPTIONS } from './command-options.ts';

const PROJECT_FILE = 'lectern.json';
/** Keys that are no options of the command line: settings of rules, and the schema that editors complete by. */
const [RULES, SCHEMA] = ['check', '$schema'];
/** Bytes; no project has that much to say. */
const LARGEST = 1_000_000;

/** Options that name places, and what is wrong with a value. */
const PLACES = new Map<string, (value: string) => LecternError | undefined>([
  ['out-dir', wrongOutDir],
  ['theme', wrongTheme],
]);

/**
 * A project's own options, as arguments to stand before those of the call: what `lectern.json` in the working folder
 * says, in the words of the command line.
 *
 * @param wanted - those that the command has.
 * @throws LecternError `USAGE`
 */
export async function projectArguments(wanted: readonly Option[]): Promise<string[]> {
  return argumentsOf(await readProject(), wanted);
}

/** Makes arguments of what a project's file holds. @throws LecternError `USAGE` */
export function argumentsOf(project: object, wanted: readonly Option[]): string[] {
  return Object.entries(project).flatMap(([name, value]: [string, unknown]) => {
    if (name === RULES || name === SCHEMA) return [];
    const option = checkedOption(name, value);
    if (!wanted.includes(option) || value === false) return [];
    return option.value === undefined ? [`--${name}`] : [`--${name}=${value}`];
  });
}

/**
 * Finds the option that a key names. Options that name programs and addresses are refused: a project's file is data, and
 * whoever builds a project need not trust it.
 */
function checkedOption(name: string, value: unknown): Option {
  const advice = optionsOf('build').find((known) => known.name === name)?.callsOnly;
  if (typeof advice === 'string') throw wrong(`“${name}” cannot be set in this file, only in a call`, { advice });
  const option = PROJECT_OPTIONS.find((known) => known.name === name);
  if (!option) {
    const names = PROJECT_OPTIONS.map((known) => known.name);
    throw wrong(`there is no option “${name}”${didYouMean(name, names)}`);
  }
  const isFlag = option.value === undefined;
  if (isFlag && typeof value !== 'boolean')
    throw wrong(`“${name}” is ${JSON.stringify(value)}, expected true or false`);
  if (!isFlag && !['string', 'number'].includes(typeof value)) {
    throw wrong(`“${name}” is ${JSON.stringify(value)}, expected text`);
  }
  const misplaced = PLACES.get(name)?.(String(value));
  if (misplaced) throw misplaced;
  return option;
}

/** Outputs stay in the project, wherever links lead. */
function wrongOutDir(value: string): LecternError | undefined {
  if (staysBelow(path.resolve(value), path.resolve('.'))) return undefined;
  return wrong(`“out-dir” is ${JSON.stringify(value)}, outside the project`, {
    advice: 'Name a folder inside the project, or another one in the call with --out-dir.',
  });
}

/** A theme of the project, or of an installed package. */
function wrongTheme(value: string): LecternError | undefined {
  const found = findDeckTheme(value, path.resolve('.'), createDoor({ projectRoot: '.' }));
  if (!('problem' in found) || found.ruleId === 'file-missing') return undefined;
  return wrong(`“theme” is ${JSON.stringify(value)}: ${found.problem}`, {
    advice: 'Name a theme inside the project or of a package, or another one in the call with --theme.',
  });
}

/**
 * What a project says of the rules that decks are checked by: `check` in `lectern.json`, in the words of the front
 * matter.
 *
 * @throws LecternError `USAGE`
 */
export async function projectRules(): Promise<CheckSettings> {
  const { [RULES]: value } = (await readProject()) as { [RULES]?: unknown };
  const rules = value === undefined ? new Map() : readCheckSettings(value);
  if (rules) return rules;
  throw wrong(`“${RULES}” is ${JSON.stringify(value)}, expected ${CHECK_FORM}`);
}

/** Returns the path of the project's options, whether the file exists or not. */
export function projectFile(): string {
  return path.resolve(PROJECT_FILE);
}

async function readProject(): Promise<object> {
  const file = projectFile();
  const root = path.dirname(file);
  const found = createDoor({ projectRoot: root }).find(file, { from: root, written: PROJECT_FILE });
  if (typeof found !== 'string') {
    if (found.ruleId === 'file-missing') return {};
    throw wrong(found.problem);
  }
  const text = await readPlainText(found, { most: LARGEST }).catch((cause: unknown) => {
    throw wrong(unreadable(cause).problem, { cause });
  });
  return parse(text);
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw wrong(`it is not valid JSON (${cause instanceof Error ? cause.message : String(cause)})`, { cause });
  }
  throw wrong('it is not a JSON object');
}

function wrong(problem: string, { advice = EXAMPLE, cause }: { advice?: string; cause?: unknown } = {}): LecternError {
  return new LecternError('USAGE', `${PROJECT_FILE}: ${problem}`, { advice, cause });
}

const EXAMPLE = 'It holds options of “lectern build” by their long names, as in {"out-dir": "public", "strict": true}.';
