import type { Element, ElementContent, ElementData, Nodes, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Fence } from '../model/fence.ts';
import { markImpure } from '../model/hast-data.ts';
import type { RuleId } from '../model/rule-ids.ts';
import { eachElement, hasType } from '../model/walk.ts';
import { isHeading } from './elements.ts';
import type { FenceRegistry } from './fence-registry.ts';
import type { IdRegistry } from './ids.ts';
import { renameKatexClasses } from './older-katex.ts';
import { idsIn, renameRepeated } from './repeated-ids.ts';

export interface PluginMarkupOptions {
  parts: FenceRegistry;
  registry: IdRegistry;
}

/**
 * Prepares a slide for plugins of the project. Headings have the ids that they will have, so that plugins which make ids of
 * headings, or link to them, find them; the heading that opens a slide has that of the slide. What is behind the
 * language of a fence is where plugins look for it: parsing raw HTML leaves attributes alone.
 */
export const preparePlugins: Plugin<[PluginMarkupOptions], Root> = ({ parts, registry }) => {
  return (tree) => {
    const { slideId } = tree.data ?? {};
    const givenIds = new Set<string>();
    const opening = tree.children.find((child): child is Element => child.type === 'element');
    eachElement(tree, (element, parent) => {
      const { tagName, properties } = element;
      if (tagName === 'code' && parent.type === 'element') {
        const meta = parts.get(String(parent.properties['dataPart']))?.meta;
        if (meta !== undefined) Object.assign((element.data ??= {} as ElementData), { meta });
      }
      if (!isHeading(element) || properties['id']) return;
      if (element === opening && slideId !== undefined) {
        properties['id'] = slideId;
        return;
      }
      const id = registry.make(toString(element), 'heading');
      properties['id'] = id;
      givenIds.add(id);
      markImpure(tree);
    });
    tree.data = { ...tree.data, givenIds, idsBefore: idsIn(tree), placesBefore: placesIn(tree) };
  };
};

/**
 * Ends the part of the chain that plugins of a project have: raw HTML that they made becomes elements, ids are unique in
 * the deck, and the id of the slide is the slide's alone.
 */
export const settlePlugins: Plugin<[PluginMarkupOptions], Root> = ({ parts, registry }) => {
  return async (tree, file) => {
    if (hasType(tree, 'raw')) await parseRaw(tree);
    dropUnshown(tree);
    renameKatexClasses(tree);
    const { slideId, idsBefore = new Set<string>(), placesBefore } = tree.data ?? {};
    if (placesBefore) dropForeignPlaces(tree, placesBefore);
    eachElement(tree, (element) => {
      const { properties } = element;
      if (slideId !== undefined && isHeading(element) && properties['id'] === slideId) delete properties['id'];
      const fence = parts.get(String(properties['dataPart']));
      if (fence?.kind !== 'code' || element.tagName === 'pre') return;
      // A plugin has made something else of the block, and knows what stands behind its language.
      delete properties['dataPart'];
      takeBack(fence, file);
    });
    renameRepeated(tree, idsBefore, registry);
  };
};

/** Lists the positions that nodes have, as texts. */
function placesIn(tree: Root): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (node: Nodes): void => {
    if (node.position) found.add(placeOf(node.position));
    if ('children' in node) for (const child of node.children) add(child);
  };
  add(tree);
  return found;
}

function placeOf({ start, end }: Position): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/**
 * Removes positions of nodes that plugins parsed themselves: they refer to another text, and messages would show them.
 */
function dropForeignPlaces(node: Nodes, known: ReadonlySet<string>): void {
  if (node.position && !known.has(placeOf(node.position))) delete node.position;
  if ('children' in node) for (const child of node.children) dropForeignPlaces(child, known);
}

async function parseRaw(tree: Root): Promise<void> {
  const { fromHtml } = await import('hast-util-from-html');
  const settle = (parent: Root | Element): void => {
    parent.children = (parent.children as RootContent[]).flatMap((child) => {
      if (child.type === 'element') settle(child);
      return child.type === 'raw' ? fromHtml(child.value, { fragment: true }).children : [child];
    }) as ElementContent[];
  };
  settle(tree);
}

const ABOUT_FENCES = new Set<string>(['code-attribute', 'code-from', 'code-lines'] satisfies RuleId[]);

function takeBack({ position }: Fence, file: VFile): void {
  const kept = file.messages.filter(
    ({ ruleId, line }) => ruleId === undefined || !ABOUT_FENCES.has(ruleId) || line !== position?.start.line,
  );
  file.messages.splice(0, file.messages.length, ...kept);
}

/** Comments are for readers of the source, and a slide is not a document. */
function dropUnshown(parent: Nodes): void {
  if (!('children' in parent)) return;
  const shown = parent.children.filter(({ type }) => type !== 'comment' && type !== 'doctype');
  if (shown.length < parent.children.length) parent.children = shown as ElementContent[];
  for (const child of parent.children) dropUnshown(child);
}
