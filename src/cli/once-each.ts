import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** A message and the file it is about. */
interface PlacedMessage {
  message: Pick<VFileMessage, 'reason' | 'ruleId' | 'line' | 'column'>;
  file: Pick<VFile, 'path'>;
}

/** More places than this are only counted. */
const NAMED = 3;

/**
 * Tells what repeats once, where it is found first: `more` names the other places.
 *
 * @param messages - those of a deck, in their order
 */
export function onceEach<T extends PlacedMessage>(messages: readonly T[]): (T & { more: string })[] {
  const groups = Map.groupBy(messages, ({ message }) => `${message.ruleId} ${message.reason}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, more: others.length > 0 ? ` (also at ${positionsOf(others, first)})` : '' }] : [],
  );
}

function positionsOf(others: readonly PlacedMessage[], first: PlacedMessage): string {
  const named = others.slice(0, NAMED).map(({ message: { line, column }, file }) => {
    const place = [line, column].filter((part) => part !== undefined).join(':');
    return file.path === first.file.path ? place : [file.path, place].filter(Boolean).join(':');
  });
  const rest = others.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${rest} more ${rest === 1 ? 'place' : 'places'}`;
  return [named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' and ');
}
