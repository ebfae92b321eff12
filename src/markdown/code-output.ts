import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { become, readDirective } from './directive.ts';

/** Reads `:::output` after a fence: the output of its code, whether text, an image or a chart. */
export function output(node: ContainerDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'div', { common, className: ['code-result'] });
}

/** Puts code beside what it has made: a fence with the word `output`, or `:::output`, right behind another fence. */
export const codeOutput: Plugin<[], Root> = () => (tree, file) => {
  if (/output/.test(String(file))) visit(tree);
};

function visit(parent: Parents): void {
  const children: Nodes[] = parent.children;
  for (let index = 0; index < children.length; index += 1) {
    const [child, next] = [children[index], children[index + 1]];
    if (child && next && isCode(child) && isOutput(next)) {
      const pair: ContainerDirective = {
        type: 'containerDirective',
        name: 'code-output',
        attributes: {},
        children: [child, next] as ContainerDirective['children'],
        data: { hName: 'div', hProperties: { className: ['code-output'], dataComponent: 'code-output' } },
      };
      if (child.position && next.position) pair.position = { start: child.position.start, end: next.position.end };
      children.splice(index, 2, pair as RootContent);
    } else if (child && 'children' in child) visit(child);
  }
}

function isCode(node: Nodes): boolean {
  return node.type === 'code' && node.data?.fence?.kind === 'code' && !isOutput(node);
}

function isOutput(node: Nodes): boolean {
  if (node.type === 'containerDirective') return node.name === 'output';
  return node.type === 'code' && node.data?.fence?.attributes.values.get('output') === true;
}
