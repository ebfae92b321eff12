import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { eachElement } from '../model/walk.ts';

/** Makes a `div` of each `section` an author wrote: to reveal.js a section inside a slide is one more slide. */
export const nestedSections: Plugin<[], Root> = () => (tree) => {
  eachElement(tree, (element) => {
    if (element.tagName === 'section') element.tagName = 'div';
  });
};
