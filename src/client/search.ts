import type { StageWords } from '../model/talk-words.ts';
import { findWords, type FoundWords } from './find-words.ts';

/** The parts of reveal.js that the search uses. */
export interface RevealSearch {
  getIndices: (slide: Element) => { h: number; v?: number };
  slide: (h: number, v?: number, f?: number) => void;
}

/**
 * Opens a field for words with Ctrl+Shift+F; Enter goes to the next slide that has them.
 *
 * @returns what opens it, or closes it.
 */
export function createSearch(region: HTMLElement, reveal: RevealSearch, words: StageWords): () => void {
  const [box, field, count] = (['div', 'input', 'output'] as const).map((name) => document.createElement(name)) as [
    HTMLDivElement,
    HTMLInputElement,
    HTMLOutputElement,
  ];
  box.className = 'searchbox';
  field.className = 'searchinput';
  field.type = 'search';
  field.placeholder = words.search;
  field.setAttribute('aria-label', words.search);
  [box.lang, box.dir] = [words.lang, words.dir];
  box.append(field, count);
  let found: FoundWords[] = [];
  let at = -1;
  let sought = '';
  const light = (ranges: Range[]): void => {
    if ('highlights' in CSS) CSS.highlights.set('found', new Highlight(...ranges));
  };
  const close = (): void => {
    box.remove();
    light([]);
    [found, sought] = [[], ''];
  };
  const go = (): void => {
    if (field.value !== sought) {
      [sought, at] = [field.value, -1];
      found = findWords(region.querySelectorAll<HTMLElement>('section.slide'), sought);
      light(found.flatMap(({ ranges }) => ranges));
    }
    at = found.length > 0 ? (at + 1) % found.length : -1;
    count.value = sought.trim() === '' ? '' : `${at + 1} / ${found.length}`;
    const hit = found[at];
    if (!hit) return;
    const { h, v } = reveal.getIndices(hit.slide);
    reveal.slide(h, v, stepOf(hit.ranges[0]));
  };
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') go();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const toggle = (): void => {
    if (box.isConnected) return close();
    region.append(box);
    field.focus();
    field.select();
  };
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    toggle();
  });
  return toggle;
}

/** Returns the step that shows a found element; `undefined` where it is shown from the start. */
function stepOf(range: Range | undefined): number | undefined {
  const steps: number[] = [];
  let one = range?.startContainer.parentElement?.closest<HTMLElement>('.fragment');
  for (; one; one = one.parentElement?.closest<HTMLElement>('.fragment'))
    steps.push(Number(one.dataset['fragmentIndex']));
  return steps.length > 0 ? Math.max(...steps) : undefined;
}
