import { docsTopics } from '../../app/read-docs.ts';
import type { Option } from '../../model/option.ts';
import { builtInThemes } from '../../styles/find-theme.ts';
import { COMMAND_OPTIONS } from '../command-options.ts';
import { COMMANDS, type CommandName } from '../commands.ts';
import { plain } from '../format-help.ts';

/** Candidates for one place of a command. */
export interface Place {
  /** Words to choose from; with `,` between them where `isList`. */
  words: readonly string[];
  isList: boolean;
  /** Files that may be there: any, those with an extension, or folders. */
  files: 'any' | 'md' | 'json' | 'folders' | undefined;
}

export interface CompletedOption extends Place {
  name: string;
  short: string | undefined;
  about: string;
  takesValue: boolean;
}

export interface CompletedCommand {
  name: CommandName;
  about: string;
  options: CompletedOption[];
  operands: Place;
}

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

const OPERANDS: Readonly<Record<CommandName, () => Partial<Place>>> = {
  build: () => ({ files: 'md' }),
  check: () => ({ files: 'md' }),
  present: () => ({ files: 'md' }),
  record: () => ({ files: 'md' }),
  rehearsals: () => ({ files: 'md' }),
  theme: () => ({ words: ['list', 'preview', 'new', 'check', ...builtInThemes()], files: 'any' }),
  draft: () => ({ files: 'any' }),
  convert: () => ({ files: 'md' }),
  new: () => ({ files: 'folders' }),
  report: () => ({ files: 'json' }),
  docs: () => ({ words: docsTopics() }),
  doctor: () => ({}),
  completion: () => ({ words: SHELLS }),
};

/** Files by what help writes for a value. */
const FILES: ReadonlyMap<string, Place['files']> = new Map([
  ['FILE', 'any'],
  ['PATH', 'any'],
  ['REPORT', 'json'],
  ['DIR', 'folders'],
  ['THEME', 'any'],
]);

/** Returns what shells complete in calls, from the tables of commands and options. */
export function completedCommands(): CompletedCommand[] {
  return (Object.keys(COMMANDS) as CommandName[]).map((name) => ({
    name,
    about: COMMANDS[name].about,
    options: COMMAND_OPTIONS[name].groups.flatMap(({ options }) => options.map(completedOption)),
    operands: { words: [], isList: false, files: undefined, ...OPERANDS[name]() },
  }));
}

function completedOption({ name, short, value, help, choices, schema }: Option): CompletedOption {
  const parts = [schema, ...(Array.isArray(schema['anyOf']) ? (schema['anyOf'] as (typeof schema)[]) : [])];
  const allowed = parts.flatMap((part) => (Array.isArray(part['enum']) ? part['enum'].map(String) : []));
  return {
    name,
    short,
    about: plain(help),
    takesValue: value !== undefined,
    words: value === 'THEME' ? builtInThemes() : value === undefined ? [] : Object.keys(choices ?? {}).concat(allowed),
    isList: choices !== undefined,
    files: FILES.get(value ?? ''),
  };
}

/** Writes text between single quotes, as shells read it. @param quote - how the shell writes a quote in there. */
export function quoted(text: string, quote: string): string {
  return `'${text.replaceAll("'", quote)}'`;
}
