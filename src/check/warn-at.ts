import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import type { RuleId } from '../model/rule-ids.ts';

/** Adds a warning at a line and column, both from 1; `undefined` for the file as a whole. */
export function warnAt(
  file: VFile,
  reason: string,
  { place, ruleId }: { place: { line: number; column: number } | undefined; ruleId: RuleId },
): void {
  warn(file, reason, { place: place && { line: place.line, column: place.column }, ruleId });
}
