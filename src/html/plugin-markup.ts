import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { markImpure } from '../model/hast-data.ts';
import { eachElement, hasType } from '../model/walk.ts';
import { isHeading } from './elements.ts';
import type { IdRegistry } from './ids.ts';

/**
 * Gives each heading the id that it will have, so that plugins which make ids of headings, or link to them, find it. The
 * heading that opens a slide has that of the slide.
 */
export const headingIds: Plugin<[{ registry: IdRegistry }], Root> = ({ registry }) => {
  return (tree) => {
    const { slideId, givenIds = new Set<string>() } = tree.data ?? {};
    const opening = tree.children.find((child): child is Element => child.type === 'element');
    eachElement(tree, (element) => {
      if (!isHeading(element) || element.properties['id']) return;
      if (element === opening && slideId !== undefined) {
        element.properties['id'] = slideId;
        return;
      }
      const id = registry.make(toString(element), 'heading');
      element.properties['id'] = id;
      givenIds.add(id);
      markImpure(tree);
    });
    tree.data = { ...tree.data, givenIds };
  };
};

/**
 * Ends the part of the chain that plugins of a project have: raw HTML that they made becomes elements, and the id of the
 * slide is the slide's alone.
 */
export const settlePlugins: Plugin<[], Root> = () => async (tree) => {
  if (hasType(tree, 'raw')) {
    const { fromHtml } = await import('hast-util-from-html');
    const parsed = (value: string): RootContent[] => fromHtml(value, { fragment: true }).children;
    const settle = (parent: Root | Element): void => {
      parent.children = (parent.children as RootContent[]).flatMap((child) => {
        if (child.type === 'element') settle(child);
        return child.type === 'raw' ? parsed(child.value) : [child];
      }) as ElementContent[];
    };
    settle(tree);
  }
  dropUnshown(tree);
  const { slideId } = tree.data ?? {};
  if (slideId === undefined) return;
  eachElement(tree, (element) => {
    if (isHeading(element) && element.properties['id'] === slideId) delete element.properties['id'];
  });
};

/** Comments are for whoever reads the source, and a slide is not a document. */
function dropUnshown(parent: Nodes): void {
  if (!('children' in parent)) return;
  const shown = parent.children.filter(({ type }) => type !== 'comment' && type !== 'doctype');
  if (shown.length < parent.children.length) parent.children = shown as ElementContent[];
  for (const child of parent.children) dropUnshown(child);
}
