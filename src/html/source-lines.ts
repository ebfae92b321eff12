import { toString } from 'hast-util-to-string';
import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { uiWords } from '../model/ui-words.ts';
import { eachElement } from '../model/walk.ts';
import { text } from './elements.ts';

/** A word before a colon, or a sign of rights: the line says itself what it is. */
const LABELLED = /^\s*(?:[\p{L}\p{M}][\p{L}\p{M} ]{0,24}\s?[:：]|©|\(c\))/iu;

/** Begins each line of `:::source` with the word for it in the language of its slide. */
export const sourceLines: Plugin<[], Root> = () => (tree) => {
  const lang = tree.data?.slide?.lang ?? 'en';
  eachElement(tree, (line) => {
    if (line.properties['dataComponent'] !== 'source' || LABELLED.test(toString(line))) return;
    const first = line.children.find((child): child is Element => child.type === 'element');
    const holder = first?.tagName === 'p' ? first : line;
    holder.children.unshift(text(`${uiWords(lang).source}${colonOf(lang)}`));
  });
};

function colonOf(lang: string): string {
  if (/^(?:zh|ja)\b/i.test(lang)) return '：';
  return /^fr\b/i.test(lang) ? '\u00a0: ' : ': ';
}
