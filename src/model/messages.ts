import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Severity } from './check-settings.ts';
import type { RuleId } from './rule-ids.ts';

export interface MessageOptions {
  /** Where the author can mend it; `undefined` for the file as a whole. */
  place: Node | Position | Point | undefined;
  ruleId: RuleId;
  /** A misspelled name, as it is written at that place, and the one that is certainly meant. */
  spelling?: Spelling | undefined;
}

export interface Spelling {
  actual: string;
  expected: string;
}

/** Tells the author of something to look at; the deck is still built. */
export function warn(file: VFile, reason: string, options: MessageOptions): VFileMessage {
  const { place, ruleId, spelling } = options;
  const message = file.message(reason, { ...(place && { place: positionOf(place) }), ruleId, source: 'lectern' });
  if (spelling) Object.assign(message, { actual: spelling.actual, expected: [spelling.expected] });
  return message;
}

/** Tells the author of a mistake that the audience would see; the deck is built, and the build fails. */
export function fail(file: VFile, reason: string, options: MessageOptions): VFileMessage {
  const message = warn(file, reason, options);
  message.fatal = true;
  return message;
}

/** Tells the author of something, as severely as somebody has said. */
export function reportAs(severity: Severity, file: VFile, reason: string, options: MessageOptions): VFileMessage {
  const message = warn(file, reason, options);
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  return message;
}

export function hasErrors(file: VFile): boolean {
  return file.messages.some((message) => message.fatal === true);
}

function positionOf(place: Node | Position | Point): Position | Point | undefined {
  return 'type' in place ? place.position : place;
}

/** Whether a source is no text, so that nothing can be made of it. */
export function isUnreadable({ messages }: VFile): boolean {
  return messages.some(({ ruleId }) => ruleId?.startsWith('source-'));
}

/** Orders messages by place, rule and text, whatever was read first; what was told twice of one place is told once. */
export function sortMessages(file: VFile): void {
  const seen = new Set<string>();
  const kept = file.messages.toSorted(byPosition).filter(({ line, column, ruleId, reason }) => {
    const key = JSON.stringify([line, column, ruleId, reason]);
    return !seen.has(key) && seen.add(key);
  });
  file.messages.splice(0, file.messages.length, ...kept);
}

/** Compares messages of a file; what is about the file as a whole comes first. */
export function byPosition(one: VFileMessage, other: VFileMessage): number {
  return (
    (one.line ?? 0) - (other.line ?? 0) ||
    (one.column ?? 0) - (other.column ?? 0) ||
    compare(one.ruleId ?? '', other.ruleId ?? '') ||
    compare(one.reason, other.reason)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
