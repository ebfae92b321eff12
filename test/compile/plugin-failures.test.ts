import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compiled, plugin } from '../support/plugins.ts';

const DECK = '# One\n\ntext\n\n:::notes\nsay\n:::\n\n## Two\n\ntext[^1]\n\n[^1]: a note\n';

const circle: { type: string; children: unknown[] } = { type: 'paragraph', children: [] };
circle.children.push(circle);

/** Ways to fail, and the message of each. */
const FAILURES: [name: string, attacher: unknown, reason: string][] = [
  [
    'throws',
    () => () => {
      throw new Error('no luck.');
    },
    'no luck',
  ],
  ['rejects', () => async () => Promise.reject(new TypeError('later')), 'later'],
  ['calls back', () => (_: Root, __: VFile, next: (error: Error) => void) => next(new Error('called')), 'called'],
  ['returns an error', () => () => new Error('returned'), 'returned'],
  [
    'throws a text',
    () => () => {
      throw 'a text';
    },
    'a text',
  ],
  ['fails a file', () => (tree: Root, file: VFile) => file.fail('refused', tree.children[0]), 'refused'],
  [
    'removes children',
    () => (tree: Root) => {
      Object.assign(tree.children[0] ?? {}, { children: undefined });
    },
    'it made a “heading” whose children are undefined',
  ],
  [
    'leaves a hole',
    () => (tree: Root) => {
      tree.children.push(undefined as never);
    },
    'it put undefined where a node belongs',
  ],
  [
    'makes text of a number',
    () => (tree: Root) => {
      tree.children.push({ type: 'text', value: 1 } as never);
    },
    'it made a “text” whose value is a number',
  ],
  ['returns a text', () => () => 'text', 'it returned something that is not a tree'],
  [
    'makes a circle',
    () => (tree: Root) => {
      tree.children.push(circle as never);
    },
    'it put a “paragraph” into itself',
  ],
  [
    'changes, then throws',
    () => (tree: Root) => {
      tree.children.length = 0;
      throw new Error('half');
    },
    'half',
  ],
];

test.each(FAILURES)(
  'a remark plugin that %s is one message, and the deck is as without it',
  async (name, attacher, reason) => {
    const without = await compiled(DECK, {});
    const { html, messages } = await compiled(DECK, { remark: [plugin(name, attacher)] });
    expect(messages).toEqual([
      expect.stringMatching(/^talk\.md:1:1(?:-1:6)?: Plugin “.*” failed: .*; the deck is shown without it$/),
    ]);
    expect(messages[0]).toContain(`Plugin “${name}” failed: ${reason};`);
    expect(html).toBe(without.html);
  },
);

/** The same for trees of HTML. */
const HTML_FAILURES: [name: string, change: (tree: HastRoot) => unknown, reason: string][] = [
  [
    'throws',
    () => {
      throw new Error('no luck');
    },
    'no luck',
  ],
  [
    'makes an unknown node',
    (tree) => tree.children.push({ type: 'mdxJsx' } as never),
    'it made a “mdxJsx”, which HTML does not have',
  ],
  [
    'makes a nameless element',
    (tree) => tree.children.push({ type: 'element', tagName: '', properties: {}, children: [] }),
    'it made an element with the name “”',
  ],
  [
    'gives an object as property',
    (tree) =>
      tree.children.push({ type: 'element', tagName: 'p', properties: { style: { a: 1 } as never }, children: [] }),
    'it gave <p> properties with an object as “style”',
  ],
];

test.each(HTML_FAILURES)('a rehype plugin that %s is a message at the slide', async (name, change, reason) => {
  const without = await compiled(DECK, {});
  const attacher = () => (tree: HastRoot) => {
    const first = tree.children[0];
    if (first?.type === 'element' && first.tagName === 'h2') return void change(tree);
    return undefined;
  };
  const { html, messages } = await compiled(DECK, { rehype: [plugin(name, attacher, { scope: 'slide' })] });
  expect(messages).toEqual([
    `talk.md:9:1-9:7: Plugin “${name}” failed: ${reason}; the slide “Two” is shown without it`,
  ]);
  expect(html).toBe(without.html);
});

test('a plugin for all slides that loses one is a message', async () => {
  const without = await compiled(DECK, {});
  const { html, messages } = await compiled(DECK, {
    rehype: [plugin('lose', () => (tree: HastRoot) => void tree.children.pop())],
  });
  expect(messages).toEqual(['talk.md:1:1: Plugin “lose” failed: it removed a slide; the deck is shown without it']);
  expect(html).toBe(without.html);
});

test('a plugin that cannot be attached is a message', async () => {
  const fail = () => {
    throw new Error('Missing option `x`');
  };
  const { html, messages } = await compiled('# A\n', { remark: [plugin('a', fail)], rehype: [plugin('b', fail)] });
  expect(messages).toEqual(
    ['a', 'b'].map(
      (name) => `talk.md:1:1: Plugin “${name}” failed: Missing option \`x\`; the deck is shown without it`,
    ),
  );
  expect(html).toContain('<h1>A</h1>');
});
