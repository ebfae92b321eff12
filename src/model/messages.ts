import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

export interface MessageOptions {
  /** Where the author can mend it; `undefined` for the file as a whole. */
  place: Node | Position | Point | undefined;
  ruleId: string;
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
  const message = file.message(reason, { ...(place && { place: placeOf(place) }), ruleId, source: 'lectern' });
  if (spelling) Object.assign(message, { actual: spelling.actual, expected: [spelling.expected] });
  return message;
}

/** Tells the author of a mistake that keeps the deck's outputs from being written. */
export function fail(file: VFile, reason: string, options: MessageOptions): VFileMessage {
  const message = warn(file, reason, options);
  message.fatal = true;
  return message;
}

export function hasErrors(file: VFile): boolean {
  return file.messages.some((message) => message.fatal === true);
}

function placeOf(place: Node | Position | Point): Position | Point | undefined {
  return 'type' in place ? place.position : place;
}
