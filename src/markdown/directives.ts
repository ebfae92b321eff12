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
import type { PluginDirective } from '../model/plugins.ts';
import { CALLOUTS } from '../model/ui-words.ts';
import { walk } from '../model/walk.ts';
import { cards } from './cards.ts';
import { output } from './code-output.ts';
import { column, columns } from './columns.ts';
import type { Directive, DirectiveHandler } from './directive.ts';
import { frame } from './frame.ts';
import { gallery, logos } from './gallery.ts';
import { blank } from './blank.ts';
import { cell, grid } from './grid.ts';
import { abbr, icon, kbd, mark, span } from './inline-directives.ts';
import { embed, player } from './media-directives.ts';
import { kpis } from './kpis.ts';
import { matrix } from './matrix.ts';
import { only } from './only.ts';
import { people } from './people.ts';
import { poll, pollResults } from './poll.ts';
import { process } from './process.ts';
import { qr } from './qr.ts';
import { proscons } from './proscons.ts';
import { ref } from './references.ts';
import { slot } from './slots.ts';
import { references } from './reference-list.ts';
import { source } from './source-line.ts';
import { pause, stack, step, steps } from './steps.ts';
import { tabs } from './tabs.ts';
import { terminal } from './terminal.ts';
import { theorem } from './theorems.ts';
import { timeline } from './timeline.ts';
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
  cards,
  gallery,
  logos,
  frame,
  terminal,
  output,
  source,
  tabs,
  kpis,
  matrix,
  people,
  poll,
  proscons,
  process,
  timeline,
  ...(Object.fromEntries(
    THEOREM_KINDS.map((kind): [TheoremKind, DirectiveHandler<ContainerDirective>] => [kind, theorem]),
  ) as Record<TheoremKind, DirectiveHandler<ContainerDirective>>),
};
const LEAVES: Record<Exclude<LeafName, Taken>, DirectiveHandler<LeafDirective>> = {
  pause,
  toc,
  video: player,
  audio: player,
  embed,
  references,
  qr,
  poll: pollResults,
};
const TEXTS: Record<TextName, DirectiveHandler<TextDirective>> = { kbd, icon, mark, step, abbr, span, ref, blank };

declare module 'mdast' {
  interface Data {
    /** A plugin has made it, and may make something else of the same text. */
    impure?: boolean;
  }
}

/** A directive that a plugin of the project brings. */
export interface AddedDirective extends Pick<PluginDirective, 'name' | 'kind'> {
  /** Gives it its meaning; never fails. */
  handle: (node: Directive, file: VFile) => Promise<void>;
}

export interface DirectivesOptions {
  /** @default none */
  added?: readonly AddedDirective[] | undefined;
  /** Language of the words that directives add. @default 'en' */
  lang?: string;
}

/** Gives every directive its meaning. What has none is a message naming the nearest, and its content is still shown. */
export const directives: Plugin<[DirectivesOptions?], Root> = ({ added = [], lang = 'en' } = {}) => {
  return async (tree, file) => {
    if (!String(file).includes(':')) return;
    const ofPlugins: (() => Promise<void>)[] = [];
    const handle = (node: Nodes): void => {
      if (node.type === 'paragraph') reportColons(node, file);
      if (!isDirective(node) || handleOwn(node, file, lang)) return;
      const found = added.find(({ name, kind }) => name === node.name && node.type === `${kind}Directive`);
      if (found) ofPlugins.push(() => found.handle(node, file));
      // A remark plugin may have given it its meaning.
      else if (!node.data?.hName) refuse(node, file, added);
    };
    // A directive between slides adds slides.
    for (const child of tree.children) {
      if (child.type === 'slide' || child.type === 'slideNotes') walk<Nodes>(child, handle);
    }
    // One after the other, so that the same deck comes out the same.
    for (const run of ofPlugins) await run();
  };
};

function isDirective(node: Nodes): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
}

/** @returns whether it is one of Lectern's. */
function handleOwn(node: Directive, file: VFile, lang: string): boolean {
  if (node.type === 'containerDirective') return apply(CONTAINERS, node, { file, lang });
  if (node.type === 'leafDirective') return apply(LEAVES, node, { file, lang });
  return apply(TEXTS, node, { file, lang });
}

function apply<T extends Directive>(
  table: Record<string, DirectiveHandler<T>>,
  node: T,
  { file, lang }: { file: VFile; lang: string },
): boolean {
  const handler = Object.hasOwn(table, node.name) ? table[node.name] : undefined;
  handler?.(node, file, lang);
  return handler !== undefined;
}

