import type { Heading, Root, RootContent } from 'mdast';
import { isUnseen } from '../markdown/unseen.ts';
import type { DialectSource, SourceRange } from '../model/dialect.ts';

/** A slide of another tool: its range without what separates it from others, and the blocks in it. */
export interface DialectSlide extends SourceRange {
  nodes: RootContent[];
  settings: SlideSettings;
}

/** Settings that a slide gets in Lectern. */
export interface SlideSettings {
  id?: string;
  classes: Set<string>;
  values: Map<string, string | true>;
}

export function noSettings(): SlideSettings {
  return { classes: new Set(), values: new Map() };
}

/** Cuts the blocks of a tree into slides at those that separate them. @param end - of the text that the tree is made of. */
export function slidesOf(
  tree: Root,
  { start, end }: SourceRange,
  separates: (node: RootContent) => boolean,
): DialectSlide[] {
  const slides: DialectSlide[] = [];
  let slide: DialectSlide = { start, end, nodes: [], settings: noSettings() };
  for (const node of tree.children) {
    if (!separates(node)) {
      slide.nodes.push(node);
      continue;
    }
    const range = rangeOf(node);
    slides.push({ ...slide, end: range.start });
    slide = { start: range.end, end, nodes: [], settings: noSettings() };
  }
  return [...slides, slide];
}

/** Draws the rules that separate no slides. */
export function keepRules(nodes: readonly RootContent[], source: Pick<DialectSource, 'replace'>): void {
  for (const node of nodes) if (node.type === 'thematicBreak') source.replace(rangeOf(node), '<hr>');
}

/** Returns the offsets of a node. */
export function rangeOf({ position }: Pick<RootContent, 'position'>): SourceRange {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/**
 * Writes settings of a slide after its heading if that is its first block, and else as `::slide{…}` before its blocks. A slide
 * without blocks gets `::slide` alone: nothing between two rules would be no slide.
 */
export function writeSettings(slide: DialectSlide, source: Pick<DialectSource, 'insert' | 'text'>): void {
  const braces = settingsText(slide.settings);
  const first = slide.nodes.find((node) => !isUnseen(node));
  if (braces === '' && first) return;
  if (first?.type === 'heading') {
    source.insert(headingEnd(first, source.text), ` ${braces}`);
    return;
  }
  const text = source.text.slice(slide.start, slide.end);
  const blank = /^\s*\n/.exec(text)?.[0].length ?? 0;
  const before = slide.start === 0 || blank > 0 ? '' : '\n';
  source.insert(slide.start + blank, `${before}::slide${braces}\n\n`);
}

/** Returns where the text of a heading ends. */
export function headingEnd(heading: Heading, text: string): number {
  const last = heading.children.at(-1);
  if (last) return rangeOf(last).end;
  const { start, end } = rangeOf(heading);
  return start + (/^#+/.exec(text.slice(start, end))?.[0].length ?? 0);
}

/** Writes settings in braces, as in `{#id .class layout=center}`; empty for none. */
export function settingsText({ id, classes, values }: SlideSettings): string {
  const parts = [
    ...(id ? [`#${id}`] : []),
    ...[...classes].map((name) => `.${name}`),
    ...[...values].map(([key, value]) => (value === true ? key : `${key}=${quoted(value)}`)),
  ];
  return parts.length > 0 ? `{${parts.join(' ')}}` : '';
}

/** Quotes the value of an attribute if it needs quotes. */
export function quoted(value: string): string {
  if (/^[\w.#%/-]+$/.test(value)) return value;
  const line = value.replace(/\s+/g, ' ').trim();
  return line.includes('"') ? `'${line.replaceAll("'", '’')}'` : `"${line}"`;
}
