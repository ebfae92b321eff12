import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { HtmlPolicy } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { attributeName, isLoadingData } from '../model/own-data.ts';
import { eachElement } from '../model/walk.ts';
import { loadsFiles } from '../model/loading-css.ts';

export interface LinksOptions {
  /** @default 'safe' */
  policy?: HtmlPolicy;
}

const SCRIPT_PROTOCOL = /^(?:javascript|vbscript|data|blob):/i;

/** Takes off what would run or load something, with a message: addresses of links, references of drawings, `data-*` of reveal.js. */
export const links: Plugin<[LinksOptions?], Root> = ({ policy = 'safe' } = {}) => {
  return (tree, file) => {
    if (policy === 'trusted') return;
    eachElement(tree, (element) => {
      for (const [name, value] of Object.entries(element.properties)) {
        if (name === 'href' || name === 'xLinkHref') checkAddress(element, name, file, tree);
        else if (name.startsWith('data') ? isLoadingData(name) : refersOutside(name, value)) {
          delete element.properties[name];
          const reason = `${attributeName(name)}= was removed from <${element.tagName}>: a deck loads nothing from the web`;
          warn(file, reason, { place: element.position ?? tree.position, ruleId: 'html-address' });
        }
      }
    });
  };
};

function checkAddress(element: Element, name: string, file: VFile, tree: Root): void {
  const value = element.properties[name];
  // Browsers skip white space and control characters inside an address's scheme.
  // oxlint-disable-next-line no-control-regex
  const address = typeof value === 'string' ? value.replace(/[\u0000-\u0020]+/g, '') : '';
  const inDrawing = element.tagName === 'use' || name === 'xLinkHref';
  if (!SCRIPT_PROTOCOL.test(address) && !(inDrawing && !address.startsWith('#') && address)) return;
  delete element.properties[name];
  const shown = address.length > 40 ? `${address.slice(0, 40)}…` : address;
  const reason = `The address “${shown}” was removed, expected a web address, a file, or “#” and a slide’s id`;
  warn(file, reason, { place: element.position ?? tree.position, ruleId: 'link-address' });
}

/** `style` is looked at where raw HTML is cleaned; texts such as titles may hold anything. */
function refersOutside(name: string, value: unknown): boolean {
  return typeof value === 'string' && REFERRING.has(name) && loadsFiles(value);
}

const REFERRING = new Set(['clipPath', 'fill', 'markerEnd', 'markerMid', 'markerStart', 'mask', 'stroke']);
