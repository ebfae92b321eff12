import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { eachElement } from '../model/walk.ts';

/**
 * Turns the footnote list that closes a slide into a labelled group. What mdast-util-to-hast makes is a `section` (in
 * reveal.js that is a slide) with a heading (in a PDF that is a bookmark).
 */
export const footnotes: Plugin<[{ label: string }], Root> = ({ label }) => {
  return (tree) => {
    eachElement(tree, (element) => {
      if (element.properties['dataFootnoteRef'] !== undefined) delete element.properties['ariaDescribedBy'];
      if (element.tagName !== 'section' || element.properties['dataFootnotes'] === undefined) return;
      element.tagName = 'div';
      element.properties = { className: ['footnotes'], role: 'group', ariaLabel: label };
      element.children = element.children.filter((child) => child.type !== 'element' || child.tagName !== 'h2');
    });
  };
};
