import type { Root as HastRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';
import { createGenerationalCache, type GenerationalCache } from '../model/generational-cache.ts';
import { walk } from '../model/walk.ts';
import type { ContentSource, MadeContent } from './to-content.ts';

/** Results that one compilation leaves to the next. */
export interface CompileMemory {
  /** Of Markdown, by its text. */
  chunks: GenerationalCache<Root>;
  /** Of slides and notes, by everything that it is made of. */
  contents: GenerationalCache<KeptContent>;
}

interface KeptContent extends MadeContent {
  /** Where the nodes began. */
  start: Point;
}

/** Creates an empty memory. */
export function createCompileMemory(): CompileMemory {
  return { chunks: createGenerationalCache(), contents: createGenerationalCache() };
}

/**
 * Makes content, or takes what was made of the same before. Only pure content is kept: what takes ids, files or drawings
 * from the deck, or has messages, is made again.
 *
 * @param front - what holds for all slides of the deck.
 * @param byTree - the same text may have become other nodes.
 */
export async function remembered(
  source: ContentSource,
  make: () => Promise<MadeContent>,
  { memory, front, byTree = false }: { memory: CompileMemory | undefined; front: string; byTree?: boolean },
): Promise<MadeContent> {
  const start = source.children.find(({ position }) => position)?.position?.start;
  const key = memory && start && (byTree ? treeKey(source, start) : contentKey(source));
  if (!memory || !start || key === undefined) return make();
  const whole = `${front}\0${key}`;
  const known = memory.contents.read(whole);
  if (known) return { content: moved(known, start), findings: known.findings };
  const made = await make();
  if (made.findings.pure) memory.contents.write(whole, { ...made, start });
  return made;
}

/** Returns a key of the sources of pure content; `undefined` where they are not in the text. */
function contentKey({ children, definitions, file, id, facts }: ContentSource): string | undefined {
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  if (!first || !last || children.some(({ position }) => !position)) return undefined;
  if (children.some(isImpure)) return undefined;
  // They are elsewhere, and may move on their own.
  if (definitions.some(({ type }) => type === 'footnoteDefinition')) return undefined;
  const text = (position: Nodes['position']): string => textBetween(file.value, position?.start, position?.end);
  const links = definitions.map(({ position }) => text(position));
  const own = textBetween(file.value, first.start, last.end);
  return JSON.stringify([id, facts, first.start.column, own, links, filesIn(children)]);
}

/** The nodes that content is made of, with places counted from where they begin. */
function treeKey({ children, definitions, id, facts }: ContentSource, start: Point): string | undefined {
  if (children.some(isImpure)) return undefined;
  return JSON.stringify([id, facts, start.column, children, definitions], (key, value: unknown) => {
    if (key === 'file') return undefined;
    if (value instanceof Map) return [...value];
    if (!isPoint(value)) return value;
    return [value.line - start.line, value.column, (value.offset ?? 0) - (start.offset ?? 0)];
  });
}

function isPoint(value: unknown): value is Point {
  return typeof value === 'object' && value !== null && 'line' in value && 'column' in value;
}

/** A plugin has made something of it. */
function isImpure(node: Nodes): boolean {
  if (node.data && 'impure' in node.data) return true;
  return 'children' in node && node.children.some(isImpure);
}

function textBetween(value: ContentSource['file']['value'], start: Point | undefined, end: Point | undefined): string {
  return String(value).slice(start?.offset, end?.offset);
}

/** Texts of files that fences show. */
function filesIn(children: ContentSource['children']): unknown[] {
  const found: unknown[] = [];
  for (const child of children) {
    walk<Nodes>(child, (node) => {
      const fence = node.type === 'code' ? node.data?.fence : undefined;
      if (fence?.attributes.values.has('file')) found.push([fence.value, fence.from, fence.problem]);
    });
  }
  return found;
}

/** Content whose positions are those in the text as it is now. */
function moved({ content, start }: KeptContent, now: Point): MadeContent['content'] {
  const lines = now.line - start.line;
  const offset = (now.offset ?? 0) - (start.offset ?? 0);
  if (lines === 0 && offset === 0) return content;
  const root: HastRoot = { type: 'root', children: content };
  walk<HastRoot | HastRoot['children'][number]>(root, ({ position }) => {
    if (!position) return;
    for (const point of [position.start, position.end]) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += offset;
    }
  });
  return content;
}
