import type { Nodes, Root, RootContent } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { eventLoopYielder } from '../model/yield-to-event-loop.ts';
import type { GenerationalCache } from '../model/generational-cache.ts';
import { walk } from '../model/walk.ts';
import { chunkSource, type Chunk, type ChunkLengths } from './chunk-source.ts';
import { joinLists } from './join-lists.ts';
import { withQuickEdits } from './quick-edits.ts';
import { loadSyntaxes, type AddedSyntax, type Syntaxes } from './syntax.ts';

interface Labels {
  links: Set<string>;
  footnotes: Set<string>;
}

export interface ParseOptions extends ChunkLengths {
  /** Pieces that were parsed before. */
  cache?: GenerationalCache<Root> | undefined;
  /** Syntax that plugins add. */
  added?: AddedSyntax | undefined;
}

/** Where nothing is kept of pieces, short ones are parsed together. */
const SHORT = 800;

/**
 * Parses Markdown piece by piece; the tree equals the one that parsing the whole would give. Syntax of plugins that is not
 * known to bear that is parsed as a whole.
 *
 * Pieces do not see each other's definitions, so a piece that may refer to one standing elsewhere is parsed once more
 * with those labels known.
 *
 * @param source - Markdown without front matter.
 * @param start - where `source` begins in its file: positions in the tree are those of the file.
 */
export async function parseSource(
  source: string,
  start: { line: number; offset: number },
  { cache, long, short = cache ? 0 : SHORT, added }: ParseOptions = {},
): Promise<Root> {
  const syntaxes = await loadSyntaxes(source, added);
  const parse = (chunk: Chunk, known?: Labels): Root => {
    if (!cache) return parsePiece(chunk, syntaxes, known);
    const labels = known ? [...known.links, '', ...known.footnotes] : [];
    const key = known || added ? `${added?.key ?? ''}\0${labels.join('\n')}\0${chunk.text}` : chunk.text;
    const kept = cache.read(key);
    const tree = kept ?? parsePiece(chunk, syntaxes, known);
    if (!kept) cache.write(key, tree);
    return tree;
  };
  const yieldToEventLoop = eventLoopYielder();
  const chunks = added?.whole ? [wholeOf(source)] : chunkSource(source, { long, short });
  const parsed: Root[] = [];
  for (const chunk of chunks) {
    parsed.push(parse(chunk));
    await yieldToEventLoop();
  }
  const labels = parsed.map(definedLabels);
  const all = union(labels);
  const heads = new Set([...all.links, ...all.footnotes].map(labelHead));
  const children: RootContent[] = [];
  chunks.forEach((chunk, index) => {
    const own = labels[index] ?? union([]);
    const again = (definesMore(all, own) || definesInside(chunk.text, own)) && mayReferTo(chunk.text, heads);
    const tree = again ? parse(chunk, all) : parsed[index];
    if (!tree) return;
    shiftPositions(tree, chunk, start);
    if (chunk.item !== 'no') joinLists(children, tree.children, { chunk, source, start: start.offset });
    for (const child of tree.children) children.push(child);
  });
  return { type: 'root', children };
}

function wholeOf(text: string): Chunk {
  return { text, offset: 0, line: 1, item: 'no' };
}

function parsePiece({ text }: Chunk, syntaxes: Syntaxes, known?: Labels): Root {
  const parser = syntaxes.for(text, known);
  return withQuickEdits(() => parser.parse(text));
}

function definedLabels(tree: Root): Labels {
  const labels = union([]);
  walk(tree, (node: Nodes) => {
    if (node.type === 'definition') labels.links.add(normalizeIdentifier(node.identifier));
    else if (node.type === 'footnoteDefinition') labels.footnotes.add(normalizeIdentifier(node.identifier));
  });
  return labels;
}

function union(sets: Labels[]): Labels {
  const all: Labels = { links: new Set(), footnotes: new Set() };
  for (const { links, footnotes } of sets) {
    for (const label of links) all.links.add(label);
    for (const label of footnotes) all.footnotes.add(label);
  }
  return all;
}

function definesMore(all: Labels, own: Labels): boolean {
  return all.links.size > own.links.size || all.footnotes.size > own.footnotes.size;
}

/** Whether a container may define a label: micromark reads what is inside one last, and knows such labels above only if they are passed on. */
function definesInside(text: string, own: Labels): boolean {
  return (own.links.size > 0 || own.footnotes.size > 0) && text.includes(':::');
}

const REFERENCE_HEADS = /\[\^?[\s>]*([^\s\][\\>]*)/g;

function labelHead(label: string): string {
  return /^[^\s\][\\>]*/.exec(label)?.[0] ?? '';
}

/** Errs on the side of yes: only the first word behind a bracket is compared. */
function mayReferTo(text: string, heads: Set<string>): boolean {
  for (const match of text.matchAll(REFERENCE_HEADS)) {
    if (heads.has(normalizeIdentifier(match[1] ?? ''))) return true;
  }
  return false;
}

function shiftPositions(tree: Root, chunk: Chunk, start: { line: number; offset: number }): void {
  const lines = chunk.line - 1 + start.line - 1;
  const offset = chunk.offset + start.offset;
  if (lines === 0 && offset === 0) return;
  walk(tree, (node: Nodes) => {
    if (!node.position) return;
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines;
      point.offset = (point.offset ?? 0) + offset;
    }
  });
}
