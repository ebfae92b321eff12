import type { Element } from 'hast';
import { element, text } from './elements.ts';

/** What stands on the slide for something that could not be drawn or read: it says so, and shows its source. */
export function brokenBox(reason: string, source = ''): Element {
  const shown = source ? [element('pre', {}, [element('code', {}, [text(`${source}\n`)])])] : [];
  return element('div', { className: ['broken'], role: 'note' }, [
    element('p', { className: ['broken-reason'] }, [text(reason)]),
    ...shown,
  ]);
}
