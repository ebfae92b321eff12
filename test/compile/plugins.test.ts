import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Root as HastRoot } from 'hast';
import type { Nodes, Paragraph, Root } from 'mdast';
import type { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { formatMessages } from '../../src/cli/format-messages.ts';
import { createCompileMemory } from '../../src/compile/compile-memory.ts';
import type { ContentPlugin } from '../../src/model/plugins.ts';
import { isUnreadable, ruleOf } from '../../src/model/messages.ts';
import { eachElement, walk } from '../../src/model/walk.ts';
import { slideHtml } from '../../src/render/slide-html.ts';
import { compileText, withPictures } from '../support/compile.ts';
import { compiled, deckPlugins, plugin } from '../support/plugins.ts';

/** Adds a paragraph behind all else that it sees. */
const addText = (text: string) => () => (tree: Root) => {
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] };
  tree.children.push(paragraph);
};

const DECK = '# One\n\ntext\n\n:::notes\nsay\n:::\n\n## Two\n\ntext[^1]\n\n[^1]: a note\n';

test('a remark plugin sees the whole document, with definitions and without attributes', async () => {
  const seen: string[] = [];
  const look = () => (tree: Root) => {
    for (const child of tree.children)
      seen.push(child.type === 'heading' ? JSON.stringify(child.children) : child.type);
  };
  await compiled('# One {layout=split}\n\n[a]: https://example.org\n\n[^1]: note\n\n::include{file=x.md}\n', {
    remark: [plugin('look', look)],
  });
  expect(seen.map((one) => one.replace(/,"position".*/, '}]'))).toEqual([
    '[{"type":"text","value":"One"}]',
    'definition',
    'footnoteDefinition',
    'leafDirective',
  ]);
});

test('a remark plugin of scope slide sees each slide, its notes, and the footnotes', async () => {
  const { html } = await compiled(DECK, { remark: [plugin('add', addText('+'), { scope: 'slide' })] });
  expect(html.match(/<p>\+<\/p>/g)).toHaveLength(3);
  expect(html).toMatch(/<h1>One<\/h1><p>text<\/p><p>\+<\/p>.*<aside class="notes"><p>say<\/p>\n?<p>\+<\/p>/);
});

test('a rehype plugin sees a slide when its raw HTML is elements, before code is highlighted', async () => {
  const seen: string[] = [];
  const look = () => (tree: HastRoot) => {
    eachElement(tree, ({ tagName, children }) => {
      if (['b', 'code', 'script'].includes(tagName)) seen.push(`${tagName} ${children[0]?.type}`);
    });
  };
  await compiled('# A\n\n<b>x</b><script>1</script>\n\n```js\nlet a;\n```\n', {
    rehype: [plugin('look', look, { scope: 'slide' })],
  });
  expect(seen).toEqual(['b text', 'code text']);
});

test('a rehype plugin of scope deck sees all slides at once', async () => {
  let seen: string[] = [];
  const look = () => (tree: HastRoot) => {
    seen = tree.children.map((child) => (child.type === 'element' ? child.tagName : child.type));
    const end: Element = { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: 'end' }] };
    tree.children.push(end);
  };
  const { html } = await compiled(DECK, { rehype: [plugin('look', look)] });
  expect(seen).toEqual(['section', 'aside', 'section']);
  expect(html).toMatch(/<h2>Two<\/h2>.*<p>end<\/p><\/div><\/section>$/s);
});

test('before and after name a built-in plugin', async () => {
  const seen: string[] = [];
  const look = (name: string, settings: Partial<ContentPlugin>): ContentPlugin =>
    plugin(
      name,
      () => (tree: Root | HastRoot) => {
        walk(tree as { type: string }, (node) => {
          if (node.type === 'containerDirective' || node.type === 'slide')
            seen.push(`${name} ${node.type} ${'data' in node}`);
          if ('tagName' in node && node.tagName === 'code' && 'children' in node)
            seen.push(`${name} ${String((node.children as unknown[]).length)}`);
        });
      },
      settings,
    );
  const { messages } = await compiled('# A\n\n:::steps\n- a\n:::\n\n```js\nlet a;\n```\n', {
    remark: [look('usual', {}), look('late', { after: 'directives' })],
    rehype: [look('highlighted', { scope: 'slide', after: 'highlight' }), look('plain', { scope: 'slide' })],
  });
  expect(messages).toEqual([]);
  expect(seen).toEqual([
    'usual containerDirective false',
    'late slide true',
    'late containerDirective true',
    'plain 1',
    'highlighted 2',
  ]);
});

test('an unknown place is an error, and the plugin runs where it would without', async () => {
  const { html, messages } = await compiled('# A\n', {
    remark: [
      plugin('one', addText('one'), { before: 'directive' }),
      plugin('two', addText('two'), { scope: 'slide', before: 'inlineAttributes' }),
    ],
  });
  expect(html).toContain('<p>one</p><p>two</p>');
  expect(messages).toEqual([
    'talk.md:1:1: Cannot place the plugin “one”: no built-in plugin has the name “directive”; did you mean “directives”?',
    'talk.md:1:1: Cannot place the plugin “two”: slides begin with “speakerNotes”, expected a place after',
  ]);
});

