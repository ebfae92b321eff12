import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Severity } from './check-settings.ts';
import type { RuleId } from './rule-ids.ts';

export interface MessageOptions {
  /** The position in the source; `undefined` for the file as a whole. */
  place: Node | Position | Point | undefined;
  ruleId: RuleId;
  /** A misspelled name at that position, and the name that replaces it. */
  spelling?: Spelling | undefined;
}

export interface Spelling {
  actual: string;
  expected: string;
}

/** The source of Lectern's own messages. */
const OWN = 'lectern';

/** Adds a warning to a file; the deck is still built. */
export function warn(file: VFile, reason: string, options: MessageOptions): VFileMessage {
  const { place, ruleId, spelling } = options;
  const message = file.message(reason, { ...(place && { place: positionOf(place) }), ruleId, source: OWN });
  if (spelling) Object.assign(message, { actual: spelling.actual, expected: [spelling.expected] });
  return message;
}

/** Adds an error to a file: a mistake that the audience would see. The build fails. */
export function fail(file: VFile, reason: string, options: MessageOptions): VFileMessage {
  const message = warn(file, reason, options);
  message.fatal = true;
  return message;
}

/** Adds a message of a given severity to a file. */
export function reportAs(severity: Severity, file: VFile, reason: string, options: MessageOptions): VFileMessage {
  const message = warn(file, reason, options);
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  return message;
}

/** Tells whether a file has a message that fails the build. */
export function hasErrors(file: VFile): boolean {
  return file.messages.some((message) => message.fatal === true);
}

function positionOf(place: Node | Position | Point): Position | Point | undefined {
  return 'type' in place ? place.position : place;
}

/** Returns the rule of a message, with the source of it where that is not Lectern: `remark-lint:no-emphasis`. */
export function ruleOf({ ruleId, source }: Pick<VFileMessage, 'ruleId' | 'source'>): string | undefined {
  if (source === undefined || source === OWN) return ruleId;
  return ruleId === undefined || ruleId === source ? source : `${source}:${ruleId}`;
}

/** Tells whether a source cannot be compiled at all, since it is not text. */
export function isUnreadable({ messages }: VFile): boolean {
  return messages.some(({ ruleId, source }) => source === OWN && ruleId?.startsWith('source-'));
}

/** Sorts the messages of a file by position, rule and text, and removes duplicates. */
export function sortMessages(file: VFile): void {
  const seen = new Set<string>();
  const kept = file.messages.toSorted(byPosition).filter(({ line, column, ruleId, reason }) => {
    const key = JSON.stringify([line, column, ruleId, reason]);
    return !seen.has(key) && seen.add(key);
  });
  file.messages.splice(0, file.messages.length, ...kept);
}

/** Compares two messages of a file for sorting; messages about the whole file come first. */
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
