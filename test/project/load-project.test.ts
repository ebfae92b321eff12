import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { overProject } from '../../src/project/load-project.ts';
import { project } from '../support/cli.ts';
import { loadProjects } from '../support/projects.ts';

test('options have their names of the command line, or those of programs', async () => {
  const camel = {
    to: ['html', 'pdf'],
    noNotes: true,
    steps: 'pages',
    handout: { slides: 6 },
    ink: 'save',
    timeout: 5,
    assets: false,
  };
  const kebab = {
    to: 'html,pdf',
    'no-notes': true,
    steps: 'pages',
    handout: 'slides=6',
    ink: 'save',
    timeout: 5,
    assets: false,
  };
  const loaded = await loadProjects(
    [camel, kebab].map((config) => ({ cwd: project({ 'lectern.json': JSON.stringify(config) }) })),
  );
  for (const { values } of loaded) {
    expect(values).toEqual({
      to: ['html', 'pdf'],
      withoutNotes: true,
      stepPages: true,
      handout: { slides: 6, ink: 'save' },
      timeout: 5,
      assets: false,
    });
  }
});

test('paths in a config are relative to its folder', async () => {
  const cwd = project({
    'package.json': '{}',
    'lectern.config.mjs': "export default { outDir: '../out', theme: './look' };",
    'look/theme.css': '',
    'talks/x': '',
  });
  const [below] = await loadProjects([{ cwd: path.join(cwd, 'talks') }]);
  expect(below?.values).toEqual({ outDir: path.join(cwd, '..', 'out'), theme: path.join(cwd, 'look') });
});

const PLUGIN = 'export default function plugin() {}\n';

test('plugins are functions, packages and files, in all forms that unified has', async () => {
  const cwd = project({
    'lectern.config.ts': `
      import { defineConfig } from 'lectern';
      import imported from 'remark-b';
      function own() {}
      export default defineConfig({
        remarkPlugins: [
          'remark-a', ['remark-a', { deep: [1] }], imported, own, [own, 5, 6], './plugins/mine.ts', '@acme/remark/sub.js',
          { plugin: 'remark-a', options: { x: 1 }, scope: 'slide', chunkSafe: true, pure: true, before: 'callouts' },
        ],
        rehypePlugins: ['remark-c', { plugin: own, scope: 'deck', after: 'highlight' }],
      });`,
    'plugins/mine.ts': 'export default function mine(options?: { a: string }) { return options; }',
    'node_modules/remark-a/package.json': '{"version": "1.2.3", "type": "module", "exports": {"import": "./a.js"}}',
    'node_modules/remark-a/a.js': PLUGIN,
    'node_modules/remark-b/package.json': '{"version": "2.0.0", "main": "b.cjs"}',
    'node_modules/remark-b/b.cjs': 'module.exports = function b() {};',
    'node_modules/remark-c/package.json': '{"version": "3.0.0"}',
    'node_modules/remark-c/index.js': 'exports.__esModule = true; exports.default = function c() {};',
    'node_modules/@acme/remark/package.json': '{"type": "module"}',
    'node_modules/@acme/remark/sub.js': PLUGIN,
  });
  const [loaded] = await loadProjects([{ cwd }]);
  expect(loaded?.error).toBeUndefined();
  const usual = { scope: 'deck', chunkSafe: false, pure: false };
  expect(loaded?.remark).toEqual([
    { name: 'remark-a', options: [], ...usual },
    { name: 'remark-a', options: [{ deep: [1] }], ...usual },
    { name: 'b', options: [], ...usual },
    { name: 'own', options: [], ...usual },
    { name: 'own', options: [5, 6], ...usual },
    { name: './plugins/mine.ts', options: [], ...usual },
    { name: '@acme/remark/sub.js', options: [], ...usual },
    { name: 'remark-a', options: [{ x: 1 }], scope: 'slide', chunkSafe: true, pure: true, before: 'callouts' },
  ]);
  expect(loaded?.rehype).toEqual([
    { name: 'remark-c', options: [], ...usual, scope: 'slide' },
    { name: 'own', options: [], ...usual, after: 'highlight' },
  ]);
  expect(loaded?.sources).toEqual([
    { name: 'remark-a', version: '1.2.3', brings: ['remark plugin'] },
    { name: './plugins/mine.ts', brings: ['remark plugin'] },
    { name: '@acme/remark/sub.js', brings: ['remark plugin'] },
    { name: 'remark-c', version: '3.0.0', brings: ['rehype plugin'] },
  ]);
  expect(loaded?.located).toEqual(expect.arrayContaining([path.join(cwd, 'plugins', 'mine.ts')]));
});

