import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

/** Where to remove how many, and what to put there. */
type Edit<T> = [at: number, remove: number, add: T[]];

/**
 * Applies edits to a list without copying what comes before the first of them.
 *
 * @param edits - no two at the same place.
 */
export function applyEdits<T>(list: T[], edits: Edit<T>[]): void {
  const sorted = edits.toSorted(([one], [other]) => one - other);
  const start = sorted[0]?.[0] ?? list.length;
  const tail = list.splice(start);
  let taken = 0;
  const copy = (end: number): void => {
    for (const item of tail.slice(taken, end)) list.push(item);
    taken = Math.max(taken, end);
  };
  for (const [at, remove, add] of sorted) {
    copy(at - start);
    for (const item of add) list.push(item);
    taken = Math.max(taken, at - start + remove);
  }
  copy(tail.length);
}

/**
 * Runs a parser whose edits are applied that way. micromark edits the last few events wherever a nested list, a quote or a
 * footnote ends, and copies all events of the text each time: its time grows with the square of the text.
 *
 * @param parse - runs at once, so that nobody else in this process meets the changed micromark.
 */
export function withQuickEdits<T>(parse: () => T): T {
  const { consume } = EditMap.prototype;
  EditMap.prototype.consume = consumeQuickly;
  try {
    return parse();
  } finally {
    EditMap.prototype.consume = consume;
  }
}

function consumeQuickly(this: EditMap, events: Event[]): undefined {
  applyEdits(events, this.map);
  this.map.length = 0;
  this.index.clear();
}
