import { stat } from 'node:fs/promises';
import { readPlainText } from '../files/plain-file.ts';
import { LecternError } from '../model/errors.ts';
import { readReport } from './json-report.ts';

/** One share of the work, counted from 1. */
export interface Shard {
  index: number;
  count: number;
}

/**
 * Reads a shard such as `2/5`.
 *
 * @throws LecternError `USAGE`
 */
export function readShard(text: string): Shard {
  const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text)?.map(Number) ?? [];
  if (index !== undefined && count !== undefined && index <= count) return { index, count };
  throw new LecternError('USAGE', `--shard is “${text}”, expected a shard such as 2/5`, {
    advice: 'Write the number of the shard and the number of shards: --shard 1/5 to --shard 5/5.',
  });
}

/**
 * Returns the decks to work on: all, or those of its shard.
 *
 * @param report - the report with the build times of decks; without one, sizes count.
 * @throws LecternError `USAGE`
 */
export async function decksOf(
  all: readonly string[],
  shard: Shard | undefined,
  report: string | undefined,
): Promise<string[]> {
  return shard ? inShard(all, shard, await costsOf(all, report)) : [...all];
}

/**
 * Returns the decks of a shard: the costliest first, each goes to the shard with the least work. The same decks and
 * costs give the same shards, in whatever order they are named.
 */
export function inShard(
  decks: readonly string[],
  { index, count }: Shard,
  costs: ReadonlyMap<string, number>,
): string[] {
  const loads = Array.from({ length: count }, () => 0);
  const chosen = new Set<string>();
  const cost = (deck: string): number => costs.get(deck) ?? 0;
  // A deck costs something even where nothing is known of it.
  const least = Math.max(1e-9, ...costs.values()) / 100;
  for (const deck of decks.toSorted((a, b) => cost(b) - cost(a) || (a < b ? -1 : 1))) {
    const share = loads.indexOf(Math.min(...loads));
    loads[share] = (loads[share] ?? 0) + cost(deck) + least;
    if (share === index - 1) chosen.add(deck);
  }
  return decks.filter((deck) => chosen.has(deck));
}

/**
 * Estimates the cost of decks: their sizes, or the seconds they took by an earlier report; decks that are not in it
 * cost what is usual there for their size.
 *
 * @throws LecternError `USAGE` where the report is not a build report
 */
async function costsOf(decks: readonly string[], report: string | undefined): Promise<Map<string, number>> {
  const sizes = await Promise.all(
    decks.map(async (deck) => [deck, (await stat(deck).catch(() => undefined))?.size ?? 0] as const),
  );
  if (report === undefined) return new Map(sizes);
  const seconds = new Map(readReport(await readText(report), report).decks.map(({ deck, seconds }) => [deck, seconds]));
  const known = sizes.filter(([deck]) => seconds.has(deck));
  const total = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);
  const rate = total(known.map(([deck]) => seconds.get(deck) ?? 0)) / Math.max(1, total(known.map(([, size]) => size)));
  return new Map(sizes.map(([deck, size]) => [deck, seconds.get(deck) ?? size * (rate || 1)]));
}

async function readText(file: string): Promise<string> {
  try {
    return await readPlainText(file);
  } catch (cause) {
    throw new LecternError('USAGE', `cannot read ${file}, which --costs names`, {
      advice: 'Name a report that “lectern build --json” or “lectern report --json” has written.',
      cause,
    });
  }
}
