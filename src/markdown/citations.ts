import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Plugin } from 'unified';
import type { Position } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { CitationNode, WrittenCite } from '../model/citation.ts';
import { warn } from '../model/messages.ts';
import { createPartLocator, type PartLocator } from './part-locator.ts';

/** Keys begin with a letter, a digit or `_`, and end with one; a key in braces is anything. */
const KEY = String.raw`(?:\{[^{}\s]+\}|[\p{L}\p{N}_]+(?:[:.#$%&+?<>~/-]+[\p{L}\p{N}_]+)*)`;
/** Text before a key that makes it part of an address. */
const BEFORE = String.raw`(?<![\p{L}\p{N}_.@/])`;
/** Brackets, or a key with the brackets behind it. */
const CANDIDATE = new RegExp(String.raw`\[([^[\]]*)\]|${BEFORE}@(${KEY})(?:[ \u00A0]?\[([^[\]]+)\])?`, 'gu');
const ONE = new RegExp(String.raw`^(.*?)(-?)${BEFORE}@(${KEY})(.*)$`, 'su');

export interface CitationsOptions {
  /** The deck has a bibliography; without one, `@name` is a name. */
  enabled: boolean;
}

/** Finds citations: `[@key, p. 3]`, `@key` and `[see @one; also @two]`. Code, addresses and links keep what looks like one. */
export const citations: Plugin<[CitationsOptions], Root> = ({ enabled }) => {
  return (tree, file) => {
    if (!String(file).includes('@')) return;
    visit(tree as Nodes, (node) => {
      if (enabled && 'children' in node) joinBrackets(node);
    });
    visit(tree as Nodes, (node, index, parent) => {
      if (node.type === 'link' || node.type === 'linkReference') return SKIP;
      if (node.type !== 'text' || !node.value.includes('@') || !parent || index === undefined) return undefined;
      const locator = createPartLocator(node, parent.position, String(file));
      const found = citationsIn(node.value, locator);
      if (!enabled) for (const one of found) reportLoose(one, file);
      if (!enabled || found.length === 0) return undefined;
      const nodes = partsOf(node, found, locator);
      (parent as Parents).children.splice(index, 1, ...(nodes as never[]));
      return index + nodes.length;
    });
  };
};

/** Makes one text of brackets that cite and hold emphasis, as in `[see *also* @key]`: a citation is plain text. */
function joinBrackets(parent: Parents): void {
  const { children } = parent;
  for (let start = 0; start < children.length; start += 1) {
    const first = children[start];
    if (first?.type !== 'text' || first.value.lastIndexOf('[') <= first.value.lastIndexOf(']')) continue;
    const length = children
      .slice(start + 1)
      .findIndex((node) => node.type !== 'emphasis' && node.type !== 'strong' && !isInside(node));
    const last = length === -1 ? undefined : children[start + 1 + length];
    if (length < 1 || last?.type !== 'text' || !/^[^[]*\]/.test(last.value)) continue;
    const joined = children.slice(start, start + 2 + length);
    const value = joined.map((node) => toString(node)).join('');
    const inside = value.slice(value.lastIndexOf('[', first.value.length - 1));
    if (!ONE.test(inside.slice(1, inside.indexOf(']')))) continue;
    const position = first.position && last.position && { start: first.position.start, end: last.position.end };
    const text: Text = { type: 'text', value, ...(position && { position }) };
    children.splice(start, joined.length, text as never);
  }
}

/** A text that neither opens nor closes brackets. */
function isInside(node: Nodes): boolean {
  return node.type === 'text' && !/[[\]]/.test(node.value);
}

/** A citation in a text, and where. */
interface Found {
  from: number;
  to: number;
  written: string;
  narrative: boolean;
  cites: WrittenCite[];
}

/** Tells of a citation that the audience would read as it is written. */
function reportLoose({ narrative, written, cites }: Found, file: VFile): void {
  // Names of people look the same.
  if (narrative) return;
  const reason = `Citation “${written}” is shown as text, since the deck has no bibliography; add “bibliography: refs.bib” to the front matter`;
  warn(file, reason, { place: cites[0]?.position, ruleId: 'citation-bibliography' });
}

function citationsIn(text: string, { place, isEscaped }: PartLocator): Found[] {
  const found: Found[] = [];
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const { index: from } = match;
    const [written, inside, key, behind] = match;
    let to = from + written.length;
    if (key === undefined) {
      const cites =
        inside?.includes('@') && !isEscaped(from) ? citesIn(inside, from + 1, { place, isEscaped }) : undefined;
      if (cites) found.push({ from, to, written, narrative: false, cites });
      continue;
    }
    // Brackets that cite are a citation of their own.
    const own = behind !== undefined && !behind.includes('@');
    if (!own) to = from + 1 + key.length;
    CANDIDATE.lastIndex = to;
    if (isEscaped(from)) continue;
    const cites = [citeOf({ key, rest: own ? behind : '' }, place(from, from + 1 + key.length))];
    found.push({ from, to, written, narrative: true, cites });
  }
  return found;
}

function citeOf(
  { key, prefix = '', rest = '', withoutAuthor = false }: Partial<WrittenCite> & { key: string },
  position: Position | undefined,
): WrittenCite {
  const bare = key.startsWith('{') ? key.slice(1, -1) : key;
  const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ');
  return { key: bare, prefix: spaced(prefix).trim(), rest: spaced(rest).trimEnd(), withoutAuthor, position };
}

/** Reads what is in brackets; each part has to cite. */
function citesIn(inside: string, start: number, { place, isEscaped }: PartLocator): WrittenCite[] | undefined {
  let from = start;
  const cites: WrittenCite[] = [];
  for (const part of inside.split(';')) {
    const [, prefix = '', minus = '', key = '', rest = ''] = ONE.exec(part) ?? [];
    const at = from + prefix.length + minus.length;
    const last = cites.at(-1);
    if (isEscaped(at) || (key === '' && !last)) return undefined;
    // A part without a key belongs to the entry before it.
    if (key === '' && last) last.rest = `${last.rest};${part.trimEnd()}`;
    else cites.push(citeOf({ key, prefix, rest, withoutAuthor: minus === '-' }, place(at, at + 1 + key.length)));
    from += part.length + 1;
  }
  return cites;
}

function partsOf({ value }: Text, found: readonly Found[], { place }: PartLocator): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let done = 0;
  const textNode = (from: number, to: number): Text => {
    const position = place(from, to);
    return { type: 'text', value: value.slice(from, to), ...(position && { position }) };
  };
  for (const { from, to, narrative, cites } of found) {
    if (from > done) parts.push(textNode(done, from));
    const written = textNode(from, to);
    const { position } = written;
    const citation: CitationNode = { type: 'citation', narrative, cites, written: written.value, children: [written] };
    parts.push(position ? { ...citation, position } : citation);
    done = to;
  }
  if (done < value.length) parts.push(textNode(done, value.length));
  return parts;
}
