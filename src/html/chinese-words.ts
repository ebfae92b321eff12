import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { eachElement } from '../model/walk.ts';
import { addClass, element as elementOf, isHeading, text } from './elements.ts';

const HAN = /\p{Script=Han}/u;
/** Elements that nothing is inserted into. */
const WHOLE = new Set(['code', 'kbd', 'samp', 'svg', 'math']);
/** Words of one character that may begin a line; others are particles such as 的, or the end of a word such as 数据库. */
const BEGINNING = new Set('在与與和及或从從对對为為以把被向由于於是有将將让讓给給用不');

/**
 * Lets Chinese headings break between words: Chinese has no blanks, and browsers break it between any two characters. In
 * the few lines of a heading that parts words such as 发表.
 */
export const chineseWords: Plugin<[], Root> = () => (tree) => {
  const lang = tree.data?.slide?.lang ?? '';
  if (!/^zh(?:-|$)/i.test(lang)) return;
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  eachElement(tree, (heading) => {
    if (!isHeading(heading)) return;
    const breaks = breaksIn(toString(heading), segmenter);
    if (breaks.size === 0) return;
    addClass(heading, 'parted');
    partWords(heading, breaks, 0);
  });
};

/** Puts places to break into an element whose text begins at an offset; returns where it ends. */
function partWords(element: Element, breaks: ReadonlySet<number>, start: number): number {
  let at = start;
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') {
      at = WHOLE.has(child.tagName) ? at + toString(child).length : partWords(child, breaks, at);
      return [child];
    }
    if (child.type !== 'text') return [child];
    const parts: ElementContent[] = [];
    let from = 0;
    for (let index = 0; index < child.value.length; index += 1) {
      if (!breaks.has(at + index)) continue;
      if (index > from) parts.push(text(child.value.slice(from, index)));
      parts.push(elementOf('wbr', {}));
      from = index;
    }
    at += child.value.length;
    return [...parts, text(child.value.slice(from))];
  });
  return at;
}

/** Offsets between words; particles and punctuation stay with the word before. */
function breaksIn(value: string, segmenter: Intl.Segmenter): Set<number> {
  const found = new Set<number>();
  if (!HAN.test(value)) return found;
  let before = false;
  for (const { segment, index, isWordLike = false } of segmenter.segment(value)) {
    const goesOn = segment.length === 1 && HAN.test(segment) && !BEGINNING.has(segment);
    if (before && isWordLike && !goesOn) found.add(index);
    before = isWordLike;
  }
  return found;
}
