import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { LecternError, reasonOf } from '../model/errors.ts';
import { fail } from '../model/messages.ts';

const NESTING = 'Blocks are nested too deeply to be shown; expected lists and quotes a few levels deep';

/** Trees are walked by recursion: what is nested thousands of levels deep ends in a `RangeError`. */
export function failOnNesting(error: unknown, file: VFile, place: Position | undefined): string {
  if (!(error instanceof RangeError)) throw error;
  fail(file, NESTING, { place, ruleId: 'nesting' });
  return NESTING;
}

/** Makes a message of what was thrown while a part of a deck was compiled, so that the rest goes on. */
export function failOnThrown(error: unknown, file: VFile, place: Position | undefined): string {
  if (error instanceof LecternError) throw error;
  if (error instanceof RangeError) return failOnNesting(error, file, place);
  const reason = `Unexpected error: ${reasonOf(error)}; this is a bug in Lectern, please report it`;
  fail(file, reason, { place, ruleId: 'unexpected' }).cause = error instanceof Error ? error : undefined;
  return reason;
}
