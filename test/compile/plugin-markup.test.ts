import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import type { Nodes, Root, Strong } from 'mdast';
import type { Handler } from 'mdast-util-to-hast';
import { VFile } from 'vfile';
import rehypeKatex from 'rehype-katex';
import { expect, test } from 'vitest';
import { glyphsOf } from '../../src/html/glyphs.ts';
import { NO_FILES } from '../../src/model/deck-files.ts';
import type { DeckPlugins } from '../../src/model/plugins.ts';
import { eachElement, walk } from '../../src/model/walk.ts';
import { compileText, withPictures } from '../support/compile.ts';
import { compiled, deckPlugins, plugin } from '../support/plugins.ts';

test('options of remark-rehype are those of the project', async () => {
  const remarkRehype: DeckPlugins['remarkRehype'] = {
    handlers: {
      strong: (state, node: Strong) => ({
        type: 'element',
        tagName: 'b',
        properties: {},
        children: state.all(node) as ElementContent[],
      }),
    },
  };
  const { html, messages } = await compiled('# A\n\n**bold** and *more*\n\n```js {1}\nlet a;\n```\n', { remarkRehype });
  expect(messages).toEqual([]);
  expect(html).toContain('<p><b>bold</b> and <em>more</em></p>');
  expect(html).toContain('emphasised');
});

test.each<[name: string, handler: Handler, reason: string]>([
  [
    'throws',
    () => {
      throw new Error('no luck');
    },
    'no luck',
  ],
  [
    'makes no node',
    () => [{ type: 'element', tagName: 'p' } as Element],
    'it made a “element” whose children are undefined',
  ],
])('a handler that %s is one message, and the slide is converted without it', async (_, strong, reason) => {
  const { html, messages } = await compiled('# A\n\n**bold**\n\n## B\n\ntext\n', {
    remarkRehype: { handlers: { strong } },
  });
  expect(messages).toEqual([
    `talk.md:1:1-1:4: Plugin “remarkRehype” failed: ${reason}; the slide “A” is shown without it`,
  ]);
  expect(html).toContain('<strong>bold</strong>');
});

test('code that a plugin has marked up is not highlighted again', async () => {
  const mark = () => (tree: HastRoot) => {
    eachElement(tree, (element) => {
      if (element.tagName === 'code')
        element.children = [
          { type: 'element', tagName: 'i', properties: {}, children: element.children as ElementContent[] },
        ];
    });
  };
  const { html, messages } = await compiled('# A\n\n```nolang {1}\nx\n```\n', {
    rehype: [plugin('mark', mark, { scope: 'slide' })],
  });
  expect(messages).toEqual([]);
  expect(html).toContain('<span class="code-line hljs-ln-code"><i>x</i>');
});

test('what stands behind the language of a fence is where plugins look for it', async () => {
  const seen: unknown[] = [];
  const look = () => (tree: HastRoot) => {
    eachElement(tree, ({ tagName, data }) => {
      if (tagName === 'code') seen.push(data?.meta);
    });
  };
  await compiled('# A\n\n<b>raw</b>\n\n```js {1} x="a b"\nlet a;\n```\n\n## B\n\n```js\nlet a;\n```\n', {
    rehype: [plugin('look', look, { scope: 'slide' })],
  });
  expect(seen).toEqual(['{1} x="a b"', undefined]);
});

test('plugins reach included files and the footer', async () => {
  const parts = new VFile({ path: 'part.md', value: '## Part\n\ntext\n' });
  const files = {
    ...NO_FILES,
    text: async () => Object.assign(parts, { data: { files: { ...NO_FILES, key: 'part.md' } } }),
  };
  const shout = () => (tree: Root) =>
    walk<Nodes>(tree, (node) => {
      if (node.type === 'text') node.value = node.value.toUpperCase();
    });
  const plugins = deckPlugins({ remark: [plugin('shout', shout)] });
  const { deck } = await compileText('---\nfooter: by me\n---\n\n# A\n\n::include{file=part.md}\n', {
    ...withPictures(),
    files,
    plugins,
  });
  expect(deck.slides.map(({ title }) => title)).toEqual(['A', 'PART']);
  expect(deck.footer).toMatchObject([{ value: 'BY ME' }]);
});

test('an id that a plugin gives on every slide is renamed with what refers to it', async () => {
  const add = () => (tree: HastRoot) => {
    const path: Element = { type: 'element', tagName: 'path', properties: { id: 'p' }, children: [] };
    const use: Element = {
      type: 'element',
      tagName: 'use',
      properties: { href: '#p', fill: 'url(#p)', ariaLabelledBy: ['p', 'q'] },
      children: [],
    };
    tree.children.push({ type: 'element', tagName: 'svg', properties: {}, children: [path, use] });
  };
  const { html, messages } = await compiled('# A\n\n## B\n\n## C {#p-2}\n', {
    rehype: [plugin('add', add, { scope: 'slide' })],
  });
  expect(messages).toEqual([]);
  expect(html.match(/<svg>.*<\/svg>/g)).toEqual(
    ['p', 'p-3', 'p-4'].map(
      (id) =>
        `<svg><path id="${id}"></path><use href="#${id}" fill="url(#${id})" aria-labelledby="${id} q"></use></svg>`,
    ),
  );
});

test('positions in another text, which a plugin has parsed itself, are dropped', async () => {
  const place = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 9 } });
  const add = () => (tree: HastRoot) => {
    tree.children.push(
      { type: 'element', tagName: 'mark', properties: {}, children: [], position: place(1) },
      { type: 'raw', value: '<mark>raw</mark>' },
    );
  };
  const { deck } = await compileText('# A\n\ntext\n', {
    ...withPictures(),
    plugins: deckPlugins({ rehype: [plugin('add', add, { scope: 'slide' })] }),
  });
  const lines: unknown[] = [];
  eachElement({ type: 'root', children: deck.slides[0]?.content ?? [] }, ({ tagName, position }) => {
    lines.push([tagName, position?.start.line]);
  });
  expect(lines).toEqual([
    ['h1', 1],
    ['p', 3],
    ['mark', undefined],
    ['mark', undefined],
  ]);
});

test('formulas that a plugin sets have the fonts of KaTeX', async () => {
  const { deck } = await compileText('# A\n\n$\\mathbb{R}$ and $a$\n', {
    ...withPictures(),
    plugins: deckPlugins({ rehype: [plugin('rehype-katex', rehypeKatex, { scope: 'slide' })] }),
  });
  expect([...glyphsOf(deck).math].toSorted()).toEqual(['KaTeX_AMS-Regular', 'KaTeX_Main-Regular', 'KaTeX_Math-Italic']);
});

test('advice on text that a plugin has made something of is taken back', async () => {
  const cite = () => (tree: HastRoot) =>
    walk<HastNodes>(tree, (node) => {
      if (node.type === 'text') node.value = node.value.replace('[@one]', '(One 1999)');
    });
  const { messages } = await compiled('# A\n\nAs in [@one] and [@two].\n', { rehype: [plugin('cite', cite)] });
  expect(messages).toEqual([expect.stringContaining('Citation “[@two]” is shown as text')]);
});
