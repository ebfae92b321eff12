import { tableKeys } from './light-table.ts';
import { clockText } from './pace.ts';
import type { TalkStore } from './talk-store.ts';
import type { Thumbnails } from './thumbnails.ts';

/** A dialog that lists the slides with images of them. */
export interface SlideList {
  /** Opens it at the slide that is shown, or closes it. */
  toggle: () => void;
}

export interface SlideListOptions {
  rows: HTMLElement;
  store: TalkStore;
  thumbnails: Thumbnails;
  /** Title of slides without one. */
  untitled: string;
}

/** Makes a dialog a list of the slides, a click on which leads there; its keys are those of the overview. */
export function createSlideList(dialog: HTMLDialogElement, options: SlideListOptions): SlideList {
  const { rows, store } = options;
  takeListKeys(dialog);
  return {
    toggle() {
      if (dialog.open) return dialog.close();
      fillList(options, (id) => {
        dialog.close();
        store.go({ slide: id, step: 0 });
      });
      dialog.showModal();
      const current = rows.querySelector<HTMLElement>('[aria-current]');
      current?.focus({ preventScroll: true });
      current?.scrollIntoView({ block: 'center' });
    },
  };
}

/** Lists all slides below their sections. */
function fillList({ rows, store, untitled, thumbnails }: SlideListOptions, go: (id: string) => void): void {
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
      made.dir = 'auto';
      made.textContent = text;
      return made;
    };
    button.type = 'button';
    button.dataset['number'] = String(slide.number ?? '');
    button.append(
      thumbnails.of(slide.id),
      cell('number', String(slide.number ?? '')),
      cell('name', slide.title || untitled),
      cell('drawn', store.drawing(slide.id).strokes.length > 0 ? '✎' : ''),
      cell('count', slide.steps > 0 ? `+${slide.steps}` : ''),
      cell('at', slide.length > 0 ? clockText(slide.start) : ''),
    );
    if (slide.id === store.talk.at.slide) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => go(slide.id));
    item.append(button);
    items.push(item);
  }
  rows.replaceChildren(...items);
}

/** Lets keys go through the list of slides as through the overview. */
function takeListKeys(list: HTMLDialogElement): void {
  const buttons = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('li button')];
  const focused = (): Element | null => (list.getRootNode() as ShadowRoot).activeElement;
  const takes = tableKeys({
    slides: () =>
      buttons().map((button) => ({
        box: button.getBoundingClientRect(),
        number: button.dataset['number'] ?? '',
        title: button.querySelector('.name')?.textContent ?? '',
      })),
    marked: () => buttons().findIndex((button) => button === focused()),
    mark(index) {
      const button = buttons()[index];
      button?.focus({ preventScroll: true });
      button?.scrollIntoView({ block: 'nearest' });
    },
    go: (index) => buttons()[index]?.click(),
    view: () => list.clientHeight,
    rtl: document.documentElement.dir === 'rtl',
  });
  list.addEventListener('keydown', (event) => {
    // The button that closes the list has its own.
    if (/^(?:Enter| )$/.test(event.key) && focused()?.matches('form *')) return;
    if (!takes(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}
