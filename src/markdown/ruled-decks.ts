import type { Heading, Root, RootContent } from 'mdast';
import { isUnseen } from './unseen.ts';

/** Thematic breaks of a deck whose author ends slides with them, and blocks below a subtitle, at most. */
const [FEWEST, MOST_LINES] = [2, 4];

/**
 * Returns headings that are subtitles: right below the title of their slide, with nothing but lines below them, in a deck
 * where every other heading that starts a slide is behind `---`, since its author ends slides with that.
 */
export function subtitlesIn({ children }: Root): ReadonlySet<RootContent> {
  if (children.filter(({ type }) => type === 'thematicBreak').length < FEWEST) return new Set();
  const seen = children.filter((node) => !isUnseen(node));
  const found = new Set<RootContent>();
  for (const [index, node] of seen.entries()) {
    const before = seen[index - 1];
    if (!startsSlide(node) || !before || opensChunk(before)) continue;
    const above = seen[index - 2];
    const isBelowTitle = isTitle(before) && node.depth === 2 && (!above || opensChunk(above));
    if (!isBelowTitle || !hasOnlyLines(seen, index + 1)) return new Set();
    found.add(node);
  }
  return found;
}

function startsSlide(node: RootContent): node is Heading {
  return node.type === 'heading' && node.depth <= 2;
}

function isTitle(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 1;
}

/** Tells whether a slide begins behind a node in any deck. */
function opensChunk(node: RootContent): boolean {
  return node.type === 'thematicBreak' || (node.type === 'leafDirective' && node.name === 'include');
}

function hasOnlyLines(nodes: readonly RootContent[], start: number): boolean {
  const end = nodes.findIndex(({ type }, index) => index >= start && type === 'thematicBreak');
  const lines = nodes.slice(start, end === -1 ? undefined : end);
  return lines.length <= MOST_LINES && lines.every(({ type }) => type === 'paragraph');
}
