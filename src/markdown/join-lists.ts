import type { List, RootContent } from 'mdast';
import type { Chunk } from './chunk-source.ts';

interface Cut {
  /** The piece that begins at the cut. */
  chunk: Chunk;
  /** The whole source. */
  source: string;
  /** Offset of the source in its file: positions are those of the file. */
  start: number;
}

/** Joins a list that was cut between two items: what begins below goes to the list that ends above. */
export function joinLists(above: RootContent[], below: RootContent[], { chunk, source, start }: Cut): void {
  const [last, first] = [above.at(-1), below[0]];
  if (last?.type !== 'list' || first?.type !== 'list') return;
  const markers = [last, first].map((list) => markerOf(list, source, start));
  if (markers[0] !== markers[1]) return;
  for (const item of first.children) last.children.push(item);
  last.spread = Boolean(last.spread) || Boolean(first.spread) || chunk.item === 'behind a blank line';
  if (last.position && first.position) last.position.end = first.position.end;
  below.shift();
}

/** The sign that all items of a list have. */
function markerOf(list: List, source: string, start: number): string {
  const at = (list.position?.start.offset ?? 0) - start;
  return /[-*+]|[.)]/.exec(source.slice(at, at + 16))?.[0] ?? '';
}
