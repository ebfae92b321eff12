import type { Nodes, Paragraph, Root } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import {
  CONTAINER_DIRECTIVES,
  LEAF_DIRECTIVES,
  shownDirective,
  type ContainerName,
  type LeafName,
  type TextName,
} from '../model/directive-names.ts';
import { warn } from '../model/messages.ts';
import { nearestName, spellingOf } from '../model/did-you-mean.ts';
import { THEOREM_KINDS, type TheoremKind } from '../model/lecture-words.ts';
import { CALLOUTS } from '../model/ui-words.ts';
import { walk } from '../model/walk.ts';
import { column, columns } from './columns.ts';
import type { Directive, DirectiveHandler } from './directive.ts';
import { cell, grid } from './grid.ts';
import { abbr, icon, kbd, mark, span } from './inline-directives.ts';
import { embed, player } from './media-directives.ts';
import { only } from './only.ts';
import { ref } from './references.ts';
import { slot } from './slots.ts';
import { pause, stack, step, steps } from './steps.ts';
import { theorem } from './theorems.ts';
import { toc } from './toc.ts';

/** Taken off the slide before these are looked at. */
type Taken = 'notes' | 'slide' | 'include';

const CONTAINERS: Record<Exclude<ContainerName, Taken>, DirectiveHandler<ContainerDirective>> = {
  columns,
  column,
  grid,
  cell,
  steps,
  stack,
  only,
  left: slot,
  right: slot,
  full: slot,
  image: slot,
  ...(Object.fromEntries(THEOREM_KINDS.map((kind) => [kind, theorem])) as Record<
    TheoremKind,
    DirectiveHandler<ContainerDirective>
  >),
};
const LEAVES: Record<Exclude<LeafName, Taken>, DirectiveHandler<LeafDirective>> = {
  pause,
  toc,
  video: player,
  audio: player,
  embed,
};
const TEXTS: Record<TextName, DirectiveHandler<TextDirective>> = { kbd, icon, mark, step, abbr, span, ref };

/** Gives every directive its meaning. What has none is a message naming the nearest, and its content is still shown. */
export const directives: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes(':')) return;
  const handle = (node: Nodes): void => {
    if (node.type === 'containerDirective') apply(CONTAINERS, node, file);
    else if (node.type === 'leafDirective') apply(LEAVES, node, file);
    else if (node.type === 'textDirective') apply(TEXTS, node, file);
    else if (node.type === 'paragraph') reportColons(node, file);
  };
  // What stands between slides brings others.
  for (const child of tree.children) {
    if (child.type === 'slide' || child.type === 'slideNotes') walk<Nodes>(child, handle);
  }
};

function apply<T extends Directive>(table: Record<string, DirectiveHandler<T>>, node: T, file: VFile): void {
  const handler = Object.hasOwn(table, node.name) ? table[node.name] : undefined;
  if (handler) handler(node, file);
  else refuse(node, file);
}

function refuse(node: Directive, file: VFile): void {
  const leaf = node.type === 'leafDirective';
  const written = `${leaf ? '::' : ':::'}${node.name}`;
  const reason =
    leaf && node.name === 'include'
      ? 'Unexpected place of “::include”, expected it outside of every other block: it brings whole slides'
      : `Unexpected directive “${written}”; ${adviceFor(node.name, leaf)}`;
  const isCallout = CALLOUTS.some((kind) => kind === node.name.toLowerCase());
  const spelling = isCallout ? undefined : spellingOf(node.name, leaf ? LEAF_DIRECTIVES : CONTAINER_DIRECTIVES);
  warn(file, reason, { place: node, ruleId: 'directive-name', spelling });
  node.data = { hName: leaf ? 'p' : 'div' };
}

/** Names of other tools, and how Lectern says it. */
const OTHERS_NAMES: ReadonlyMap<string, string> = new Map([
  ['fragment', 'expected “:::steps” and “:::” around what comes step by step'],
  ['incremental', 'expected “:::steps” and “:::” around what comes step by step'],
  ['v-click', 'expected “:::steps” and “:::” around what comes step by step'],
  ['v-clicks', 'expected “:::steps” and “:::” around what comes step by step'],
  ['r-stack', 'expected “:::stack”'],
  ['aside', 'expected a footnote such as “[^name]”, and a line “[^name]: …”'],
  ['speaker', 'expected “:::notes”'],
  ['content-visible', 'expected “:::only{in=…}”'],
  ['content-hidden', 'expected “:::only{in=…}”'],
]);

function adviceFor(name: string, leaf: boolean): string {
  const others = OTHERS_NAMES.get(name.toLowerCase());
  if (others !== undefined && !leaf) return others;
  const kind = /^callout-(.+)$/.exec(name.toLowerCase())?.[1];
  if (kind !== undefined && CALLOUTS.some((known) => known === kind)) return `expected “> [!${kind.toUpperCase()}]”`;
  const near = nearestName(name, [...CONTAINER_DIRECTIVES, ...LEAF_DIRECTIVES]);
  const callout = CALLOUTS.find((kind) => kind === name.toLowerCase());
  const meant = [
    ...(near ? [`“${shownDirective(near)}”`] : []),
    ...(callout ? [`“> [!${callout.toUpperCase()}]”`] : []),
  ];
  if (meant.length > 0) return `did you mean ${meant.join(' or ')}?`;
  const known: readonly string[] = leaf ? LEAF_DIRECTIVES : CONTAINER_DIRECTIVES;
  return `expected one of ${known.map(shownDirective).join(', ')}`;
}

/** Tells of text that was meant as a directive: nobody has colons like these on a slide on purpose. */
function reportColons(paragraph: Paragraph, file: VFile): void {
  const [first] = paragraph.children;
  const line = first?.type === 'text' ? (/^:{3,}[^\n]*/.exec(first.value)?.[0] ?? '') : '';
  if (line === '') return;
  warn(file, `Unexpected “${line.trim()}”, shown as text: ${adviceForColons(line)}`, {
    place: paragraph,
    ruleId: 'directive-syntax',
  });
}

function adviceForColons(line: string): string {
  const [, colons = '', name = ''] = /^(:+)\s+(?:\{\.)?([\w-]+)/.exec(line) ?? [];
  if (CONTAINER_DIRECTIVES.some((known) => known === name))
    return `expected the name right behind the colons: “${colons}${name}”`;
  if (name) return adviceFor(name, false);
  return /^:+\s*$/.test(line)
    ? 'there is no directive that it could close; one that holds others has more colons than they have'
    : 'expected a name and attributes in braces, as in “:::column{width=2}”';
}
