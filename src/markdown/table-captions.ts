import type { Nodes, Paragraph, Parents, Root, Table, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { Plugin } from 'unified';
import { htmlProperties, type Attributes } from '../model/attributes.ts';
import { takeHeadingAttributes } from './attributes.ts';
import { lookAtTable, type TableContext } from './table-looks.ts';

/** A figure with a caption, before the deck has counted it. */
interface Captioned {
  kind: 'algorithm' | 'table';
  id: string | undefined;
  /** Takes its number; `undefined` for what has none. */
  number: Text | undefined;
}

declare module 'mdast' {
  interface Data {
    captioned?: Captioned;
  }
}

const START = /^:[ \t]+/;

export interface TableCaptionsOptions {
  /** The deck's language, which says how numbers are written. */
  lang: string;
}

/**
 * Makes captions of paragraphs behind tables that begin with a colon: `: The caption {#tbl:name}`, as in Pandoc. Attributes
 * there say how the table looks, with or without a caption.
 */
export const tableCaptions: Plugin<[TableCaptionsOptions], Root> = ({ lang }) => {
  return (tree, file) => {
    if (!/\n[ \t>]*\r?\n[ \t>]*:[ \t]+\S/.test(String(file))) return;
    visit(tree, { file, lang });
  };
};

type Context = Omit<TableContext, 'place'>;

function visit(parent: Parents, context: Context): void {
  const children: Nodes[] = parent.children;
  children.forEach((child, index) => {
    const next = children[index + 1];
    if (child.type === 'table' && next?.type === 'paragraph' && isCaption(next)) {
      children.splice(index, 2, captioned(child, next, context));
    } else if ('children' in child) visit(child, context);
  });
}

function isCaption({ children: [first] }: Paragraph): boolean {
  return first?.type === 'text' && START.test(first.value);
}

function captioned(table: Table, caption: Paragraph, context: Context): ContainerDirective | Table {
  const attributes: Attributes = takeHeadingAttributes(caption, String(context.file)) ?? {
    classes: [],
    values: new Map(),
  };
  const [first] = caption.children;
  if (first?.type === 'text') first.value = first.value.replace(START, '');
  const { id, classes } = attributes;
  const looks = lookAtTable(table, attributes, { ...context, place: caption });
  if (looks) table.data = { ...table.data, hProperties: { ...table.data?.hProperties, dataComponent: 'table' } };
  if (toString(caption).trim().replace(/^:$/, '') === '') {
    const own = htmlProperties({ ...(id && { id }), classes, values: new Map() });
    table.data = { ...table.data, hProperties: { ...table.data?.hProperties, ...own } };
    return table;
  }
  const number: Text | undefined =
    id !== undefined && !classes.includes('unnumbered') ? { type: 'text', value: '' } : undefined;
  if (number) {
    const counted = { hName: 'span', hProperties: { className: ['caption-number'] } };
    caption.children.unshift({ type: 'emphasis', children: [number], data: counted });
  }
  caption.data = { ...caption.data, hName: 'figcaption' };
  return {
    type: 'containerDirective',
    name: 'table',
    children: [caption, table],
    data: { hName: 'figure', hProperties: propertiesOf(attributes), captioned: { kind: 'table', id, number } },
    ...(table.position && { position: table.position }),
  };
}

function propertiesOf({ id, classes }: Attributes): ReturnType<typeof htmlProperties> {
  const shown = ['table-figure', ...classes.filter((name) => name !== 'unnumbered')];
  return htmlProperties({ ...(id && { id }), classes: shown, values: new Map() });
}
