import type { Element } from 'hast';
import type { Code } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { Handlers, State } from 'mdast-util-to-hast';
import { htmlProperties } from '../model/attributes.ts';
import type { Fence } from '../model/fence.ts';
import { errorBox } from './error-box.ts';
import { addClass, element, text } from './elements.ts';

/**
 * Fences and formulas of a deck, by the `data-part` of the element that stands for them. They are kept beside the tree,
 * because only attributes survive where a slide's raw HTML is parsed and cleaned.
 */
export type FenceRegistry = Map<string, Fence>;

type WithFence = { data?: { fence?: Fence } };

export interface FenceHandlersOptions {
  /**
   * Plugins of the project see the elements: formulas have the classes that remark-math gives them, and every block of code
   * can be found by its fence.
   * @default false
   */
  forPlugins?: boolean;
}

/** Returns mdast-util-to-hast handlers that leave an element for each fence and formula. */
export function fenceHandlers(parts: FenceRegistry, { forPlugins = false }: FenceHandlersOptions = {}): Handlers {
  const keep = (fence: Fence): string => {
    const id = String(parts.size + 1);
    parts.set(id, fence);
    return id;
  };
  const formula = (state: State, node: Math | InlineMath): Element => {
    const fence = (node as WithFence).data?.fence;
    const tagName = fence?.kind === 'math' ? 'div' : 'span';
    const properties = fence ? { dataPart: keep(fence) } : {};
    const made = element(tagName, properties, [text(node.value)]);
    if (fence && forPlugins) addClass(made, ...mathClasses(fence));
    // What mdast-util-math says of its nodes makes code of them.
    state.patch(node, made);
    return made;
  };
  return {
    code(state: State, node: Code) {
      const fence = node.data?.fence;
      if (fence?.problem !== undefined) return placed(state, node, errorBox(fence.problem));
      if (fence && fence.kind !== 'code') {
        const properties = { ...ownProperties(fence), dataPart: keep(fence) };
        const made = element('div', properties, [text(fence.value)]);
        if (forPlugins) addClass(made, ...mathClasses(fence));
        return placed(state, node, made);
      }
      const lang = fence ? fence.lang : node.lang;
      const language = fence && isDiff(fence) ? lang?.slice('diff-'.length) : lang;
      const value = fence && isDiff(fence) ? withoutMarks(fence.value) : (fence?.value ?? node.value);
      const code = element('code', language ? { className: [`language-${language}`] } : {}, [
        text(value ? `${value}\n` : ''),
      ]);
      const isKept = fence && (forPlugins || isDecorated(fence));
      const properties = fence ? { ...ownProperties(fence), ...(isKept && { dataPart: keep(fence) }) } : {};
      return placed(state, node, element('pre', properties, [code]));
    },
    math: formula,
    inlineMath: formula,
  };
}

/** Classes that plugins for formulas look for. A `pre` does not suit formulas: plugins for code would take it. */
function mathClasses({ kind }: Fence): string[] {
  if (kind !== 'math' && kind !== 'inline-math') return [];
  return ['language-math', kind === 'math' ? 'math-display' : 'math-inline'];
}

function placed(state: State, node: Code, made: Element): Element {
  state.patch(node, made);
  return state.applyData(node, made) as Element;
}

function ownProperties({ attributes }: Fence): ReturnType<typeof htmlProperties> {
  const values = new Map([...attributes.values].filter(([key]) => key.startsWith('data-')));
  return htmlProperties({ ...attributes, values });
}

/** Tells whether a fence is a diff, as in ```` ```diff-ts ````: lines begin with `+` or `-`. */
export function isDiff({ lang }: Fence): boolean {
  return lang.startsWith('diff-');
}

function withoutMarks(value: string): string {
  return value.replace(/^[-+ ]/gm, '');
}

function isDecorated(fence: Fence): boolean {
  const { values } = fence.attributes;
  return fence.emphasis.length > 0 || values.has('numbers') || values.has('title') || isDiff(fence);
}