test('messages of a plugin name their source', async () => {
  const lint = () => (tree: Root, file: VFile) => {
    file.message('Too short', { place: tree.children[0]?.position, source: 'remark-lint', ruleId: 'source-short' });
    file.info('Just so');
  };
  const plugins = deckPlugins({ remark: [plugin('remark-length', lint)] });
  const { deck } = await compileText('# A\n', { ...withPictures(), plugins });
  const [file] = deck.slides.map((slide) => slide.file);
  if (!file) throw new Error('there are no slides');
  // No rule of Lectern is meant, whatever its name.
  expect(isUnreadable(file)).toBe(false);
  expect(file.messages.map((message) => [message.reason, ruleOf(message)])).toEqual([
    ['Too short', 'remark-lint:source-short'],
    ['Just so', 'remark-length'],
  ]);
  expect(formatMessages([file], process.stdout).replace(/\s+/g, ' ')).toContain('remark-lint:source-short');
});

test('a plugin reads its file and shares data with the others of its processor', async () => {
  const seen: unknown[] = [];
  const write = function (this: { data: (key: string, value: unknown) => void }) {
    this.data('shared', 'yes');
  };
  const read = function (this: { data: (key: string) => unknown }) {
    return async (_: Root, file: VFile) => {
      seen.push(this.data('shared'), file.path, file.cwd, typeof file.data, String(file).slice(0, 3));
    };
  };
  await compiled('# A\n', { remark: [plugin('write', write), plugin('read', read)] });
  expect(seen).toEqual(['yes', 'talk.md', process.cwd(), 'object', '# A']);
});

test('a plugin whose options are false does not run', async () => {
  const { html } = await compiled('# A\n', { remark: [plugin('add', addText('+'), { options: [false] })] });
  expect(html).not.toContain('+');
});

test('raw HTML that a rehype plugin makes becomes elements; that of a remark plugin is cleaned as an author’s', async () => {
  const unsafe = '<script>a</script><b>x</b>';
  const { html, messages } = await compiled('# A\n', {
    remark: [plugin('mdast', () => (tree: Root) => void tree.children.push({ type: 'html', value: unsafe }))],
    rehype: [
      plugin(
        'hast',
        () => (tree: HastRoot) => void tree.children.push({ type: 'raw', value: '<i onclick="b">y</i><!-- c -->' }),
        { scope: 'slide' },
      ),
    ],
  });
  expect(html).toContain('<h1>A</h1><b>x</b><i onclick="b">y</i></div>');
  expect(messages).toEqual([expect.stringContaining('<script> was removed')]);
});

test('what is kept of slides is not used where a plugin may make something else of them', async () => {
  let count = 0;
  const counting = () => (tree: HastRoot) => {
    count += 1;
    tree.children.push({
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value: String(count) }],
    });
  };
  const read = async (
    settings: Partial<ContentPlugin>,
    key: string,
    memory = createCompileMemory(),
  ): Promise<string[]> => {
    const plugins = deckPlugins({ key, rehype: [plugin('count', counting, { scope: 'slide', ...settings })] });
    const made: string[] = [];
    for (const _ of [1, 2]) {
      const { deck } = await compileText('# A\n\ntext\n', { ...withPictures(), plugins, memory });
      made.push(deck.slides.map((slide) => slideHtml(slide, deck, { output: 'deck', notes: true })).join(''));
    }
    return made;
  };
  const [first, second] = await read({}, 'a');
  expect(first).not.toBe(second);
  const memory = createCompileMemory();
  const pure = await read({ pure: true }, 'a', memory);
  expect(pure[0]).toBe(pure[1]);
  const other = await read({ pure: true }, 'b', memory);
  expect(other[0]).not.toBe(pure[0]);
});

test('where only the document is changed by plugins that are not pure, slides are kept by what became of them', async () => {
  let count = 0;
  const memory = createCompileMemory();
  const counting = () => () => void (count += 1);
  let text = 'one';
  const change = () => (tree: Root) =>
    void walk<Nodes>(tree, (node) => void (node.type === 'text' && node.value === 'x' && (node.value = text)));
  const plugins = deckPlugins({
    remark: [plugin('change', change)],
    rehype: [plugin('count', counting, { scope: 'slide', pure: true })],
  });
  const read = async (source: string): Promise<[html: string, count: number, place: unknown]> => {
    count = 0;
    const { deck } = await compileText(source, { ...withPictures(), plugins, memory });
    const html = deck.slides.map((slide) => slideHtml(slide, deck, { output: 'deck', notes: true })).join('');
    return [html, count, deck.slides.at(-1)?.content.find((node) => node.type === 'element')?.position?.start];
  };
  const source = '# A\n\nx\n\n## B\n\ny\n';
  const [first, runs] = await read(source);
  expect(runs).toBe(2);
  expect(await read(source)).toEqual([first, 0, expect.objectContaining({ line: 5 })]);
  expect(await read(source.replace('x', 'x\n\n- z'))).toEqual([
    expect.stringContaining('<p>one</p><ul>'),
    1,
    expect.objectContaining({ line: 7 }),
  ]);
  text = 'two';
  expect(await read(source)).toEqual([first.replace('one', 'two'), 1, expect.anything()]);
});

test('the places that plugins can name are in the docs', async () => {
  const nowhere = [plugin('a', addText('a'), { before: 'zzzzzzzz' })];
  const { messages } = await compiled('# A\n', { remark: nowhere, rehype: nowhere });
  const docs = readFileSync(path.join(import.meta.dirname, '../../docs/extend.md'), 'utf8');
  const names = messages.flatMap((message) => message.split('expected one of ')[1]?.split(', ') ?? []);
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !docs.includes(`\`${name}\``))).toEqual([]);
});
