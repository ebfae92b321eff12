import type { StageWords } from '../model/talk-words.ts';
import { keyTable } from './presenter-words.ts';

/** Lists the keys of a talk. */
export function fillKeys(place: HTMLElement, words: StageWords): void {
  const make = (name: string, text = ''): HTMLElement => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  place.replaceChildren(
    ...keyTable(words, document.documentElement.dir).map(([title, rows]) => {
      const group = make('section');
      const list = make('dl');
      for (const [keys, does] of rows) {
        const names = make('dt');
        names.append(...keys.split(' ').map((key) => make('kbd', key)));
        list.append(names, make('dd', does));
      }
      group.append(make('h3', title), list);
      return group;
    }),
  );
}
