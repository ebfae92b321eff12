import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { fail } from '../model/messages.ts';

/** Trees are walked by recursion: what is nested thousands of levels deep ends in a `RangeError`. */
export function failOnNesting(error: unknown, file: VFile, place: Position | undefined): void {
  if (!(error instanceof RangeError)) throw error;
  const reason = 'Unexpected nesting, it is too deep to be shown; expected lists and quotes a few levels deep';
  fail(file, reason, { place, ruleId: 'nesting' });
}
