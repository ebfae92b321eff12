import { OUTPUTS } from '../export/formats.ts';
import { nearestName } from '../model/did-you-mean.ts';
import type { CommandName } from './commands.ts';

const LIVE = 'To see the slides change as you write, use “lectern present” with the deck.';

/** Names of other tools' options, and the way to do the same here. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ...['watch', 'w', 'serve', 'server', 'live', 'preview'].map((name) => [name, LIVE] as const),
  ['powerpoint', 'Write --to pptx.'],
  ['output', 'Name a folder with --out-dir.'],
]);

const NAMES: readonly string[] = OUTPUTS.map(({ name }) => name);

/**
 * Advises what to write instead of an unknown option.
 *
 * @param unknown - without its dashes.
 * @param known - names of the options that the command has.
 */
export function optionAdvice(unknown: string, command: CommandName, known: readonly string[]): string {
  const elsewhere = ELSEWHERE.get(unknown);
  if (elsewhere !== undefined) return elsewhere;
  if (command === 'build' && OUTPUTS.some(({ name }) => name === unknown)) return `Write --to ${unknown}.`;
  const near = nearestName(unknown, known);
  const output = command === 'build' && near === undefined ? nearestName(unknown, NAMES) : undefined;
  if (output !== undefined) return `To write that output: --to ${output}.`;
  return near === undefined ? `lectern ${command} --help lists the options.` : `Did you mean --${near}?`;
}
