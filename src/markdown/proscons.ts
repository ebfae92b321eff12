import type { BlockContent, DefinitionContent, Heading, List, ListItem, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { prosAndCons } from '../model/component-words.ts';
import { become } from './directive.ts';
import { box, part, readComponent, refuseContent } from './component.ts';

type Block = BlockContent | DefinitionContent;
type Title = Heading | Paragraph;

/** Arguments for something, or against it. */
interface Side {
  title: Title | undefined;
  items: ListItem[];
}

const EXPECTED =
  'a list whose items begin with “+” or “-”, or two lists, each below a heading: first what speaks for it, then what speaks against it';

/** Reads `:::proscons`: what speaks for something beside what speaks against it. */
export function proscons(node: ContainerDirective, file: VFile, lang: string): void {
  const read = readComponent(node, file, []);
  const sides = byHeadings(read.blocks) ?? bySigns(read.blocks, String(file));
  if (!sides) return refuseContent(node, file, EXPECTED);
  const words = prosAndCons(lang);
  const made = sides.map(({ title, items }, index): Block => {
    const kind = index === 0 ? 'pros' : 'cons';
    const list: List = { type: 'list', ordered: false, spread: false, children: items };
    list.data = { hProperties: { role: 'list', dataItems: '', ...read.stepping } };
    for (const item of items) Object.assign(item, { spread: false, checked: null });
    const named = title ?? part('', [{ type: 'text', value: words[index] ?? '' }], 'p');
    named.data = { ...named.data, hProperties: { ...named.data?.hProperties, className: ['proscons-title'] } };
    return box(kind, [named, list]);
  });
  become(node, 'div', { common: read.common, dataComponent: 'proscons', className: ['proscons'] });
  node.children = made;
}

/** Two lists, each below its heading. */
function byHeadings(blocks: readonly Block[]): [Side, Side] | undefined {
  const [forIt, pros, againstIt, cons] = blocks;
  if (blocks.length !== 4 || pros?.type !== 'list' || cons?.type !== 'list') return undefined;
  const titles = [forIt, againstIt].flatMap((block) =>
    block?.type === 'heading' || block?.type === 'paragraph' ? [block] : [],
  );
  if (titles.length !== 2) return undefined;
  return [
    { title: titles[0], items: pros.children },
    { title: titles[1], items: cons.children },
  ];
}

/** Lists alone: Markdown begins another one where the sign before the items changes. */
function bySigns(blocks: readonly Block[], source: string): [Side, Side] | undefined {
  const lists = blocks.flatMap((block) => (block.type === 'list' && !block.ordered ? [block] : []));
  if (lists.length === 0 || lists.length !== blocks.length) return undefined;
  const signs = lists.map(({ position }) => source.charAt(position?.start.offset ?? -1));
  const items = (isPro: boolean): ListItem[] =>
    lists.flatMap(({ children }, index) => ((signs[index] === '+') === isPro ? children : []));
  const [pros, cons] = [items(true), items(false)];
  return pros.length === 0 || cons.length === 0
    ? undefined
    : [
        { title: undefined, items: pros },
        { title: undefined, items: cons },
      ];
}
