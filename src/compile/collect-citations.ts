import type { Nodes } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import type { Origin, SlideNode } from '../markdown/slide-node.ts';
import type { CitationNode } from '../model/citation.ts';
import { walk } from '../model/walk.ts';
import type { SourceSlide } from './deck-source.ts';

/** A citation, and where it is. */
export interface PlacedCitation {
  node: CitationNode;
  origin: Origin;
  /** It is in a footnote, which holds no footnotes itself. */
  inFootnote: boolean;
}

/** Finds the citations of a deck in the order of its slides; those in speaker notes come after all that the audience sees. */
export function collectCitations(slides: readonly SourceSlide[]): PlacedCitation[] {
  const seen = new Set<string>();
  const shown = slides.filter(({ node }) => !isHidden(node));
  const on = (nodes: readonly Nodes[], origin: Origin): PlacedCitation[] =>
    nodes.flatMap((node) => citationsIn(node, origin, { inFootnote: false, seen }));
  return [
    ...shown.flatMap(({ node, origin }) => on(node.children, origin)),
    ...shown.flatMap(({ node, origin }) => on(node.data.notes, origin)),
  ];
}

function isHidden({ data }: SlideNode): boolean {
  return data.attributes.some(({ values }) => values.has('hidden') && values.get('hidden') !== 'false');
}

function citationsIn(
  root: Nodes,
  origin: Origin,
  { inFootnote, seen }: { inFootnote: boolean; seen: Set<string> },
): PlacedCitation[] {
  const found: PlacedCitation[] = [];
  walk(root, (node: Nodes) => {
    if (node.type === 'citation') found.push({ node, origin, inFootnote });
    if (node.type !== 'footnoteReference') return;
    const definition = origin.definitions.footnotes.get(node.identifier);
    const name = `${origin.file.path}\0${node.identifier}`;
    if (!definition || seen.has(name)) return;
    seen.add(name);
    for (const child of definition.children) found.push(...citationsIn(child, origin, { inFootnote: true, seen }));
  });
  return found;
}

/** A place for the list of references. */
export interface PlacedList {
  node: LeafDirective;
  slide: SourceSlide;
}

/** Finds the lists of references that slides show. */
export function collectLists(slides: readonly SourceSlide[]): PlacedList[] {
  const found: PlacedList[] = [];
  for (const slide of slides) {
    for (const child of slide.node.children) {
      walk(child, (node: Nodes) => {
        if (node.type === 'leafDirective' && node.name === 'references') found.push({ node, slide });
      });
    }
  }
  return found;
}

/** Tells whether a file may show a list of references. */
export function mayList(files: readonly VFile[]): boolean {
  return files.some((file) => String(file).includes('::references'));
}
