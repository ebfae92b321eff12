import type { Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { labelName } from '../model/labels.ts';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';
import { become, readDirective } from './directive.ts';
import { positionIn } from './position-in.ts';

/** A reference whose text the deck's numbers make. */
interface DeckReference {
  /** Id of what it refers to. */
  name: string;
  /** “Theorem 2”, “2” or “(2)”. */
  form: 'full' | 'number' | 'bracketed';
}

declare module 'mdast' {
  interface Data {
    reference?: DeckReference;
  }
}

/** Reads `:ref[#id]`, whose text is made of the number, and `:ref[text of its own]{#id}`. */
export function ref(node: TextDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  const { id, ...others } = common;
  const written = toString(node).trim();
  const name = typeof id === 'string' ? id : written.startsWith('#') ? labelName(written.slice(1)) : '';
  if (name === '') {
    const reason = `Unexpected reference “:ref[${written}]”, expected the id of what it refers to: :ref[#id], or :ref[text]{#id}`;
    warn(file, reason, { place: node, ruleId: 'directive-value' });
    become(node, 'span', { common: others });
    return;
  }
  const isOwn = typeof id === 'string';
  become(node, 'a', { common: others, ...(!isOwn && { className: ['ref'] }), href: `#${name}` });
  if (!isOwn) makeReference(node, { name, form: 'full' });
}

function makeReference(node: TextDirective, reference: DeckReference): void {
  node.data = { ...node.data, reference };
  node.children = [{ type: 'text', value: '??' }];
}

/** LaTeX's references, and those of its packages hyperref and cleveref. */
const COMMAND = /\\(ref|eqref|autoref|cref|Cref)\{([^{}\n]{1,200})\}/g;
const FORMS: ReadonlyMap<string, DeckReference['form']> = new Map([
  ['ref', 'number'],
  ['eqref', 'bracketed'],
]);

/** Makes references of `\ref{…}`, `\eqref{…}`, `\autoref{…}` and `\cref{…}` in text. */
export const latexReferences: Plugin<[], Root> = () => (tree, file) => {
  if (!/\\(?:auto|eq|[cC])?ref\{/.test(String(file))) return;
  walk<Nodes>(tree, (node) => {
    if (!('children' in node) || node.type === 'link') return;
    const children = node.children as PhrasingContent[];
    if (!children.some((child) => child.type === 'text' && child.value.includes('ref{'))) return;
    // Text beside a literal address has no place of its own.
    const placed = (child: Text): Text =>
      child.position || !node.position ? child : { ...child, position: node.position };
    node.children = children.flatMap((child) =>
      child.type === 'text' ? splitText(placed(child), file) : [child],
    ) as never;
  });
};

function splitText(node: Text, file: VFile): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: written, 1: command = '', 2: label = '', index } of node.value.matchAll(COMMAND)) {
    if (index > end) parts.push(partOf(node, [end, index], file));
    end = index + written.length;
    const name = labelName(label);
    const link: TextDirective = {
      type: 'textDirective',
      name: 'ref',
      children: [],
      data: { hName: 'a', hProperties: { className: ['ref'], href: `#${name}` } },
    };
    const { position } = partOf(node, [index, end], file);
    if (position) link.position = position;
    makeReference(link, { name, form: FORMS.get(command) ?? 'full' });
    parts.push(link);
  }
  if (parts.length === 0) return [node];
  if (end < node.value.length) parts.push(partOf(node, [end, node.value.length], file));
  return parts;
}

/** A part of a text; where its source has escapes, the part's place is that of the whole. */
function partOf({ value, position }: Text, [start, end]: [number, number], file: VFile): Text {
  const part: Text = { type: 'text', value: value.slice(start, end) };
  if (!position) return part;
  const source = String(file).slice(position.start.offset, position.end.offset);
  part.position = source === value ? positionIn(position.start, source, [start, end]) : position;
  return part;
}
