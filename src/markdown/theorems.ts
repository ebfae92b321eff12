import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { lectureWords, THEOREM_KINDS, type TheoremKind } from '../model/lecture-words.ts';
import { become, readDirective } from './directive.ts';

/** A box that lectures are made of, before the deck has counted it. */
interface Theorem {
  kind: TheoremKind;
  id: string | undefined;
  /** It gets a number. */
  counted: boolean;
  /** The word that it begins with; its number is added when the deck is counted. */
  word: Text;
  /** Signs around its name. */
  brackets: [Text, Text];
  /** Its name takes the place of the word, as in LaTeX's `proof`. */
  named: boolean;
}

declare module 'mdast' {
  interface Data {
    theorem?: Theorem;
  }
}

type Block = BlockContent | DefinitionContent;

/** Theorems that continue in the line of their word. */
export const RUN_IN: ReadonlySet<string> = new Set(['proof', 'solution']);

/** Reads `:::theorem[Name]{#id}` and its relatives; a proof ends with a tombstone. */
export function theorem(node: ContainerDirective, file: VFile): void {
  const kind = THEOREM_KINDS.find((known) => known === node.name);
  if (!kind) return;
  const { common } = readDirective(node, file, []);
  const classes = Array.isArray(common['className']) ? common['className'] : [];
  const unnumbered = classes.includes('unnumbered');
  const words = lectureWords('en');
  const named = kind === 'proof';
  const [label, ...blocks] = takeLabel(node);
  const facts: Theorem = {
    kind,
    id: typeof common['id'] === 'string' ? common['id'] : undefined,
    counted: !RUN_IN.has(kind) && !unnumbered,
    word: { type: 'text', value: words[kind] },
    brackets: [
      { type: 'text', value: '(' },
      { type: 'text', value: ')' },
    ],
    named: named && label.length > 0,
  };
  const title = titleOf(facts, label, named);
  const [first] = blocks;
  if (RUN_IN.has(kind) && first?.type === 'paragraph') first.children.unshift(...title, { type: 'text', value: ' ' });
  else blocks.unshift(classed({ type: 'paragraph', children: title }, 'theorem-title'));
  node.children = blocks;
  if (kind === 'proof') addTombstone(node);
  become(node, 'div', {
    common: { ...common, className: classes.filter((name) => name !== 'unnumbered') },
    className: ['theorem'],
    dataKind: kind,
  });
  node.data = { ...node.data, theorem: facts };
}

function takeLabel({ children }: ContainerDirective): [PhrasingContent[], ...Block[]] {
  const [first, ...rest] = children;
  return first?.type === 'paragraph' && first.data?.directiveLabel ? [first.children, ...rest] : [[], ...children];
}

function titleOf({ word, brackets, named }: Theorem, label: PhrasingContent[], isProof: boolean): PhrasingContent[] {
  const start = span('theorem-word', named ? [...label, word] : [word]);
  if (label.length === 0 || isProof) return [start];
  return [start, { type: 'text', value: ' ' }, span('theorem-name', [brackets[0], ...label, brackets[1]])];
}

function span(className: string, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', children, data: { hName: 'span', hProperties: { className: [className] } } };
}

function classed(paragraph: Paragraph, className: string): Paragraph {
  return { ...paragraph, data: { hProperties: { className: [className] } } };
}

/** The end of a proof: behind its last word, or in a line of its own. */
function addTombstone(parent: { children: Block[] }): void {
  const sign = span('tombstone', []);
  sign.data = { ...sign.data, hProperties: { className: ['tombstone'], ariaHidden: 'true' } };
  const last = parent.children.at(-1);
  if (last?.type === 'paragraph') last.children.push(sign);
  else if (last?.type === 'list' && last.children.at(-1)) addTombstone(last.children.at(-1) ?? parent);
  else if (last?.type === 'containerDirective' && last.name === 'steps') addTombstone(last);
  else parent.children.push(classed({ type: 'paragraph', children: [sign] }, 'theorem-end'));
}
