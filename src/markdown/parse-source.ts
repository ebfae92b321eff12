import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown, type Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { visit } from 'unist-util-visit';
import { cutSource, type Piece } from './cut-source.ts';
import { knownDefinitions } from './known-definitions.ts';

/** Syntax extensions, as remark plugins leave them in `processor.data()`. */
export interface Syntax {
  micromarkExtensions: Extension[];
  fromMarkdownExtensions: (FromMarkdownExtension | FromMarkdownExtension[])[];
}

interface Labels {
  links: Set<string>;
  footnotes: Set<string>;
}

/**
 * Parses Markdown piece by piece; the tree equals the one that parsing the whole would give.
 *
 * Pieces do not see each other's definitions, so a piece that may refer to one standing elsewhere is parsed once more
 * with those labels known.
 *
 * @param source - Markdown without front matter.
 * @param start - where `source` begins in its file: positions in the tree are those of the file.
 */
export function parseSource(source: string, syntax: Syntax, start: { line: number; offset: number }): Root {
  const pieces = cutSource(source);
  const parsed = pieces.map((piece) => parsePiece(piece, syntax));
  const labels = parsed.map(definedLabels);
  const all = union(labels);
  const heads = new Set([...all.links, ...all.footnotes].map(labelHead));
  const children: RootContent[] = [];
  pieces.forEach((piece, index) => {
    const own = labels[index] ?? union([]);
    const again = definesMore(all, own) && mayReferTo(piece.text, heads);
    const tree = again ? parsePiece(piece, syntax, all) : parsed[index];
    if (!tree) return;
    shiftPositions(tree, piece, start);
    children.push(...tree.children);
  });
  return { type: 'root', children };
}

function parsePiece(piece: Piece, syntax: Syntax, known?: Labels): Root {
  const extensions = known
    ? [...syntax.micromarkExtensions, knownDefinitions(known)]
    : syntax.micromarkExtensions;
  return fromMarkdown(piece.text, { extensions, mdastExtensions: syntax.fromMarkdownExtensions });
}

function definedLabels(tree: Root): Labels {
  const labels = union([]);
  visit(tree, (node) => {
    if (node.type === 'definition') labels.links.add(normalizeIdentifier(node.identifier));
    if (node.type === 'footnoteDefinition') labels.footnotes.add(normalizeIdentifier(node.identifier));
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

function shiftPositions(tree: Root, piece: Piece, start: { line: number; offset: number }): void {
  const lines = piece.line - 1 + start.line - 1;
  const offset = piece.offset + start.offset;
  if (lines === 0 && offset === 0) return;
  visit(tree, (node: Nodes) => {
    if (!node.position) return;
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines;
      point.offset = (point.offset ?? 0) + offset;
    }
  });
}
