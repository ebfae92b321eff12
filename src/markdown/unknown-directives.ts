import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { warn } from '../model/messages.ts';
import { suggestion } from '../model/nearest.ts';
import { walk } from '../model/walk.ts';

const KNOWN = ['columns', 'column', 'notes', 'slide'];

/** Deals with the directives that no plugin before this one took: a message, and their content is shown. */
export const unknownDirectives: Plugin<[], Root> = () => (tree, file) => {
  walk(tree, (node: Nodes) => {
    if ((node.type !== 'leafDirective' && node.type !== 'containerDirective') || node.data?.hName) return;
    const marks = node.type === 'leafDirective' ? '::' : ':::';
    const reason = `Unexpected directive “${marks}${node.name}”${suggestion(node.name, KNOWN)}`;
    warn(file, reason, { place: node, ruleId: 'directive-name' });
    node.data = { hName: node.type === 'leafDirective' ? 'p' : 'div' };
  });
};
