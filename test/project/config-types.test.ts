import type { Root } from 'mdast';
import type { Processor } from 'unified';
import remarkEmoji from 'remark-emoji';
import rehypeSlug from 'rehype-slug';
import { expect, expectTypeOf, test } from 'vitest';
import { PROJECT_OPTIONS, configKey } from '../../src/project/options.ts';
import {
  defineConfig,
  defineDirective,
  defineFence,
  defineOutput,
  definePlugin,
  defineRule,
  type DirectiveNode,
  type LecternConfig,
  type PluginEntry,
} from '../../src/index.ts';

test('the types of a config have every option, and no other', () => {
  const all: Required<Pick<LecternConfig, 'to' | 'outDir' | 'theme' | 'strict' | 'fetch' | 'untrusted' | 'timeout'>> = {
    to: ['html'],
    outDir: 'a',
    theme: 'folio',
    strict: true,
    fetch: false,
    untrusted: false,
    timeout: 5,
  };
  expect(PROJECT_OPTIONS.map(configKey)).toEqual(expect.arrayContaining(Object.keys(all)));
  // @ts-expect-error: the key is misspelled.
  defineConfig({ outdir: 'public' });
  // @ts-expect-error: there is no such word.
  defineConfig({ steps: 'page' });
  // @ts-expect-error: programs are named in calls.
  defineConfig({ browser: '/usr/bin/chromium' });
});

test('plugins of unified have the types that their packages give them', () => {
  function own(this: Processor, options: { deep: boolean }) {
    return (tree: Root): void => void [tree, options, this];
  }
  const entries: PluginEntry[] = [
    'remark-emoji',
    remarkEmoji,
    [remarkEmoji, { padSpaceAfter: true }],
    own,
    [own, { deep: true }],
  ];
  expect(
    defineConfig({ remarkPlugins: [...entries, { plugin: own, pure: true }], rehypePlugins: [rehypeSlug] }),
  ).toBeTruthy();
});

test('options of outputs and rules have the types of their defaults', () => {
  const output = defineOutput({
    name: 'outline',
    options: { depth: 2, title: 'Outline', all: false },
    render({ options }) {
      expectTypeOf(options).toEqualTypeOf<{ readonly depth: number; readonly title: string; readonly all: boolean }>();
      return [];
    },
  });
  const rule = defineRule({
    id: 'acme/a',
    about: 'a',
    options: { most: 3 },
    check(facts, report, options) {
      expectTypeOf(options).toEqualTypeOf<{ readonly most: number }>();
      for (const slide of facts.deck.slides) report(facts.slideText(slide), { slide });
    },
  });
  const directive = defineDirective({
    name: 'badge',
    kind: 'text',
    transform(node) {
      expectTypeOf(node).toEqualTypeOf<DirectiveNode>();
      node.data = { hName: 'mark', hProperties: { className: ['badge'] } };
    },
  });
  const fence = defineFence({
    languages: ['abc'],
    render: async ({ value, attributes }) => value + (attributes['a'] ?? ''),
  });
  const plugin = definePlugin(({ word = 'a' }: { word?: string } = {}) => ({ name: word, directives: [directive] }));
  const config = defineConfig({
    outputs: [output],
    rules: [rule],
    fences: [fence],
    plugins: [plugin, [plugin, { word: 'b' }]],
  });
  expect(Object.keys(config)).toEqual(['outputs', 'rules', 'fences', 'plugins']);
});
