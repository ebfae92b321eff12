import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { BrowserPlaces } from '../browser/find-browser.ts';
import type { OutputOptions } from '../export/output-options.ts';
import { LecternError } from '../model/errors.ts';
import type { Option } from '../model/option.ts';
import type { ProjectChoice } from '../project/load-project.ts';
import { OUTPUT_OPTIONS } from '../project/options.ts';
import { COMMAND_OPTIONS, optionsOf } from './command-options.ts';
import type { CommandName } from './commands.ts';
import { browserPlaces } from './environment.ts';
import { formatHelp } from './format-help.ts';
import { optionAdvice } from './option-advice.ts';
import * as options from './options.ts';
import { sayText } from './terminal.ts';

/** A call of a command, with its options resolved. */
export interface Call {
  /** The arguments that are not options. */
  operands: string[];
  /** The value of an option; `undefined` where the call does not have it. */
  get: <Value>(option: Option<Value>) => Value | undefined;
}

/**
 * Reads a call. Shows the help where the call asks for it.
 *
 * @returns `undefined` where the help was shown.
 * @throws LecternError `USAGE`
 */
export function readCall(command: CommandName, args: readonly string[]): Call | undefined {
  const call = parseCall(command, [...args]);
  if (!call) sayText(formatHelp(COMMAND_OPTIONS[command]));
  return call;
}

/**
 * Resolves arguments of a command.
 *
 * @returns `undefined` where they ask for the help.
 * @throws LecternError `USAGE`
 */
export function parseCall(command: CommandName, args: string[]): Call | undefined {
  const known = optionsOf(command);
  const { values, positionals } = parse(command, known, args);
  if (values[options.help.name] !== undefined) return undefined;
  const read = new Map<Option, unknown>();
  for (const option of known) {
    const given = values[option.name];
    if (given !== undefined) read.set(option, option.read([given].flat().join('\n')));
  }
  return { operands: positionals, get: <Value>(option: Option<Value>) => read.get(option) as Value | undefined };
}

/** Makes a property for an object of options, where there is a value. */
export function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

/** Returns the config that a call chooses. */
export function configOf({ get }: Call): ProjectChoice {
  return get(options.noConfig) ? { config: false } : given('config', get(options.config));
}

/** Returns where browsers may be, by a call and by the environment. @throws LecternError `USAGE` */
export function browserOf({ get }: Call): BrowserPlaces {
  return browserPlaces({ path: get(options.browser), url: get(options.browserUrl) });
}

/** Returns the options of outputs in a call, as a program would write them. */
export function outputOptions({ get }: Call): OutputOptions {
  const found: Partial<Record<keyof OutputOptions, unknown>> = {};
  for (const option of OUTPUT_OPTIONS) {
    const value = get<unknown>(option);
    if (value === undefined) continue;
    const before = found[option.key];
    // Several options may be parts of one.
    found[option.key] = typeof value === 'object' && typeof before === 'object' ? { ...before, ...value } : value;
  }
  return found as OutputOptions;
}

interface Parsed {
  values: Readonly<Record<string, unknown>>;
  positionals: string[];
}

function parse(command: CommandName, known: readonly Option[], args: string[]): Parsed {
  const config: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    known.map(({ name, short, value, repeats = false }) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', multiple: repeats, ...(short !== undefined && { short }) },
    ]),
  );
  const help = `lectern ${command} --help`;
  try {
    return parseArgs({ args, options: config, allowPositionals: true });
  } catch (cause) {
    const { code, message } = cause as Error & { code?: string };
    const unknown = /'(-[^']*)'/.exec(message)?.[1];
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && unknown) {
      const advice = optionAdvice(unknown.replace(/^-+/, ''), command, Object.keys(config));
      throw new LecternError('USAGE', `unknown option ${unknown}`, { advice, cause });
    }
    throw new LecternError('USAGE', wrongUse(message, known), { advice: `${help} lists the options.`, cause });
  }
}

/** Says what is wrong with an option that is known, from Node’s message: “Option '-t, --theme <value>' argument missing”. */
function wrongUse(message: string, known: readonly Option[]): string {
  const [, name] = /^Option '(?:-\w, )?--([\w-]+)/.exec(message) ?? [];
  const option = known.find((one) => one.name === name);
  if (!option) return (message.split(/\.\s|\n/, 1)[0] ?? message).replace(/\.$/, '');
  const { value } = option;
  return value === undefined ? `--${name} takes no value` : `--${name} needs a value, as in --${name} ${value}`;
}