function refuse(node: Directive, file: VFile, added: readonly AddedDirective[]): void {
  const leaf = node.type === 'leafDirective';
  const written = `${leaf ? '::' : ':::'}${node.name}`;
  const reason =
    leaf && node.name === 'include'
      ? '“::include” cannot be inside another block, since it adds whole slides; move it out'
      : `Unknown directive “${written}”; ${adviceFor(node.name, leaf, added)}`;
  const isCallout = CALLOUTS.some((kind) => kind === node.name.toLowerCase());
  const kind = leaf ? 'leaf' : 'container';
  const others = added.flatMap((one) => (one.kind === kind ? one.name : []));
  const known = [...(leaf ? LEAF_DIRECTIVES : CONTAINER_DIRECTIVES), ...others];
  const spelling = isCallout ? undefined : spellingOf(node.name, known);
  warn(file, reason, { place: node, ruleId: 'directive-name', spelling });
  node.data = { hName: leaf ? 'p' : 'div' };
}

/** Prefixes of Quarto's ids for theorems and similar blocks. */
const QUARTO_PREFIXES: ReadonlyMap<string, TheoremKind> = new Map([
  ['thm', 'theorem'],
  ['lem', 'lemma'],
  ['prp', 'proposition'],
  ['cor', 'corollary'],
  ['def', 'definition'],
  ['cnj', 'conjecture'],
  ['exm', 'example'],
  ['exr', 'exercise'],
]);

/** Names of other tools, and how Lectern says it. */
const OTHERS_NAMES: ReadonlyMap<string, string> = new Map([
  ['fragment', 'expected “:::steps” and “:::” around the blocks that appear step by step'],
  ['incremental', 'expected “:::steps” and “:::” around the blocks that appear step by step'],
  ['v-click', 'expected “:::steps” and “:::” around the blocks that appear step by step'],
  ['v-clicks', 'expected “:::steps” and “:::” around the blocks that appear step by step'],
  ['r-stack', 'expected “:::stack”'],
  ['aside', 'expected a footnote such as “[^name]”, and a line “[^name]: …”'],
  ['speaker', 'expected “:::notes”'],
  ['content-visible', 'expected “:::only{in=…}”'],
  ['content-hidden', 'expected “:::only{in=…}”'],
  ['thm', 'expected “:::theorem”'],
  ['lem', 'expected “:::lemma”'],
  ['prop', 'expected “:::proposition”'],
  ['cor', 'expected “:::corollary”'],
  ['def', 'expected “:::definition”'],
  ['defn', 'expected “:::definition”'],
]);

function adviceFor(name: string, leaf: boolean, added: readonly AddedDirective[]): string {
  const others = OTHERS_NAMES.get(name.toLowerCase());
  if (others !== undefined && !leaf) return others;
  const kind = /^callout-(.+)$/.exec(name.toLowerCase())?.[1];
  if (kind !== undefined && CALLOUTS.some((known) => known === kind)) return `expected “> [!${kind.toUpperCase()}]”`;
  const blocks = added.filter(({ kind }) => kind !== 'text');
  const near = nearestName(name, [...CONTAINER_DIRECTIVES, ...LEAF_DIRECTIVES, ...blocks.map((one) => one.name)]);
  const callout = CALLOUTS.find((kind) => kind === name.toLowerCase());
  const meant = [
    ...(near ? [`“${shownName(near, added)}”`] : []),
    ...(callout ? [`“> [!${callout.toUpperCase()}]”`] : []),
  ];
  if (meant.length > 0) return `did you mean ${meant.join(' or ')}?`;
  const known: readonly string[] = leaf ? LEAF_DIRECTIVES : CONTAINER_DIRECTIVES;
  return `expected one of ${known.map(shownDirective).join(', ')}`;
}

function shownName(name: string, added: readonly AddedDirective[]): string {
  const found = added.find((one) => one.name === name);
  return found ? `${found.kind === 'leaf' ? '::' : ':::'}${name}` : shownDirective(name);
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
    return `expected the name right after the colons: “${colons}${name}”`;
  if (name) return adviceFor(name, false, []);
  const [, id = '', prefix = ''] = /^:+\s*\{#(([a-z]{3})-[\w-]+)/.exec(line) ?? [];
  const kind = QUARTO_PREFIXES.get(prefix);
  if (kind) return `expected “:::${kind}{#${id}}”`;
  return /^:+\s*$/.test(line)
    ? 'no directive is open that it could close; a directive that contains others needs more colons than they have'
    : 'expected a name and attributes in braces, as in “:::column{width=2}”';
}
