import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { expect, test } from 'vitest';
import { createCompileMemory } from '../../src/compile/compile-memory.ts';
import { byteCache } from '../../src/files/byte-cache.ts';
import type { FenceRenderer, PluginDirective, RenderedFence } from '../../src/model/plugins.ts';
import { slideHtml } from '../../src/render/slide-html.ts';
import { project } from '../support/cli.ts';
import { compileText, withPictures } from '../support/compile.ts';
import { compiled, deckPlugins } from '../support/plugins.ts';

function renderer(render: FenceRenderer['render'], settings: Partial<FenceRenderer> = {}): FenceRenderer {
  return { name: 'lectern-plugin-abc', languages: ['abc'], version: '', render, ...settings };
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20" stroke="currentColor"><defs><path id="a"/></defs><use href="#a"/></svg>';

test('a fence of a plugin’s language is a drawing where it is made SVG', async () => {
  const given: RenderedFence[] = [];
  const { html, messages } = await compiled(
    '---\nlang: de\n---\n\n# A\n\n```ABC {.wide} tempo=90 loud title="A tune" alt="Notes"\nC D E\n```\n\n```abc\nF\n```\n',
    { fences: [renderer((fence) => (given.push(fence), `<?xml version="1.0"?>\n${SVG}\n`))] },
  );
  expect(messages).toEqual([]);
  expect(given[0]).toEqual({
    lang: 'ABC',
    value: 'C D E',
    attributes: { tempo: '90', loud: '', title: 'A tune', alt: 'Notes' },
    deckLang: 'de',
  });
  expect(html).toContain('<figure class="media drawing diagram wide"><svg viewBox="0 0 80 20" stroke="currentColor"');
  expect(html).toContain('aria-label="Notes"');
  expect(html).toContain('<figcaption>A tune</figcaption>');
  // Ids of one drawing mean nothing in another.
  expect(html).toContain('<path id="fence1-1"/></defs><use href="#fence1-1"/>');
  expect(html).toContain('<path id="fence2-1"/></defs><use href="#fence2-1"/>');
});

test('a fence may become HTML or hast', async () => {
  const { html, messages } = await compiled('# A\n\n```abc {#one .wide}\nx\n```\n\n```two\ny\n```\n', {
    fences: [
      renderer(({ value }) => `<table><tr><td>${value}</td></tr></table>`),
      renderer(
        async ({ value }) => [
          { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] },
          { type: 'element', tagName: 'script', properties: {}, children: [] },
        ],
        { languages: ['two'] },
      ),
    ],
  });
  expect(messages).toEqual([]);
  expect(html).toContain('<table id="one" class="wide"><tbody><tr><td>x</td></tr></tbody></table>');
  expect(html).toContain('<div><p>y</p><script></script></div>');
});

test.each<[name: string, render: FenceRenderer['render'], reason: string]>([
  ['throws', () => Promise.reject(new Error('Unknown note H')), 'Unknown note H'],
  ['makes nothing', () => undefined as never, 'it put undefined where a node belongs'],
  ['makes a tree that is none', () => [{ type: 'element' } as never], 'it made an element with the name undefined'],
])('a renderer that %s is a message at its fence, and a box', async (_, render, reason) => {
  const { html, messages } = await compiled('# A\n\ntext\n\n```abc\nH\n```\n', { fences: [renderer(render)] });
  expect(messages).toEqual([
    `talk.md:5:1-7:4: The fence “abc” cannot be rendered: plugin “lectern-plugin-abc” failed: ${reason}`,
  ]);
  expect(html).toContain(`<p class="broken-reason">plugin “lectern-plugin-abc” failed: ${reason}</p><pre><code>H\n`);
});

test('what a renderer with a version made is kept until version, fence or language change', async () => {
  const folder = project();
  const runs: string[] = [];
  const render = async (version: string, source: string): Promise<void> => {
    const fences = [renderer(({ value }) => (runs.push(`${version} ${value}`), `<b>${value}</b>`), { version })];
    const options = { ...withPictures(), plugins: deckPlugins({ fences }), fenceCache: byteCache(folder) };
    const { deck } = await compileText(source, options);
    const [slide] = deck.slides;
    expect(slide && slideHtml(slide, deck, { output: 'deck', notes: true })).toMatch(/<b>[xy]<\/b>/);
  };
  const x = '```abc\nx\n```\n';
  for (const version of ['1', '1', '2', '', '']) await render(version, x);
  await render('1', '```abc\ny\n```\n');
  await render('1', '```abc a=b\nx\n```\n');
  await render('1', `---\nlang: fr\n---\n\n${x}`);
  expect(runs).toEqual(['1 x', '2 x', ' x', ' x', '1 y', '1 x', '1 x']);
});

