/** Something that takes room along a line. */
export interface Spreadable {
  /** Its middle, in px. */
  at: number;
  size: number;
}

/**
 * Moves things along a line apart that would overlap, each as little as possible. Their order stays.
 *
 * @returns their middles, in the order given.
 */
export function spread(things: readonly Spreadable[], least: number, most: number): number[] {
  const order = things.map((_, index) => index).toSorted((one, other) => at(things, one) - at(things, other));
  /** Neighbours that touch move as one. */
  const groups: { members: number[]; size: number; start: number }[] = [];
  for (const index of order) {
    const size = things[index]?.size ?? 0;
    groups.push({ members: [index], size, start: inside(at(things, index) - size / 2, size, least, most) });
    for (
      let last = groups.at(-1), before = groups.at(-2);
      last && before;
      last = groups.at(-1), before = groups.at(-2)
    ) {
      if (before.start + before.size <= last.start + 1e-6) break;
      const members = [...before.members, ...last.members];
      const size = before.size + last.size;
      groups.splice(-2, 2, { members, size, start: inside(middleStart(things, members), size, least, most) });
    }
  }
  const middles: number[] = things.map(({ at: middle }) => middle);
  for (const { members, start } of groups) {
    let next = start;
    for (const index of members) {
      const size = things[index]?.size ?? 0;
      middles[index] = next + size / 2;
      next += size;
    }
  }
  return middles;
}

function at(things: readonly Spreadable[], index: number): number {
  return things[index]?.at ?? 0;
}

function inside(start: number, size: number, least: number, most: number): number {
  return Math.max(least, Math.min(start, most - size));
}

/** Returns where a group begins so that its members move as little as possible on average. */
function middleStart(things: readonly Spreadable[], members: readonly number[]): number {
  let [before, sum] = [0, 0];
  for (const index of members) {
    const { at: middle, size } = things[index] ?? { at: 0, size: 0 };
    sum += middle - (before + size / 2);
    before += size;
  }
  return sum / members.length;
}
