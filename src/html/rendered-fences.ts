import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { Fence } from '../model/fence.ts';
import { markImpure } from '../model/hast-data.ts';
import { fail } from '../model/messages.ts';
import type { RawMarkups } from '../model/raw-markup.ts';
import type { UiWords } from '../model/ui-words.ts';
import { eachElement } from '../model/walk.ts';
import { replaceWithFigure } from './drawings.ts';
import { addClass, element, replaceWith } from './elements.ts';
import { errorBox } from './error-box.ts';
import type { FenceRegistry } from './fence-registry.ts';
import { svgParts } from './svg.ts';

/** The result of a plugin for a fence. */
export type RenderedMarkup = { svg: string } | { content: ElementContent[] } | { problem: string };

/** Renders a fence by the plugin that has its language; never fails. @param lang - of the slide */
export type RenderFence = (fence: Fence, lang: string) => Promise<RenderedMarkup>;

export interface RenderedFencesOptions {
  parts: FenceRegistry;
  /** @default there are no such fences */
  render: RenderFence | undefined;
  words: UiWords;
  rawMarkup: RawMarkups;
}

/**
 * Shows the results of the project's plugins for fences of their languages: SVG as a drawing, with a caption and
 * alternative text, HTML as it is. A failure is a message at its fence, and a box that says so.
 */
export const renderedFences: Plugin<[RenderedFencesOptions], Root> = ({ parts, render, words, rawMarkup }) => {
  if (!render) return undefined;
  let count = 0;
  return async (tree, file) => {
    const found: [Element, Fence][] = [];
    eachElement(tree, (target) => {
      const fence = parts.get(String(target.properties['dataPart']));
      if (fence?.kind === 'rendered') found.push([target, fence]);
    });
    if (found.length === 0) return;
    markImpure(tree);
    const lang = tree.data?.slide?.lang ?? 'en';
    const made = await Promise.all(found.map(([, fence]) => render(fence, lang)));
    for (const [index, [target, fence]] of found.entries()) {
      const markup = made[index] ?? { problem: 'nothing was made' };
      delete target.properties['dataPart'];
      if ('problem' in markup) replaceWith(target, errorBox(report(markup.problem, fence, file), fence.value));
      else if ('content' in markup) replaceWith(target, boxOf(markup.content, target));
      else {
        count += 1;
        const svg = await partsOf(markup.svg, `fence${count}`);
        const result = { markup: markup.svg, description: '' };
        replaceWithFigure(target, svg, { fence, result, words, rawMarkup });
      }
    }
  };
};

function report(problem: string, fence: Fence, file: VFile): string {
  fail(file, `The fence “${fence.lang}” cannot be rendered: ${problem}`, { place: fence.position, ruleId: 'plugin' });
  return problem;
}

/** One element stands for itself, with the fence's own id and classes. */
function boxOf(content: ElementContent[], target: Element): Element {
  const shown = content.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const [only] = shown;
  const box = only?.type === 'element' && shown.length === 1 ? only : element('div', {}, content);
  const { className, ...others } = target.properties;
  box.properties = { ...box.properties, ...others };
  if (Array.isArray(className)) addClass(box, ...className.map(String));
  return box;
}

/** Attributes of the SVG element count as well: colours are often there. */
async function partsOf(markup: string, prefix: string): Promise<ReturnType<typeof svgParts>> {
  const { fromHtml } = await import('hast-util-from-html');
  const svg = svgParts(markup, prefix);
  const start = Math.max(0, markup.search(/<svg\b/));
  const tag = markup.slice(start, markup.indexOf('>', start) + 1);
  const [root] = fromHtml(`${tag || '<svg>'}</svg>`, { fragment: true }).children;
  const { width: _, height: __, xmlns: ___, role: ____, ...own } = root?.type === 'element' ? root.properties : {};
  return { ...svg, properties: { ...own, ...svg.properties } };
}
