import type { Run } from './planned.ts';
import type { Candidate } from './slide.ts';

/** The cost of a slide: the higher, the fewer slides are worth it. Below the least, slides would say nothing but remarks by the way. */
const [LEAST, MOST] = [0.3, 5];
/** The same look twice in a row tires. */
const REPEATED = 0.45;

/** Chooses for each run the offers that cover it whole, in order, and say most; about as many in all as wanted. */
export function choose(runs: readonly Run[], wanted: number): ReadonlyMap<Run, readonly Candidate[]> {
  let [low, high] = [LEAST, MOST];
  let best = cover(runs, 0.9);
  let distance = Math.abs(count(best) - wanted);
  for (let round = 0; round < 12 && distance > 0; round += 1) {
    const cost = (low + high) / 2;
    const tried = cover(runs, cost);
    const found = count(tried);
    if (Math.abs(found - wanted) < distance) [best, distance] = [tried, Math.abs(found - wanted)];
    if (found > wanted) low = cost;
    else high = cost;
  }
  return best;
}

type Cover = ReadonlyMap<Run, readonly Candidate[]>;

function count(cover: Cover): number {
  return [...cover.values()].reduce((sum, list) => sum + list.length, 0);
}

function cover(runs: readonly Run[], cost: number): Cover {
  return new Map(runs.map((run) => [run, coverRun(run, cost)]));
}

interface Path {
  score: number;
  candidate: Candidate;
  before: Path | undefined;
}

/** Returns the look that an audience takes for the same kind of slide. */
function lookOf({ content: { layout, body } }: Candidate): string {
  return layout ?? (body.kind === 'items' ? body.as : body.kind);
}

/** The best way to each place, for each look of the slide that ends there. */
function coverRun({ sentences, candidates }: Run, cost: number): Candidate[] {
  const ends: Map<string, Path>[] = sentences.map(() => new Map());
  for (const candidate of candidates.toSorted((a, b) => a.from - b.from)) {
    const ways = candidate.from === 0 ? [undefined] : [...(ends[candidate.from - 1]?.values() ?? [])];
    const place = ends[candidate.to - 1];
    const look = lookOf(candidate);
    for (const before of ways) {
      const isRepeated = before !== undefined && lookOf(before.candidate) === look;
      const score = (before?.score ?? 0) + candidate.score - cost - (isRepeated ? REPEATED : 0);
      const known = place?.get(look);
      if (!known || score > known.score) place?.set(look, { score, candidate, before });
    }
  }
  const best = [...(ends.at(-1)?.values() ?? [])].toSorted((a, b) => b.score - a.score)[0];
  const list: Candidate[] = [];
  for (let path = best; path; path = path.before) list.unshift(path.candidate);
  return list;
}
