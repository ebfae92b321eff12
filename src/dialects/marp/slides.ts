import type { Heading, Nodes, RootContent } from 'mdast';
import type { DialectSource } from '../../model/dialect.ts';
import { walk } from '../../model/walk.ts';
import { commentsIn, type Comment } from '../comments.ts';
import { noSettings, rangeOf, slidesOf, type DialectSlide } from '../slides.ts';
import { hasDirectives, isGlobal, readDirectives } from './directives.ts';

/** A slide of Marp: the directives that are written on it, and its notes. */
export interface MarpSlide extends DialectSlide {
  directives: Map<string, unknown>[];
  notes: MarpComment[];
  /** Blocks that are taken off. */
  gone: Set<RootContent>;
  /** A block that is put at the end, behind settings. */
  slot?: string;
}

interface MarpComment extends Comment {
  /** It is in a line of its own, where notes can be. */
  isBlock: boolean;
}

/** Cuts a deck into slides, and reads their comments. Directives are taken off the text. */
export function marpSlides(source: DialectSource, divider: readonly number[]): MarpSlide[] {
  const range = { start: source.front.bodyStart, end: source.text.length };
  const tree = source.parse(range);
  const ruled = slidesOf(tree, range, ({ type }) => type === 'thematicBreak');
  const slides = ruled
    .flatMap((slide) => dividedAt(slide, divider))
    .map((slide): MarpSlide => Object.assign(slide, { directives: [], notes: [], gone: new Set<RootContent>() }));
  for (const slide of slides) for (const node of slide.nodes) readComments(node, slide, source);
  return slides;
}

/** Cuts a slide before headings of some depths. */
function dividedAt(slide: DialectSlide, divider: readonly number[]): DialectSlide[] {
  if (divider.length === 0) return [slide];
  const starts = slide.nodes.flatMap((node, index) => (index > 0 && isDivider(node, divider) ? [index] : []));
  const edges = [0, ...starts, slide.nodes.length];
  return edges.slice(1).map((edge, part): DialectSlide => {
    const nodes = slide.nodes.slice(edges[part], edge);
    const next = slide.nodes[edge];
    const first = nodes[0];
    return {
      start: part === 0 || !first ? slide.start : rangeOf(first).start,
      end: next ? rangeOf(next).start : slide.end,
      nodes,
      settings: noSettings(),
    };
  });
}

function isDivider(node: RootContent, divider: readonly number[]): node is Heading {
  return node.type === 'heading' && divider.includes(node.depth);
}

/** Returns directives of the deck that are in comments. */
export function globalDirectives(source: DialectSource): Map<string, unknown> {
  const found = new Map<string, unknown>();
  if (!/headingDivider|theme|size|style|math/.test(source.text)) return found;
  walk<Nodes>(source.parse(), (node) => {
    if (node.type !== 'html' || !node.value.startsWith('<!--')) return;
    for (const { text } of commentsIn(node.value, { start: 0, end: node.value.length })) {
      for (const [key, value] of readDirectives(text)) if (isGlobal(key)) found.set(key.replace('$', ''), value);
    }
  });
  return found;
}

/** Comments for other programs. */
const MAGIC = /^\s*(?:fit|prettier-ignore|markdownlint-|lint |textlint-|cspell|vale |TOC\b|\/?TOC)/i;

function readComments(node: RootContent, slide: MarpSlide, source: DialectSource): void {
  walk<Nodes>(node, (inner) => {
    if (inner.type !== 'html' || !inner.value.startsWith('<!--')) return;
    const isBlock = inner === node;
    for (const comment of commentsIn(source.text, rangeOf(inner))) readComment(comment, isBlock, { slide, source });
  });
}

function readComment(
  comment: Comment,
  isBlock: boolean,
  { slide, source }: { slide: MarpSlide; source: DialectSource },
): void {
  const { text } = comment;
  if (MAGIC.test(text)) return;
  const found = readDirectives(text);
  if (!hasDirectives(found)) {
    if (text.trim() !== '') slide.notes.push({ ...comment, isBlock });
    return;
  }
  slide.directives.push(found);
  source.remove(isBlock ? wholeLine(source.text, comment) : comment);
}

/** Returns a range with the end of its line, where nothing else is on the line. */
export function wholeLine(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(lineStart, start).trim() !== '') return { start, end };
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 1000));
  return rest ? { start: lineStart, end: end + rest[0].length } : { start, end };
}
