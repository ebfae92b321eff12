import type { Root } from 'hast';
import type { Plugin } from 'unified';
import type { HtmlPolicy } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { eachElement } from '../model/walk.ts';

export interface LinksOptions {
  /** @default 'safe' */
  policy?: HtmlPolicy;
}

const SCRIPT_PROTOCOL = /^(?:javascript|vbscript|data|blob):/i;

/** Takes the address off links that would run something, with a message; the link's text stays. */
export const links: Plugin<[LinksOptions?], Root> = ({ policy = 'safe' } = {}) => {
  return (tree, file) => {
    if (policy === 'trusted') return;
    eachElement(tree, (element) => {
      for (const name of ['href', 'xLinkHref']) {
        const value = element.properties[name];
        // Browsers skip white space and control characters inside an address's scheme.
        // oxlint-disable-next-line no-control-regex
        const address = typeof value === 'string' ? value.replace(/[\u0000-\u0020]+/g, '') : '';
        const inDrawing = element.tagName === 'use' || name === 'xLinkHref';
        if (!SCRIPT_PROTOCOL.test(address) && !(inDrawing && !address.startsWith('#') && address)) continue;
        delete element.properties[name];
        const shown = address.length > 40 ? `${address.slice(0, 40)}…` : address;
        const reason = `Unexpected address “${shown}”, removed: expected a web address, a file or “#” and a slide's id`;
        warn(file, reason, { place: element.position ?? tree.position, ruleId: 'link-address' });
      }
    });
  };
};
