import type { ElementContent } from 'hast';
import type { Nodes, Root, RootContent } from 'mdast';
import type { Origin } from '../markdown/slide-node.ts';
import type { SlideFacts } from '../model/hast-data.ts';
import { createGenerationalCache, type GenerationalCache } from '../model/generational-cache.ts';

/** What compiling a deck leaves to the next time. */
export interface CompileMemory {
  chunks: GenerationalCache<Root>;
  contents: GenerationalCache<MadeContent>;
}

/** What became of the nodes of a slide. */
interface MadeContent {
  content: ElementContent[];
  facts: SlideFacts;
}

export function createCompileMemory(): CompileMemory {
  return { chunks: createGenerationalCache(), contents: createGenerationalCache() };
}

/** Files may change without the text; places of links and slots are told in messages. */
const CHANGEABLE = /file=|\]\(#|href=|:::/;

/**
 * What the content of nodes follows from, as far as it is their text; `undefined` where there is more to it.
 *
 * @param deck - what holds for all slides of the deck.
 */
export function contentKey(
  children: readonly RootContent[],
  { id, origin, facts }: { id: string; origin: Origin; facts: SlideFacts },
  deck: string,
): string | undefined {
  const text = children.map(({ position }) => sourceOf(origin, position)).join('\n');
  if (children.length === 0 || children.some(({ position }) => !position)) return undefined;
  if (CHANGEABLE.test(text)) return undefined;
  return [deck, definitionsKey(origin), id, JSON.stringify(facts), text].join('\0');
}

function sourceOf({ file }: Pick<Origin, 'file'>, position: Nodes['position']): string {
  return String(file.value).slice(position?.start.offset, position?.end.offset);
}

const keys = new WeakMap<Origin['definitions'], string>();

function definitionsKey({ definitions, file }: Origin): string {
  const known = keys.get(definitions);
  if (known !== undefined) return known;
  const all = [...definitions.links.values(), ...definitions.footnotes.values()];
  const key = all.map(({ position }) => sourceOf({ file }, position)).join('\n');
  keys.set(definitions, key);
  return key;
}
