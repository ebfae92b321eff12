import type { Element } from 'hast';
import { element, text } from './elements.ts';

/** How much of a source a box shows: with more, the rest of the slide could not be read. */
const LINES = 8;
const COLUMNS = 80;

/** Returns the box for what could not be drawn or read: the reason, and where its source begins. */
export function errorBox(reason: string, source = ''): Element {
  const shown = source ? [element('pre', {}, [element('code', {}, [text(`${beginning(source)}\n`)])])] : [];
  return element('div', { className: ['broken'], role: 'note' }, [
    element('p', { className: ['broken-reason'] }, [text(reason)]),
    ...shown,
  ]);
}

function beginning(source: string): string {
  const lines = source.split('\n', LINES + 1);
  const cut = lines.slice(0, LINES).map((line) => (line.length > COLUMNS ? `${line.slice(0, COLUMNS - 1)}…` : line));
  return [...cut, ...(lines.length > LINES ? ['…'] : [])].join('\n');
}
