import type { StageWords } from '../model/talk-words.ts';
import type { PluginKey } from './plugin-keys.ts';
import { keyTable, type KeyGroup } from './presenter-words.ts';

/**
 * Lists the keys of a talk.
 *
 * @param ofPlugins - keys that plugins have taken; with Shift they do what they would do without plugins.
 * @param only - what keys of this window do. @default all
 */
export function fillKeys(
  place: HTMLElement,
  words: StageWords,
  { ofPlugins = [], only }: { ofPlugins?: readonly PluginKey[] | undefined; only?: readonly string[] | undefined } = {},
): void {
  const taken = new Set(ofPlugins.map(({ key }) => key));
  const described = ofPlugins.filter(({ key, does }) => key && does);
  const groups = keyTable(words, document.documentElement.dir)
    .map(([title, rows]): KeyGroup => {
      const own = rows.filter(([, does]) => only?.includes(does) ?? true);
      return [title, own.map(([keys, does]) => [withShift(keys, taken), does])];
    })
    .filter(([, rows]) => rows.length > 0);
  if (described.length > 0) groups.push(['Plugins', described.map(({ key, does }) => [key, does])]);
  const make = (name: string, text = ''): HTMLElement => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  place.replaceChildren(
    ...groups.map(([title, rows]) => {
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

function withShift(keys: string, taken: ReadonlySet<string>): string {
  return keys
    .split(' ')
    .map((key) => (taken.has(key) ? `⇧${key}` : key))
    .join(' ');
}
