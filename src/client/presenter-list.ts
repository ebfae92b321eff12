import { clockText } from './pace.ts';
import type { TalkStore } from './talk-store.ts';

/** Lists all slides below their sections, each a button that leads there. */
export function fillList(
  rows: HTMLElement,
  store: TalkStore,
  { untitled, go }: { untitled: string; go: (id: string) => void },
): void {
  let section = '';
  const items: HTMLElement[] = [];

  for (const slide of store.plan) {
    if (slide.section !== section) {
      section = slide.section;
      const head = document.createElement('li');
      head.className = 'section';
      head.textContent = section;
      items.push(head);
    }
    const item = document.createElement('li');
    const button = document.createElement('button');
    const cell = (className: string, text: string): HTMLElement => {
      const made = document.createElement('span');
      made.className = className;
      made.textContent = text;
      return made;
    };
    button.type = 'button';
    button.append(
      cell('number', String(slide.number ?? '')),
      cell('name', slide.title || untitled),
      cell('drawn', store.drawing(slide.id).strokes.length > 0 ? '✎' : ''),
      cell('at', slide.length > 0 ? clockText(slide.start) : ''),
    );
    if (slide.id === store.talk.at.slide) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => go(slide.id));
    item.append(button);
    items.push(item);
  }
  rows.replaceChildren(...items);
}
