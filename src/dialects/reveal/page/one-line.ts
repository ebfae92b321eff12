import type { Element, ElementContent } from 'hast';
import { attributesOf, elementsOf, textOf } from './elements.ts';

const VOID = /^(?:area|br|col|embed|hr|img|input|link|source|track|wbr)$/;

/** Writes HTML in one line, as no empty line may end it in Markdown. */
export function oneLine(nodes: readonly ElementContent[]): string {
  return nodes.map((node) => write(node, escaped)).join('');
}

/** Writes what is in a heading or a note as a line of Markdown, with HTML for what marks words. */
export function inlineMarkdown(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => write(node, (text) => escaped(text).replaceAll(/[\\`*_{}[\]$~=]|:(?=[a-z[{])/gi, '\\$&')))
    .join('');
}

function write(node: ElementContent, text: (value: string) => string): string {
  if (node.type === 'text') return text(node.value.replaceAll(/\s+/g, ' '));
  if (node.type !== 'element' || node.tagName === 'script' || node.tagName === 'style') return '';
  const { tagName } = node;
  const attributes = attributesOf(node);
  const lazy = attributes.get('data-src');
  if (lazy !== undefined && !attributes.has('src')) attributes.set('src', lazy);
  attributes.delete('data-src');
  const written = attributesText(attributes);
  if (VOID.test(tagName)) return `<${tagName}${written}>`;
  const inner = tagName === 'pre' ? kept(node) : node.children.map((child) => write(child, text)).join('');
  return `<${tagName}${written}>${inner}</${tagName}>`;
}

/** Line ends of code stay, as references. */
function kept(pre: Element): string {
  const own = elementsOf(pre);
  const code = own.length === 1 && own[0]?.tagName === 'code' ? own[0] : undefined;
  const text = escaped(dedented(textOf(pre))).replaceAll('\n', '&#10;');
  return code ? `<code${attributesText(attributesOf(code))}>${text}</code>` : text;
}

/** Returns code without the indent that all of its lines have, and without empty lines around it. */
export function dedented(text: string): string {
  const lines = text
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd()
    .split(/\r?\n/);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const depth = Math.min(...indents, 200);
  return lines.map((line) => line.slice(Math.min(depth, line.length))).join('\n');
}

function attributesText(attributes: ReadonlyMap<string, string>): string {
  return [...attributes]
    .map(([name, value]) => (value === '' && name !== 'alt' ? ` ${name}` : ` ${name}="${quoted(value)}"`))
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function quoted(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll(/\s+/g, ' ');
}
