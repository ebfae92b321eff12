import { inspect } from 'node:util';

/** Control characters, separators of lines, characters that turn the direction of what follows, and halves of others. */
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF]/gu;
/** The same without line ends, tabs and the colours that Lectern itself sets. */
const UNPRINTABLE_IN_TEXT =
  // oxlint-disable-next-line no-control-regex
  /\u001B(?!\[\d+(?:;\d+)*m)|[\u0000-\u0008\u000B-\u001A\u001C-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF]/gu;

const SHORT = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * Shows characters that a terminal or a CI log would act on as escapes. Everything that comes from decks, files and names
 * of files is printed through this.
 */
export function printable(value: unknown): string {
  return String(value).replace(UNPRINTABLE, escaped);
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  return SHORT.get(character) ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`);
}

/** Breaks what CI services take for commands in their logs: `::error::` at the start of a line, `##[error]` anywhere. */
function withoutCommands(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, '$1\\x3A').replace(/#(?=#(?:\[|vso\[))/g, '\\x23');
}

function line(parts: TemplateStringsArray, values: readonly unknown[]): string {
  return withoutCommands(String.raw({ raw: parts }, ...values.map(printable)));
}

/** Prints a line to standard output; values in it are escaped. */
export function say(parts: TemplateStringsArray, ...values: unknown[]): void {
  console.log(line(parts, values));
}

/** Prints a line to standard error; values in it are escaped. */
export function complain(parts: TemplateStringsArray, ...values: unknown[]): void {
  console.error(line(parts, values));
}

/** Prints lines that were made of printable parts. */
export function sayText(text: string): void {
  console.log(ofLines(text));
}

/** Prints such lines to standard error. */
export function complainText(text: string): void {
  console.error(ofLines(text));
}

function ofLines(text: string): string {
  return withoutCommands(text.replace(UNPRINTABLE_IN_TEXT, escaped));
}

/** Prints Lectern's own documentation, or a deck it made, to standard output: directives begin with colons, and are not commands. */
export function sayPage(text: string): void {
  console.log(text.replace(UNPRINTABLE_IN_TEXT, escaped));
}

/** Prints JSON to standard output. */
export function sayJson(text: string): void {
  console.log(text.replaceAll('##[', '#\\u0023[').replaceAll('##vso[', '#\\u0023vso['));
}

/** Prints commands for GitHub's workflows to standard output, whose values are escaped. */
export function sayCommands(text: string): void {
  console.log(text);
}

/** Prints an error with its stack to standard error, for debugging. */
export function complainWhole(error: unknown): void {
  complainText(inspect(error));
}
