import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from '../support/cli.ts';
import { EVIL, EVIL_PACKAGE, ranIn } from '../support/evil-code.ts';
import { buildProjects, loadProjects } from '../support/projects.ts';

const DECK = '# A\n\ntext\n';

describe('a config that is data', () => {
  const OUTSIDE = {
    'evil.mjs': EVIL,
    'project/evil.mjs': EVIL,
    'project/package.json':
      '{"name": "own", "type": "module", "exports": {"./evil": "./evil.mjs"}, "imports": {"#evil": "./evil.mjs"}}',
    'project/talk.md': DECK,
    'node_modules/above/package.json': '{"type": "module", "exports": "./index.js"}',
    'node_modules/above/index.js': EVIL,
    'project/node_modules/plain/index.js': '',
    'path/evil/index.js': 'require("node:fs").writeFileSync(__dirname + "/ran", "")',
  };

  const NAMES = [
    './evil.mjs',
    '../evil.mjs',
    'evil.mjs',
    '.',
    '..',
    '/evil.mjs',
    String.raw`.\evil.mjs`,
    String.raw`plain\..\..\evil.mjs`,
    'plain/../../evil.mjs',
    'plain/../../../evil.mjs',
    'plain/%2e%2e/%2e%2e/evil.mjs',
    'plain/./../../evil.mjs',
    'plain//../../evil.mjs',
    '../node_modules/above',
    'above',
    'own/evil',
    '#evil',
    'file:///evil.mjs',
    'file:./evil.mjs',
    'data:text/javascript,import("node:fs").then((f)=>f.writeFileSync("ran",""))',
    'http://127.0.0.1:9/evil.mjs',
    'https://example.org/evil.mjs',
    'node:child_process',
    'child_process',
    'fs/promises',
    'npm:evil',
    '@../evil',
    '~/evil.mjs',
    '',
    'evil',
  ];

  test.each([
    ['remarkPlugins', (name: string) => ({ remarkPlugins: [name] })],
    ['rehypePlugins', (name: string) => ({ rehypePlugins: [[name, {}]] })],
    ['rehypePlugins, by settings', (name: string) => ({ rehypePlugins: [{ plugin: name }] })],
    ['plugins', (name: string) => ({ plugins: [name] })],
    ['scripts of revealPlugins', (name: string) => ({ revealPlugins: [{ script: name, global: 'A' }] })],
    ['styles of revealPlugins', (name: string) => ({ revealPlugins: [{ script: 'plain', global: 'A', style: name }] })],
  ])('names nothing but packages of the project in %s', async (_, config) => {
    const named = NAMES.map((name) => {
      const folder = project({ ...OUTSIDE, 'project/lectern.json': JSON.stringify(config(name)) });
      return { name, folder, job: { cwd: path.join(folder, 'project') } };
    });
    const absolute = project({ ...OUTSIDE });
    const cwd = path.join(absolute, 'project');
    const all = [
      ...named,
      ...[path.join(absolute, 'evil.mjs'), path.join(cwd, 'evil.mjs')].map((name) => {
        const folder = project({ ...OUTSIDE, 'project/lectern.json': JSON.stringify(config(name)) });
        return { name, folder, job: { cwd: path.join(folder, 'project') } };
      }),
    ];
    // Variables that make Node find packages elsewhere change nothing.
    const env = { NODE_PATH: path.join(absolute, 'path'), HOME: absolute };
    const built = await buildProjects(
      all.map(({ job }) => job),
      env,
    );
    for (const [index, { name, folder }] of all.entries()) {
      expect([name, ranIn(folder), ranIn(absolute)]).toEqual([name, [], []]);
      expect([name, built[index]?.error]).toEqual([
        name,
        expect.stringMatching(
          /lectern\.json:1:\d+: .*(?:is not an installed package|is not installed in the project|expected text|does not exist)/,
        ),
      ]);
    }
  });

  test('names packages of the project', async () => {
    const folder = project({ 'talk.md': DECK, 'lectern.json': '{"remarkPlugins": ["evil"]}', ...EVIL_PACKAGE });
    const [built] = await buildProjects([{ cwd: folder }]);
    expect([built?.error, ranIn(folder)]).toEqual([undefined, [path.join('node_modules', 'evil', 'ran')]]);
  });

  test('loads no package where decks of others are built', async () => {
    const lists = ['remarkPlugins', 'rehypePlugins', 'plugins'].map((key) => `{"${key}": ["evil"], "outDir": "out"}`);
    const others = ['{"revealPlugins": [{"script": "evil", "global": "A"}]}', '{"outputOptions": {"a": {"b": 1}}}'];
    const folders = [...lists, ...others].map((config) =>
      project({ 'talk.md': DECK, 'lectern.json': config, ...EVIL_PACKAGE }),
    );
    const built = await buildProjects(folders.map((cwd) => ({ cwd, untrusted: true })));
    for (const [index, folder] of folders.entries()) {
      expect(ranIn(folder)).toEqual([]);
      expect(built[index]).toMatchObject({ notices: ['The plugins of lectern.json are not used with --untrusted.'] });
      expect(built[index]?.error).toBeUndefined();
    }
    // Its options are used all the same.
    expect(globSync('out/*', { cwd: folders[0] ?? '' })).toEqual([path.join('out', 'talk.notes.md')]);
  });

  test('names nothing else that runs or is outside', async () => {
    const cases: [config: string, error: string][] = [
      ['{"browser": "./run.sh"}', '“browser” cannot be set in a config, only on the command line'],
      ['{"browserUrl": "http://127.0.0.1:1"}', '“browserUrl” cannot be set in a config, only on the command line'],
      ['{"outDir": "../out"}', '“outDir” is "../out", outside the project'],
      ['{"theme": "../theme.css"}', '“theme” is "../theme.css": the file is outside the project'],
      [
        '{"revealPlugins": [{"script": "evil", "global": "A", "network": ["https://a.example"]}]}',
        'a JSON config cannot let a plugin reach the network',
      ],
      [
        '{"remarkRehype": {"handlers": {"text": "evil"}}}',
        '“remarkRehype.handlers.text” is "evil", expected a function',
      ],
      ['{"rules": ["evil"]}', '“rules” holds functions, which JSON cannot have'],
      ['{"outputs": ["evil"]}', '“outputs” holds functions, which JSON cannot have'],
      ['{"__proto__": {"strict": true}}', 'unknown key “__proto__”'],
    ];
    const installed = Object.entries(EVIL_PACKAGE).map(([name, text]) => [`a/${name}`, text]);
    const files = { 'theme.css': '', 'a/package.json': '{}', ...Object.fromEntries(installed) };
    const folders = cases.map(([config]) => project({ ...files, 'a/lectern.config.json': config }));
    const loaded = await loadProjects(folders.map((folder) => ({ cwd: path.join(folder, 'a') })));
    for (const [index, [config, error]] of cases.entries()) {
      expect([config, loaded[index]?.error]).toEqual([config, expect.stringContaining(error)]);
      expect(ranIn(folders[index] ?? '')).toEqual([]);
    }
  });
});
