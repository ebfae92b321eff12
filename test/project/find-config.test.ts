import { chownSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../support/cli.ts';
import { loadProjects } from '../support/projects.ts';

const NAMES = [
  'lectern.config.ts',
  'lectern.config.mts',
  'lectern.config.js',
  'lectern.config.mjs',
  'lectern.config.json',
  'lectern.json',
];

test('a config has one of six names, and JavaScript may be of either kind', async () => {
  const text = (name: string): string =>
    name.endsWith('.json')
      ? '{"outDir": "out", "check": {"words": "off"}}'
      : "import { defineConfig } from 'lectern';\nexport default defineConfig({ outDir: 'out', check: { words: 'off' } });\n";
  const folders = NAMES.map((name) => project({ [name]: text(name), 'package.json': '{}' }));
  const common = project({ 'lectern.config.js': "module.exports = { outDir: 'out', check: { words: 'off' } };" });
  const loaded = await loadProjects([...folders, common].map((cwd) => ({ cwd })));
  const files = [
    ...NAMES.map((name, index) => path.join(folders[index] ?? '', name)),
    path.join(common, 'lectern.config.js'),
  ];
  expect(loaded.map(({ file }) => file)).toEqual(files);
  for (const { file = '', values, rules } of loaded) {
    expect([file, values, rules]).toEqual([file, { outDir: path.join(path.dirname(file), 'out') }, ['words']]);
  }
});

test('a config is found up to the folder where the project begins, and no further', async () => {
  const config = '{"strict": true}';
  const above = { 'lectern.json': config };
  const cases: [what: string, files: Record<string, string>, cwd: string, found: boolean][] = [
    ['beside package.json above', { 'package.json': '{}', ...above, 'a/b/x': '' }, 'a/b', true],
    ['beside .git above', { '.git': 'gitdir: elsewhere', ...above, 'a/x': '' }, 'a', true],
    [
      'above the working folder, below package.json',
      { 'package.json': '{}', 'a/lectern.json': config, 'a/b/c/x': '' },
      'a/b/c',
      true,
    ],
    ['above package.json', { ...above, 'a/package.json': '{}', 'a/b/x': '' }, 'a/b', false],
    [
      'above a working folder with package.json',
      { ...above, 'package.json': '{}', 'a/package.json': '{}' },
      'a',
      false,
    ],
    ['above a working folder with no project', { ...above, 'a/x': '' }, 'a', false],
    ['below the working folder', { 'a/lectern.json': config }, '.', false],
  ];
  const folders = cases.map(([, files]) => project(files));
  const loaded = await loadProjects(cases.map(([, , cwd], index) => ({ cwd: path.join(folders[index] ?? '', cwd) })));
  const found = cases.map(([what], index) => [what, loaded[index]?.values?.['strict'] === true]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(cases.map(([what, , , is]) => [what, is])));
});

test('the home folder is where a search ends', async () => {
  const home = project({ 'package.json': '{}', 'lectern.json': '{"strict": true}', 'talks/x': '' });
  const before = process.env['HOME'];
  process.env['HOME'] = home;
  try {
    const [below, at] = await loadProjects([{ cwd: path.join(home, 'talks') }, { cwd: home }]);
    expect([below?.values, at?.values]).toEqual([{}, { strict: true }]);
  } finally {
    process.env['HOME'] = before;
  }
});

test.skipIf(process.getuid?.() !== 0)('a config above that belongs to somebody else is not found', async () => {
  const cwd = project({
    'package.json': '{}',
    'lectern.config.mjs': 'export default { strict: true };',
    'talks/x': '',
  });
  const talks = path.join(cwd, 'talks');
  const [own] = await loadProjects([{ cwd: talks }]);
  chownSync(path.join(cwd, 'lectern.config.mjs'), 12_345, 12_345);
  const [others] = await loadProjects([{ cwd: talks }]);
  expect([own?.values, others?.values]).toEqual([{ strict: true }, {}]);
});

test('without a config only files are looked for', async () => {
  const cwd = project({ 'talk.md': '# A' });
  const [loaded] = await loadProjects([{ cwd }]);
  expect(loaded).toMatchObject({ values: {}, rules: [], notices: [], outputs: [] });
  expect(loaded?.file).toBeUndefined();
  expect(loaded?.located).toEqual(NAMES.map((name) => path.join(cwd, name)));
});
