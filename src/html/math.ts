import type { Element, ElementContent, Root } from 'hast';
import type { KatexOptions } from 'katex';
import type { Plugin } from 'unified';
import type { Fence } from '../model/fence.ts';
import { warn } from '../model/messages.ts';
import { eachElement } from '../model/walk.ts';
import { brokenBox } from './broken.ts';
import { element, replaceWith, text } from './elements.ts';
import type { FenceParts } from './fence-parts.ts';

export interface MathOptions {
  parts: FenceParts;
  /** Formulas that were set before, by their source. */
  known: Map<string, ElementContent[]>;
}

/**
 * Sets formulas with KaTeX, as HTML for the eye and MathML for those who hear it. What KaTeX does not understand is a
 * message at its place in the formula, and the formula's source is shown.
 */
export const math: Plugin<[MathOptions], Root> = ({ parts, known }) => {
  return async (tree, file) => {
    const formulas: [Element, Fence][] = [];
    eachElement(tree, (found) => {
      const fence = parts.get(String(found.properties['dataPart']));
      if (fence?.kind === 'math' || fence?.kind === 'inline-math') formulas.push([found, fence]);
    });
    if (formulas.length === 0) return;
    // The window that shows notes has none of KaTeX's styles; browsers show MathML by themselves.
    const output = tree.data?.slide?.part === 'notes' ? 'mathml' : 'htmlAndMathml';
    const { default: katex } = await import('katex');
    const { fromHtml } = await import('hast-util-from-html');
    for (const [target, fence] of formulas) {
      const display = fence.kind === 'math';
      const key = `${output} ${String(display)} ${fence.value}`;
      try {
        let children = known.get(key);
        if (!children) {
          const html = katex.renderToString(fence.value, { ...OPTIONS, output, displayMode: display });
          children = fromHtml(html, { fragment: true }).children as ElementContent[];
          known.set(key, children);
        }
        const properties = { ...target.properties, className: [display ? 'math' : 'inline-math'] };
        delete (properties as Element['properties'])['dataPart'];
        replaceWith(target, element(display ? 'div' : 'span', properties, structuredClone(children)));
      } catch (error) {
        const reason = reasonOf(error);
        warn(file, `Unexpected formula: ${reason}`, { place: placeOf(error, fence), ruleId: 'math' });
        replaceWith(
          target,
          display
            ? brokenBox(reason, fence.value)
            : element('code', { className: ['broken'], title: reason }, [text(fence.value)]),
        );
      }
    }
  };
};

const OPTIONS: KatexOptions = { throwOnError: true, strict: 'ignore', trust: false };

interface KatexError {
  rawMessage?: string;
  /** UTF-16 offset in the formula. */
  position?: number;
}

function reasonOf(error: unknown): string {
  const { rawMessage } = error as KatexError;
  return (rawMessage ?? (error instanceof Error ? error.message : String(error))).replace(/\.$/, '');
}

function placeOf(error: unknown, { valueStart, value, position }: Fence): Fence['position'] {
  const { position: offset } = error as KatexError;
  if (!valueStart || offset === undefined) return position;
  const before = value.slice(0, offset).split('\n');
  const column = (before.length > 1 ? 1 : valueStart.column) + (before.at(-1)?.length ?? 0);
  const point = { line: valueStart.line + before.length - 1, column };
  return { start: point, end: point };
}
