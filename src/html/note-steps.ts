import type { Element, Parents } from 'hast';
import { element, text } from './elements.ts';

/**
 * Marks in speaker notes where the next step of the slide comes: at each `::pause`, and before the words of `:step[…]`.
 * The number is drawn by CSS, so it counts neither as a word nor as text of the notes.
 */
export function markSteps(tree: Parents): void {
  let last = 0;
  const visit = (parent: Parents): void => {
    for (const child of parent.children.slice()) {
      if (child.type !== 'element') continue;
      const { dataPause, dataStep, dataAt, ...rest } = child.properties;
      if (dataPause !== undefined || dataStep !== undefined) {
        child.properties = rest;
        child.children.unshift(mark(typeof dataAt === 'string' ? Number(dataAt) : (last += 1)), text(' '));
      }
      if (dataPause !== undefined) joinNext(parent, child);
      else visit(child);
    }
  };
  visit(tree);
}

/** Notes of a step begin with its mark. */
function joinNext(parent: Parents, pause: Element): void {
  const at = parent.children.indexOf(pause);
  const next = parent.children.slice(at + 1).find(({ type }) => type === 'element');
  if (next?.type === 'element' && next.tagName === 'p') {
    next.children.unshift(...pause.children);
    parent.children.splice(at, 1);
  } else pause.tagName = 'p';
}

function mark(step: number): Element {
  return element('b', { className: ['note-step'], dataNumber: String(step) });
}
