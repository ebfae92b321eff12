import type { InlineMath, Math } from 'mdast-util-math';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { parseAttributes, type Attributes } from '../model/attributes.ts';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';

declare module 'mdast' {
  interface Data {
    formulaAttributes?: Attributes;
  }
}

const FOLLOWING = /^[ \t]*\{([#.][^{}\n]*)\}/;

/** Takes `{#id}` from behind formulas that are blocks: of what is between `$$` in one line it is text of the paragraph. */
export const formulaAttributes: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file);
  if (!/\$\$[ \t]*\{[#.]/.test(source)) return;
  walk<Nodes>(tree, (node) => {
    if (node.type === 'math') {
      const end = source.slice(node.position?.start.offset, node.position?.end.offset);
      give(node, /\$\$[ \t]*\{([#.][^{}\n]*)\}[ \t]*$/.exec(end)?.[1], file);
    } else if ('children' in node) takeFromText(node.children as PhrasingContent[], file);
  });
};

function takeFromText(children: PhrasingContent[], file: VFile): void {
  children.forEach((child, index) => {
    const next = children[index + 1];
    if (child.type !== 'inlineMath' || next?.type !== 'text') return;
    const end = child.position?.end.offset;
    const written = FOLLOWING.exec(next.value);
    if (!written || end === undefined || String(file).slice(end - 2, end) !== '$$') return;
    if (give(child, written[1], file)) next.value = next.value.slice(written[0].length);
  });
}

/** Gives a formula its attributes; false where the text is none. */
function give(node: Math | InlineMath, text: string | undefined, file: VFile): boolean {
  const attributes = text === undefined ? undefined : parseAttributes(text);
  if (!attributes) return false;
  for (const key of attributes.values.keys()) {
    const reason = `Unknown attribute “${key}” of a formula, expected an id such as {#eq:name}`;
    warn(file, reason, { place: node, ruleId: 'attribute' });
  }
  node.data = { ...node.data, formulaAttributes: { ...attributes, values: new Map() } };
  return true;
}