const VIDEO: PluginDirective = {
  name: 'youtube',
  kind: 'leaf',
  transform(node) {
    const src = `https://www.youtube-nocookie.com/embed/${String(node.attributes?.['id'])}`;
    node.data = { hName: 'iframe', hProperties: { src, title: 'Video' } };
  },
};
const BOX: PluginDirective = {
  name: 'card-2',
  kind: 'container',
  transform: async (node) => {
    node.data = { hName: 'div', hProperties: { className: ['card'] } };
  },
};
const KEY: PluginDirective = {
  name: 'u',
  kind: 'text',
  transform(node) {
    node.data = { hName: 'u' };
  },
};

test('directives of plugins are read as those of Lectern', async () => {
  const { html, messages } = await compiled(
    '# A :u[under]\n\n::youtube{#abc}\n\n:::card-2\nText with :mark[a mark] and 10:u\n\n- :u[b]\n:::\n\n:::notes\n:u[n]\n:::\n',
    { directives: [VIDEO, BOX, KEY] },
  );
  expect(messages).toEqual([]);
  expect(html).toContain('<h1>A <u>under</u></h1>');
  expect(html).toContain('src="https://www.youtube-nocookie.com/embed/abc"');
  expect(html).toMatch(/<div class="card"><p>Text with <mark>a mark<\/mark> and 10:u<\/p><ul>\n<li><u>b<\/u><\/li>/);
  expect(html).toContain('<aside class="notes"><p><u>n</u></p></aside>');
});

test('what a directive becomes stands on slides with raw HTML as well', async () => {
  const { html, messages } = await compiled(
    '# A\n\n<b onclick="x">b</b>\n\n::youtube{#abc}\n\n<iframe src="x"></iframe><p data-made="1"></p>\n',
    {
      directives: [VIDEO],
    },
  );
  expect(html).toContain('<b>b</b>');
  expect(html.match(/<iframe/g)).toHaveLength(1);
  expect(html).toContain('https://www.youtube-nocookie.com/embed/abc');
  expect(messages).toEqual([
    expect.stringContaining('data-made= was removed from <p>'),
    expect.stringContaining('onclick= was removed'),
    expect.stringContaining('<iframe> was removed'),
  ]);
});

test('a misspelled directive of a plugin is named', async () => {
  const { messages } = await compiled('# A\n\n::yuotube{#abc}\n\n:::card2\ntext\n:::\n', {
    directives: [VIDEO, BOX],
  });
  expect(messages).toEqual([
    'talk.md:3:1-3:16: Unknown directive “::yuotube”; did you mean “::youtube”?',
    'talk.md:5:1-7:4: Unknown directive “:::card2”; did you mean “:::card-2”?',
  ]);
});

test('a directive that fails is one message, and its content is shown', async () => {
  const fail = (node: ContainerDirective | LeafDirective | TextDirective): void => {
    node.children.length = 0;
    throw new Error('no luck');
  };
  const { html, messages } = await compiled('# A\n\n:::card-2\ntext\n:::\n', {
    directives: [{ ...BOX, transform: fail }],
  });
  expect(messages).toEqual(['talk.md:3:1-5:4: Directive “card-2” failed: no luck; its content is shown without it']);
  expect(html).toContain('<h1>A</h1><div><p>text</p></div>');
});

test('a directive with the name of one of Lectern’s is refused', async () => {
  const { html, messages } = await compiled('# A :mark[b]\n', { directives: [{ ...KEY, name: 'mark' }] });
  expect(messages).toEqual([
    'talk.md:1:1: A plugin defines the directive “mark”, which Lectern has itself; choose another name',
  ]);
  expect(html).toContain('<mark>b</mark>');
});

test('a slide with a directive of a plugin is made anew', async () => {
  let count = 0;
  const counted: PluginDirective = {
    name: 'count',
    kind: 'leaf',
    transform: (node) => {
      count += 1;
      node.data = { hName: 'p', hChildren: [{ type: 'text', value: `run ${count}` }] };
    },
  };
  const memory = createCompileMemory();
  const texts: string[] = [];
  for (const _ of [1, 2]) {
    const plugins = deckPlugins({ directives: [counted] });
    const { deck } = await compileText('# A\n\n::count\n', { ...withPictures(), plugins, memory });
    texts.push(deck.slides.map((slide) => slideHtml(slide, deck, { output: 'deck', notes: true })).join(''));
  }
  expect(texts).toEqual([expect.stringContaining('run 1'), expect.stringContaining('run 2')]);
});
