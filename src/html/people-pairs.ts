import type { Element, ElementContent } from 'hast';
import { namesPeople } from '../model/people-words.ts';
import { element, text } from './elements.ts';
import { asPersons, classesOf, isBold, isFullName, lettersIn, withoutOpening } from './picture-lists.ts';
import type { PictureItem, PictureListOptions } from './picture-lists.ts';
import type { PicturePair } from './picture-pairs.ts';
import { shapeOf } from './picture-rows.ts';

/** Width by height of portraits: upright, or nearly square. */
const [NARROWEST, WIDEST] = [0.5, 1.15];
/** Signs between a name and the words after it. */
const BEHIND = /[,;:|·•–—\n(]|\s-{1,3}\s/u;
/** Letters of scripts without capitals. */
const UNCASED = /^[\p{Lo}\s・·]{2,16}$/u;

/**
 * Returns images with a name below each as people; `undefined` for others. Names in bold are meant as such, and a heading
 * may say so; others have two parts or more, and behind them something in small letters.
 */
export function pairsAsPeople(
  pairs: readonly PicturePair[],
  title: string,
  options: PictureListOptions,
): Element | undefined {
  const shapes = pairs.map(({ image }) => shapeOf(element('figure', {}, [image])));
  if (shapes.some((shape) => shape === undefined || shape < NARROWEST || shape > WIDEST)) return undefined;
  if (pairs.some(({ image }) => options.vectors.has(String(image.properties['src'])))) return undefined;
  const items = pairs.map(asItem);
  if (!items.every((item) => item !== undefined)) return undefined;
  const areAnnounced = namesPeople(title);
  if (!items.every((item, index) => isPerson(item, pairs[index], areAnnounced))) return undefined;
  if (items.length === 1 && !areAnnounced) return undefined;
  const people = asPersons(items);
  if (!people) return undefined;
  const className = classesOf(items, options);
  const made = element('ul', { dataComponent: 'people', role: 'list', className }, people);
  const [start, end] = [pairs[0]?.position?.start, pairs.at(-1)?.position?.end];
  if (start && end) made.position = { start, end };
  return made;
}

/** Tells whether words are about a person. @param isAnnounced - the heading is about people. */
function isPerson(
  { words: [name, ...about] }: PictureItem,
  pair: PicturePair | undefined,
  isAnnounced: boolean,
): boolean {
  const [first] = pair?.words ?? [];
  const called = name ? lettersIn(name).trim() : '';
  if (isAnnounced) return !/[.!?]$/.test(called) || /\p{Lu}\.$/u.test(called);
  if (first?.type === 'element' && isBold(first)) return true;
  const role = about.map(lettersIn).join('').trim();
  return (isFullName(called) || UNCASED.test(called)) && /^\(?[\p{Ll}\p{Lo}]/u.test(role) && !/\d/.test(role);
}

/** Returns words as an item with a name in bold. */
function asItem({ picture, image, words, position }: PicturePair): PictureItem | undefined {
  const item = element('li', {}, []);
  if (position) item.position = position;
  const [first, ...more] = words;
  if (!first) return undefined;
  if (first.type === 'element') {
    const name = isBold(first) ? first : element('strong', {}, [first]);
    return first.tagName === 'br' ? undefined : { item, picture, image, words: [name, ...withoutOpening(more)] };
  }
  if (first.type !== 'text') return undefined;
  const at = first.value.search(BEHIND);
  const name = (at === -1 ? first.value : first.value.slice(0, at)).trim();
  const rest = at === -1 ? '' : first.value.slice(at).replace(/^[^\p{L}\p{N}(]+/u, '');
  if (name === '') return undefined;
  const role = more.length === 0 ? rest.trim().replace(/^\(([^()]*)\)$/, '$1') : rest;
  const said: ElementContent[] = role === '' ? withoutOpening(more) : [text(role), ...more];
  return { item, picture, image, words: [element('strong', {}, [text(name)]), ...said] };
}
