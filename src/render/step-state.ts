import type { Element, ElementContent } from 'hast';

/**
 * Renders a slide as it looks after some of its steps, for documents that do not move: fragments are marked as
 * reveal.js marks them, and those that are still to come as `pending`.
 *
 * @param step - 0 before the first step.
 */
export function atStep(section: Element, step: number): Element {
  return marked(section, step);
}

function marked(node: Element, step: number): Element {
  const { dataFragmentIndex, dataCodeSteps } = node.properties;
  const children = node.children.map((child) => (child.type === 'element' ? marked(child, step) : child));
  if (dataCodeSteps !== undefined) return { ...node, children: emphasised(children, shownMarks(children, step)) };
  if (dataFragmentIndex === undefined) return { ...node, children };
  const index = Number(dataFragmentIndex);
  const state = index >= step ? ['pending'] : index === step - 1 ? ['visible', 'current-fragment'] : ['visible'];
  const className = [...((node.properties['className'] as string[] | undefined) ?? []), ...state];
  return { ...node, properties: { ...node.properties, className }, children };
}

/** Steps of a block of code that have been taken: each has a mark. */
function shownMarks(children: ElementContent[], step: number): number {
  return children.filter(
    (child) => child.type === 'element' && Number(child.properties['dataFragmentIndex'] ?? Infinity) < step,
  ).length;
}

function emphasised(children: ElementContent[], state: number): ElementContent[] {
  return children.map((child) => {
    if (child.type !== 'element') return child;
    const { dataAt, className } = child.properties;
    if (dataAt === undefined) return { ...child, children: emphasised(child.children, state) };
    const names = ((className as string[] | undefined) ?? []).filter((name) => name !== 'dim');
    const dim = String(dataAt).split(' ').includes(String(state)) ? [] : ['dim'];
    return { ...child, properties: { ...child.properties, className: [...names, ...dim] } };
  });
}
