import type { Root, RootContent, Text } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { warn } from '../model/messages.ts';
import { suggestion } from '../model/nearest.ts';
import { hasType } from '../model/walk.ts';

const DIRECTIVE_TYPES = ['textDirective', 'leafDirective', 'containerDirective'];
const BLOCK_DIRECTIVES = ['columns', 'column', 'notes', 'slide'];

/**
 * Deals with the directives that no plugin before this one took. Inline ones are what the author wrote, character by
 * character (`10:30`, `a:b`); block ones are a message, and their content is shown.
 */
export const unknownDirectives: Plugin<[], Root> = () => (tree, file) => {
  if (!DIRECTIVE_TYPES.some((type) => hasType(tree, type))) return;
  const source = String(file);
  visit(tree, (node, index, parent) => {
    if (!isDirective(node) || node.data?.hName || !parent || index === undefined) return undefined;
    if (node.type === 'textDirective') {
      parent.children.splice(index, 1, ...asText(node, source));
      return index;
    }
    const marks = node.type === 'leafDirective' ? '::' : ':::';
    const reason = `Unexpected directive “${marks}${node.name}”${suggestion(node.name, BLOCK_DIRECTIVES)}`;
    warn(file, reason, { place: node, ruleId: 'directive-name' });
    node.data = { hName: node.type === 'leafDirective' ? 'p' : 'div' };
    return undefined;
  });
};

function isDirective(node: { type: string }): node is Directives {
  return DIRECTIVE_TYPES.includes(node.type);
}

/** The directive's own characters as text, its label's content as it was parsed. */
function asText(node: Directives, source: string): RootContent[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  if (first === undefined || last === undefined) return [textNode(source.slice(start, end))];
  return [textNode(source.slice(start, first)), ...(node.children as RootContent[]), textNode(source.slice(last, end))];
}

function textNode(value: string): Text {
  return { type: 'text', value };
}
