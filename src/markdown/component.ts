import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { Attributes } from '../model/attributes.ts';
import { warn } from '../model/messages.ts';
import { takeHeadingAttributes } from './attributes.ts';
import { become, readDirective, type ReadDirective } from './directive.ts';
import { steps } from './steps.ts';
import { takesPlace } from './unseen.ts';

type Block = BlockContent | DefinitionContent;

/** A component as its author wrote it. */
export interface ReadComponent extends ReadDirective {
  /** Its blocks, without `:::steps` around them: a copy, so that refused content stays as it was. */
  blocks: Block[];
  /** Properties of what `:::steps` around its content makes appear item by item. */
  stepping: Record<string, string>;
}

/** Reads a component's attributes and content; `:::steps` may be around the content as well as around the component. */
export function readComponent(node: ContainerDirective, file: VFile, known: readonly string[]): ReadComponent {
  const read = readDirective(node, file, known);
  const blocks = structuredClone(node.children.filter(takesPlace));
  const [only] = blocks;
  if (blocks.length !== 1 || only?.type !== 'containerDirective' || only.name !== 'steps')
    return { ...read, blocks, stepping: {} };
  steps(only, file);
  const { dataSteps, dataEffect, dataAt } = (only.data?.hProperties ?? {}) as Record<string, string>;
  const stepping = { dataSteps, dataEffect, dataAt };
  return {
    ...read,
    blocks: only.children.filter(takesPlace),
    stepping: Object.fromEntries(
      Object.entries(stepping).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}

/** Returns the one list that a component is made of, or `undefined` where there is anything else. */
export function onlyList({ blocks }: ReadComponent): List | undefined {
  const [list] = blocks;
  return blocks.length === 1 && list?.type === 'list' ? list : undefined;
}

/** Reports that a component is made of something else than it can show, and shows that as it is. */
export function refuseContent(node: ContainerDirective, file: VFile, expected: string): void {
  const reason = `“:::${node.name}” cannot show this content, expected ${expected}`;
  warn(file, reason, { place: node, ruleId: 'component-content' });
  node.data = { hName: 'div' };
}

interface ListParts {
  read: ReadComponent;
  items: ListItem[];
  ordered?: boolean;
  start?: number | null | undefined;
  className?: string[];
  style?: string;
  data?: Record<string, string>;
}

/** Makes a component that is a list, so that steps go item by item and readers count its items. */
export function becomeList(node: ContainerDirective, parts: ListParts): void {
  const { read, items, ordered = false, start, className = [], style, data = {} } = parts;
  const { name } = node;
  become(node, ordered ? 'ol' : 'ul', {
    common: read.common,
    ...read.stepping,
    ...data,
    dataComponent: name,
    className: [name, ...className],
    role: 'list',
    ...(style !== undefined && { style }),
  });
  for (const item of items) Object.assign(item, { spread: false, checked: null });
  const list = { type: 'list', ordered, start: start ?? null, spread: false, children: items };
  Object.assign(node, list);
}

/** Makes an element of a component that holds words. */
export function part(className: string, children: PhrasingContent[], tagName = 'div'): Paragraph {
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  return {
    type: 'paragraph',
    children,
    data: { hName: tagName, hProperties: { className: [className] } },
    ...(first && last && { position: { start: first.start, end: last.end } }),
  };
}

/** Makes an element of a component that holds blocks. */
export function box(className: string, children: Block[], tagName = 'div'): ContainerDirective {
  return {
    type: 'containerDirective',
    name: className,
    attributes: {},
    children,
    data: { hName: tagName, hProperties: { className: [className] } },
  };
}

/** Makes an element inside a line. */
export function inline(
  tagName: string,
  properties: Record<string, string | string[]>,
  children: PhrasingContent[],
): PhrasingContent {
  return { type: 'emphasis', children, data: { hName: tagName, hProperties: properties } };
}

/** An item of a list, taken apart. */
export interface ItemParts {
  /** Attributes in braces at the end of its first paragraph. */
  attributes: Attributes | undefined;
  /** The first words, if they are bold; a link around or inside of them stays. */
  lead: PhrasingContent[];
  /** The rest of the first paragraph. */
  rest: PhrasingContent[];
  /** Blocks after that paragraph. */
  more: ListItem['children'];
}

/** Takes an item apart. */
export function itemParts(item: ListItem, file: VFile): ItemParts {
  const [first, ...more] = item.children;
  if (first?.type !== 'paragraph') return { attributes: undefined, lead: [], rest: [], more: item.children };
  const attributes = takeHeadingAttributes(first, String(file));
  const [opening, ...rest] = first.children;
  if (!opening || !isBold(opening)) return { attributes, lead: [], rest: first.children, more };
  return { attributes, lead: [opening], rest: trimmed(rest), more };
}

/** Tells whether words are bold as a whole: `**word**`, `[**word**](…)` and `**[word](…)**`. */
function isBold(node: PhrasingContent): boolean {
  if (node.type === 'strong') return true;
  return node.type === 'link' && node.children.length === 1 && node.children[0]?.type === 'strong';
}

/** Takes blanks, and what parts a lead from the words behind it, off the beginning; and blanks off the end. */
export function trimmed(children: readonly PhrasingContent[], sign: RegExp = /^(?:\s|:\s|[–—]\s)+/): PhrasingContent[] {
  const nodes = [...children];
  for (let first = nodes[0]; first; [first] = nodes) {
    if (first.type === 'text') {
      const value = first.value.replace(sign, '');
      if (value !== '') {
        nodes[0] = { ...first, value };
        break;
      }
    } else if (first.type !== 'break') break;
    nodes.shift();
  }
  for (let last = nodes.at(-1); last; last = nodes.at(-1)) {
    if (last.type === 'text') {
      const value = last.value.trimEnd();
      if (value !== '') {
        nodes[nodes.length - 1] = { ...last, value };
        break;
      }
    } else if (last.type !== 'break') break;
    nodes.pop();
  }
  return nodes;
}

/** Estimates how wide words are set on one line, in widths of a digit. */
export function digitsOf(nodes: readonly PhrasingContent[]): number {
  let width = 0;
  for (const letter of toString({ type: 'paragraph', children: [...nodes] })) width += widthOf(letter);
  return Math.round(width * 100) / 100;
}

function widthOf(letter: string): number {
  if (/[.,:;'’|!ijl·]/.test(letter)) return 0.55;
  if (/\s/.test(letter)) return 0.5;
  if (/[%@mwMW&…—]/.test(letter)) return 1.6;
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter)) return 1.75;
  return /[A-ZÀ-Þ€$£¥]/.test(letter) ? 1.2 : 1.02;
}
