import type { Option } from '../model/option.ts';
import type { CommandHelp } from './command-options.ts';

const WIDTH = 96;
const NO_BREAK = '\u00A0';

/** Writes what `--help` shows of a command. */
export function formatHelp({ usage, about, groups, more }: CommandHelp): string {
  const all = groups.flatMap(({ options }) => options);
  const column = Math.max(...all.map((option) => callOf(option).length)) + 4;
  return [
    usage.map((line, index) => `${index === 0 ? 'Usage: ' : '       '}${line}`).join('\n'),
    about,
    ...groups.map(({ title, options }) =>
      [`${title}:`, ...options.map((option) => formatOption(option, column))].join('\n'),
    ),
    ...(more === undefined ? [] : [more]),
  ].join('\n\n');
}

/** Writes an option as it is in a call, as in `--out-dir, -o DIR`. */
export function callOf({ name, short, value }: Pick<Option, 'name' | 'short' | 'value'>): string {
  return `--${name}${short === undefined ? '' : `, -${short}`}${value === undefined ? '' : ` ${value}`}`;
}

function formatOption(option: Option, column: number): string {
  const { help, value, default: usual, choices } = option;
  const shown = value === undefined || usual === undefined ? help : `${help} ${whole(`(default: ${usual})`)}`;
  const lines = [wrapped(plain(shown), column), ...choiceLines(choices ?? {}, column)];
  return `  ${callOf(option)}`.padEnd(column) + lines.join(`\n${' '.repeat(column)}`);
}

/** Words that mean the same are on one line. */
function choiceLines(choices: NonNullable<Option['choices']>, column: number): string[] {
  const groups = Map.groupBy(Object.keys(choices), (word) => choices[word] ?? '');
  const rows = [...groups].map(([about, words]) => [words.join(', '), plain(about)] as const);
  const width = Math.max(0, ...rows.map(([words]) => words.length)) + 2;
  return rows.map(([words, about]) => `  ${words.padEnd(width)}${wrapped(about, column + width + 2)}`);
}

function wrapped(text: string, column: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && column + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join(`\n${' '.repeat(column)}`).replaceAll(NO_BREAK, ' ');
}

/** Keeps a few words on one line. */
function whole(text: string): string {
  return text.length < 24 ? text.replaceAll(' ', NO_BREAK) : text;
}

/** Writes Markdown as a terminal shows it. */
export function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
}
