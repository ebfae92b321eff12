import type { Element } from 'hast';
import type { Code } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { Handlers, State } from 'mdast-util-to-hast';
import { htmlProperties } from '../model/attributes.ts';
import type { Fence } from '../model/fence.ts';
import { errorBox } from './error-box.ts';
import { element, text } from './elements.ts';

/**
 * Fences and formulas of a deck, by the `data-part` of the element that stands for them. They are kept beside the tree,
 * because only attributes survive where a slide's raw HTML is parsed and cleaned.
 */
export type FenceRegistry = Map<string, Fence>;

type WithFence = { data?: { fence?: Fence } };

/** Returns mdast-util-to-hast handlers that leave an element for each fence and formula. */
export function fenceHandlers(parts: FenceRegistry): Handlers {
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
        return placed(state, node, element('div', properties, [text(fence.value)]));
      }
      const lang = fence ? fence.lang : node.lang;
      const language = fence && isDiff(fence) ? lang?.slice('diff-'.length) : lang;
      const value = fence && isDiff(fence) ? withoutMarks(fence.value) : (fence?.value ?? node.value);
      const code = element('code', language ? { className: [`language-${language}`] } : {}, [
        text(value ? `${value}\n` : ''),
      ]);
      const properties = fence ? { ...ownProperties(fence), ...(isDecorated(fence) && { dataPart: keep(fence) }) } : {};
      return placed(state, node, element('pre', properties, [code]));
    },
    math: formula,
    inlineMath: formula,
  };
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
