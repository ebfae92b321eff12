import type { Citation, Cite } from './citation.ts';
import type { CitePosition } from './context.ts';

/** Where a cite is among those of its entry. */
export interface CitePlace {
  position: CitePosition;
  nearNote: boolean;
}

/** Citations in notes that count as near, where a style does not say. */
const NEAR = 5;

/** Finds the places of all cites, in the order of the deck. @param nearDistance - as `near-note-distance` says */
export function citePlaces(citations: readonly Citation[], nearDistance: number = NEAR): ReadonlyMap<Cite, CitePlace> {
  const places = new Map<Cite, CitePlace>();
  const last = new Map<string, number>();
  for (const [index, { cites }] of citations.entries()) {
    for (const [at, cite] of cites.entries()) {
      const before = at > 0 ? cites[at - 1] : onlyCite(citations[index - 1]);
      const seen = last.get(cite.key);
      const nearNote = seen !== undefined && index - seen <= nearDistance;
      places.set(cite, { position: seen === undefined ? 'first' : again(cite, before), nearNote });
      last.set(cite.key, index);
    }
  }
  return places;
}

function onlyCite(citation: Citation | undefined): Cite | undefined {
  return citation?.cites.length === 1 ? citation.cites[0] : undefined;
}

function again(cite: Cite, before: Cite | undefined): CitePosition {
  if (before?.key !== cite.key || (before.locator !== '' && cite.locator === '')) return 'subsequent';
  return cite.locator === before.locator && cite.label === before.label ? 'ibid' : 'ibid-with-locator';
}
