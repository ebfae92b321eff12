import type { Definition, Nodes, Root } from 'mdast';

/** Writes the address of each link and image beside it, where Markdown has it elsewhere: `![alt][name]`. */
export function withoutReferences(tree: Root): Root {
  const addresses = new Map<string, Definition>();
  collect(tree, addresses);
  return addresses.size === 0 ? tree : resolved(tree, addresses);
}

function collect(node: Nodes, addresses: Map<string, Definition>): void {
  // The first of several counts, as in CommonMark.
  if (node.type === 'definition' && !addresses.has(node.identifier)) addresses.set(node.identifier, node);
  if ('children' in node) for (const child of node.children) collect(child, addresses);
}

function resolved<Node extends Nodes>(node: Node, addresses: ReadonlyMap<string, Definition>): Node {
  const children = 'children' in node ? node.children.map((child) => resolved(child, addresses)) : undefined;
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return children ? { ...node, children } : node;
  const { url } = addresses.get(node.identifier) ?? {};
  if (url === undefined) return { ...node, ...(children && { children }) };
  const { position } = node;
  return (node.type === 'imageReference'
    ? { type: 'image', url, alt: node.alt, position }
    : { type: 'link', url, children, position }) as unknown as Node;
}