/** A package that brings several things, one of them from a package of its own. */
const BUNDLE = {
  'node_modules/lectern-plugin-x/package.json': '{"version": "1.0.0", "type": "module", "exports": "./x.js"}',
  'node_modules/lectern-plugin-x/x.js': `
    import { definePlugin, defineRule } from 'lectern';
    export default definePlugin(({ word = 'none' } = {}) => ({
      name: 'x',
      remarkPlugins: [['remark-inner', { word }], './local.js'],
      rules: [defineRule({ id: 'x/word', about: 'a word', check() {} })],
      outputs: [{ name: 'words', options: { most: 5 }, render: () => [] }],
    }));`,
  'node_modules/lectern-plugin-x/local.js': 'export default function local() {}',
  'node_modules/lectern-plugin-x/node_modules/remark-inner/package.json': '{"type": "module", "exports": "./i.js"}',
  'node_modules/lectern-plugin-x/node_modules/remark-inner/i.js': PLUGIN,
};

test.each([
  [
    'code',
    'lectern.config.mjs',
    'export default { plugins: [["lectern-plugin-x", { word: "a" }]], outputOptions: { words: { most: 6 } } };',
  ],
  [
    'data',
    'lectern.config.json',
    '{"plugins": [["lectern-plugin-x", {"word": "a"}]], "outputOptions": {"words": {"most": 6}}}',
  ],
])('a package brings several plugins to a config that is %s', async (_, name, text) => {
  const [loaded] = await loadProjects([{ cwd: project({ [name]: text, ...BUNDLE }) }]);
  expect(loaded?.error).toBeUndefined();
  expect(loaded?.remark).toMatchObject([{ name: 'remark-inner', options: [{ word: 'a' }] }, { name: './local.js' }]);
  expect(loaded).toMatchObject({ projectRules: ['x/word'], outputs: ['words'], outputOptions: { words: { most: 6 } } });
});

test('results of fences are kept until the config, a file or a package that it imports changes', async () => {
  const cwd = project({
    'lectern.config.mjs': `
      import { draw } from './draw.mjs';
      import other from 'some-package';
      export default { fences: [{ languages: ['abc'], render: () => draw(other) }] };`,
    'draw.mjs': 'export const draw = (a) => a;',
    'node_modules/some-package/package.json': '{"version": "1.0.0", "type": "module", "exports": "./p.js"}',
    'node_modules/some-package/p.js': 'export default 1;',
  });
  const version = async (): Promise<unknown> => (await loadProjects([{ cwd }]))[0]?.fences?.[0]?.['version'];
  const first = await version();
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(await version()).toBe(first);
  writeFileSync(path.join(cwd, 'draw.mjs'), 'export const draw = (a) => a + 1;');
  const second = await version();
  expect(second).not.toBe(first);
  writeFileSync(
    path.join(cwd, 'node_modules/some-package/package.json'),
    '{"version": "1.0.1", "type": "module", "exports": "./p.js"}',
  );
  expect(await version()).not.toBe(second);
});

test('a config that has changed is loaded anew in the same process', async () => {
  const cwd = project({ 'lectern.config.mjs': 'export default { outDir: "one" };' });
  const file = path.join(cwd, 'lectern.config.mjs');
  const other = project({
    'lectern.config.mjs': `
      import { writeFileSync } from 'node:fs';
      writeFileSync(${JSON.stringify(file)}, 'export default { outDir: "two" };');
      export default {};`,
  });
  const loaded = await loadProjects([{ cwd }, { cwd: other }, { cwd }]);
  expect(loaded.map(({ values }) => values?.['outDir'])).toEqual([
    path.join(cwd, 'one'),
    undefined,
    path.join(cwd, 'two'),
  ]);
});

test('options of a call take precedence over those of the project', () => {
  const ofProject = {
    file: undefined,
    notices: [],
    values: { strict: true, theme: 'ledger', handout: { slides: 6, paper: 'A4' } as const },
    rules: new Map([
      ['words', { severity: 'off' as const, options: new Map() }],
      ['axe', { severity: 'off' as const, options: new Map() }],
    ]),
    plugins: { deck: undefined, reveal: [], outputs: [], rules: [], dialects: [], sources: [] },
    outputOptions: new Map(),
  };
  const rules = new Map([['words', { severity: 'error' as const, options: new Map() }]]);
  const call = { strict: false, theme: undefined, handout: { slides: 3 } as const, rules };
  const { rules: merged, ...resolved } = overProject(call, ofProject);
  expect(resolved).toEqual({ strict: false, theme: 'ledger', handout: { slides: 3, paper: 'A4' } });
  expect([...merged].map(([id, { severity }]) => [id, severity])).toEqual([
    ['words', 'error'],
    ['axe', 'off'],
  ]);
});
