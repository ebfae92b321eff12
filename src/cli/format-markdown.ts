import type { List, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { formatTable } from './format-table.ts';
import { styled, wrapText, type TextStyle } from './terminal-text.ts';

export interface FormatOptions {
  /** Cells in a line. */
  width: number;
  /** Whether colours and weights are shown. */
  styles: boolean;
}

/** Formats Markdown for a terminal: text is wrapped to the width, tables too; code stays as it is. */
export function formatMarkdown(root: Root, options: FormatOptions): string {
  return blocks(root.children, options).join('\n');
}

function blocks(nodes: readonly RootContent[], options: FormatOptions, isTight = false): string[] {
  const lines: string[] = [];
  for (const node of nodes) {
    const block = blockLines(node, options);
    if (block.length === 0) continue;
    if (lines.length > 0 && !isTight) lines.push('');
    if (node.type === 'heading' && node.depth === 2 && lines.length > 0) lines.push('');
    lines.push(...block);
  }
  return lines;
}

function blockLines(node: RootContent, options: FormatOptions): string[] {
  const { width, styles } = options;
  switch (node.type) {
    case 'heading':
      return heading(inline(node.children, options), node.depth, options);
    case 'paragraph':
      return wrapText(inline(node.children, options), width);
    case 'code':
      return node.value.split('\n').map((line) => `    ${styles ? styled(line, 'cyan') : line}`.trimEnd());
    case 'blockquote':
      return indented(node.children, { options, first: '│ ', rest: '│ ' });
    case 'list':
      return list(node, options);
    case 'table':
      return formatTable(
        node.children.map((row) => row.children.map((cell) => inline(cell.children, options))),
        options,
      );
    case 'thematicBreak':
      return ['─'.repeat(width)];
    default:
      return [];
  }
}

function heading(text: string, depth: number, { width, styles }: FormatOptions): string[] {
  const lines = wrapText(text, width);
  if (depth === 1) {
    const rule = (styles ? '━' : '=').repeat(width);
    return [...lines.map((line) => (styles ? styled(line, 'bold') : line)), rule];
  }
  if (styles) return lines.map((line) => styled(depth === 2 ? styled(line, 'yellow') : line, 'bold'));
  return lines.map((line) => `${'#'.repeat(depth)} ${line}`);
}

interface Indent {
  options: FormatOptions;
  first: string;
  rest: string;
  /** Blocks have no lines between them. */
  isTight?: boolean;
}

function indented(nodes: readonly RootContent[], { options, first, rest, isTight }: Indent): string[] {
  const inner = blocks(nodes, { ...options, width: options.width - first.length }, isTight);
  return inner.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd());
}

function list({ children, ordered, start, spread }: List, options: FormatOptions): string[] {
  const lines: string[] = [];
  for (const [index, item] of children.entries()) {
    const mark = ordered ? `${(start ?? 1) + index}. ` : '• ';
    const isTight = !spread && !item.spread;
    if (index > 0 && !isTight) lines.push('');
    lines.push(...indented(item.children, { options, first: `  ${mark}`, rest: ' '.repeat(mark.length + 2), isTight }));
  }
  return lines;
}

/** Formats text in a line. */
function inline(nodes: readonly PhrasingContent[], options: FormatOptions): string {
  return nodes.map((node) => phrase(node, options)).join('');
}

function phrase(node: PhrasingContent, options: FormatOptions): string {
  const show = (text: string, style: TextStyle): string => (options.styles ? styled(text, style) : text);
  switch (node.type) {
    case 'text':
      return node.value.replaceAll(/\s+/g, ' ');
    case 'inlineCode':
      return options.styles ? styled(node.value, 'cyan') : `\`${node.value}\``;
    case 'strong':
      return show(inline(node.children, options), 'bold');
    case 'emphasis':
      return show(inline(node.children, options), 'italic');
    case 'link':
      return link(show(inline(node.children, options), 'underline'), node.url, options);
    case 'image':
      return show(`[Picture: ${node.alt ?? ''}]`, 'dim');
    case 'break':
      return '\n';
    default:
      return 'children' in node ? inline(node.children as PhrasingContent[], options) : '';
  }
}

/** Pages and sections are named behind the page; addresses are shown in their places. */
function link(text: string, url: string, { styles }: FormatOptions): string {
  if (!/^https?:/.test(url) || text.includes(url)) return text;
  const address = `(${url})`;
  return `${text} ${styles ? styled(address, 'dim') : address}`;
}

/** Returns the pages that a page links to, as paths from the page. */
export function linkedFiles(node: Nodes): string[] {
  if (node.type === 'link') return /^[^:#]+\.md(?:#|$)/.test(node.url) ? [node.url] : [];
  return 'children' in node ? (node.children as Nodes[]).flatMap(linkedFiles) : [];
}
