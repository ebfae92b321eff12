import type { Element, ElementContent, Root } from 'hast';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { element } from '../html/elements.ts';
import type { ContentPlugin } from '../model/plugins.ts';
import { guardedPlugin } from './run-plugin.ts';
import type { StartedContent, WholeStage } from './to-content.ts';

/** Marks the element that holds a slide, or its notes. */
const MARK = 'dataPart';

/**
 * Makes the stage in which a plugin sees all slides at once: each in a `<section>`, with its notes in an `<aside>`, under
 * one root. What it adds beside them ends the last slide.
 */
export function wholeDeckStage(plugin: ContentPlugin, file: VFile): WholeStage['run'] {
  let expected = 0;
  const processor = unified()
    .use(
      guardedPlugin(plugin, {
        kind: 'hast',
        file,
        around: (run) => (tree) => run(tree as Root, { file, place: undefined, what: 'deck' }),
        check: (tree) => (boxesIn(tree as Root).size < expected ? 'it removed a slide' : undefined),
      }),
    )
    .freeze();
  return async (contents) => {
    const parts = contents.filter(({ failed }) => !failed);
    expected = parts.length;
    const tree: Root = { type: 'root', children: parts.map(boxOf) };
    const made = (await processor.run(tree, file)) as Root;
    const boxes = boxesIn(made);
    parts.forEach((content, index) => {
      const box = boxes.get(String(index));
      if (box) content.hast.children = box.children;
    });
    const known = new Set<unknown>(boxes.values());
    const beside = made.children.filter((child) => !known.has(child));
    const last = parts.findLast(({ source }) => source.facts.part === 'content');
    last?.hast.children.push(...beside);
  };
}

function boxOf({ source, hast }: StartedContent, index: number): Element {
  const tagName = source.facts.part === 'notes' ? 'aside' : 'section';
  return element(tagName, { [MARK]: String(index) }, hast.children as ElementContent[]);
}

/** The elements that hold slides, by their number. */
function boxesIn({ children }: Root): Map<string, Element> {
  const boxes = children.filter((child): child is Element => child.type === 'element' && MARK in child.properties);
  return new Map(boxes.map((box) => [String(box.properties[MARK]), box]));
}
