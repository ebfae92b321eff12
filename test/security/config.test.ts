import { chownSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../support/cli.ts';
import { EVIL, EVIL_CONFIG, EVIL_PACKAGE, ranIn } from '../support/evil-code.ts';
import { buildProjects, type ProjectJob } from '../support/projects.ts';

const DECK = '# A\n\ntext\n';

test('code of a config that is found runs, and none where nobody wants it', async () => {
  const files = { 'talk.md': DECK, 'lectern.config.mjs': EVIL_CONFIG };
  const [found, without, untrusted, named] = [project(files), project(files), project(files), project(files)];
  const built = await buildProjects([
    { cwd: found },
    { cwd: without, config: false },
    { cwd: untrusted, untrusted: true },
    // Whoever names a config trusts it.
    { cwd: named, untrusted: true, config: 'lectern.config.mjs' },
  ]);
  expect([found, without, untrusted, named].map((folder) => ranIn(folder).length)).toEqual([1, 0, 0, 1]);
  expect(built.map(({ notices }) => notices)).toEqual([
    [],
    [],
    ['lectern.config.mjs is not used with --untrusted.'],
    [],
  ]);
});

/** Decks, and the folders around them; in each `evil.mjs` and others wait to be run. */
const DOORS: [door: string, files: Record<string, string>, job?: Partial<ProjectJob>][] = [
  [
    'keys of a config in the front matter',
    {
      'talk.md': `---
remarkPlugins: [./evil.mjs, evil]
rehypePlugins: [[./evil.mjs, {a: 1}]]
remarkRehype: {handlers: {text: ./evil.mjs}}
revealPlugins: [{script: ./evil.mjs}]
plugins: [evil]
fences: [./evil.mjs]
directives: [./evil.mjs]
outputs: [./evil.mjs]
rules: [./evil.mjs]
config: ./evil.mjs
outputOptions: {a: {b: 1}}
---

${DECK}`,
      ...EVIL_PACKAGE,
    },
  ],
  [
    'a config beside a deck elsewhere',
    { 'elsewhere/talk.md': DECK, 'elsewhere/lectern.config.mjs': EVIL_CONFIG, 'project/x': '' },
    { cwd: 'project', decks: ['../elsewhere/talk.md'] },
  ],
  [
    'a config beside a deck in a folder of the project',
    { 'guest/talk.md': DECK, 'guest/lectern.config.mjs': EVIL_CONFIG },
    { decks: ['guest/talk.md'] },
  ],
  [
    'a config beside a file that a deck includes',
    { 'talk.md': '::include{file=part/a.md}\n', 'part/a.md': DECK, 'part/lectern.config.mjs': EVIL_CONFIG },
  ],
  [
    'a theme of a package',
    {
      'talk.md': `---\ntheme: evil\nstyle: evil/more.css\n---\n\n${DECK}`,
      ...EVIL_PACKAGE,
      'node_modules/evil/theme.css': ':root { --accent: red }',
      'node_modules/evil/more.css': '',
      'node_modules/evil/lectern.config.mjs': EVIL_CONFIG,
    },
  ],
  [
    'plugins that are installed',
    {
      'talk.md': DECK,
      'node_modules/lectern-plugin-evil/package.json': '{"main": "i.mjs"}',
      'node_modules/lectern-plugin-evil/i.mjs': EVIL,
    },
  ],
  [
    'a config above a project',
    { 'lectern.config.mjs': EVIL_CONFIG, 'project/package.json': '{}', 'project/talks/talk.md': DECK },
    { cwd: 'project/talks' },
  ],
  [
    'a config above a folder that belongs to no project',
    { 'lectern.config.mjs': EVIL_CONFIG, 'talks/talk.md': DECK },
    { cwd: 'talks' },
  ],
  [
    'a config in the front matter’s words',
    { 'talk.md': `---\ncheck: {evil: off}\ntheme: ./evil.mjs\nstyle: [./evil.mjs]\n---\n\n${DECK}` },
  ],
];

test('no deck makes code of a project run', async () => {
  const folders = DOORS.map(([, files]) => project({ ...files, 'evil.mjs': EVIL }));
  const jobs = DOORS.map(([, , { cwd = '.', ...job } = {}], index) => ({
    cwd: path.join(folders[index] ?? '', cwd),
    ...job,
  }));
  const built = await buildProjects(jobs);
  expect(DOORS.map(([door], index) => [door, ranIn(folders[index] ?? ''), built[index]?.error])).toEqual(
    DOORS.map(([door]) => [door, [], undefined]),
  );
  expect(
    built[0]?.messages.filter((message) => message.includes('Unknown key') || message.includes('key')),
  ).toHaveLength(11);
});

test('a config that is a link out of the project is not used', async () => {
  const names = ['lectern.config.mjs', 'lectern.config.ts', 'lectern.config.json', 'lectern.json'];
  const folders = names.map((name) => {
    const folder = project({ 'elsewhere.mjs': EVIL_CONFIG, 'project/package.json': '{}', 'project/talk.md': DECK });
    symlinkSync('../elsewhere.mjs', path.join(folder, 'project', name));
    return folder;
  });
  const built = await buildProjects(folders.map((folder) => ({ cwd: path.join(folder, 'project') })));
  for (const [index, folder] of folders.entries()) {
    expect(built[index]?.error).toMatch(/^lectern\.(?:config\.\w+|json): the file is outside the project/);
    expect(ranIn(folder)).toEqual([]);
  }
});

test.skipIf(process.getuid?.() !== 0)('files of others in a folder above give a project nothing', async () => {
  const folder = project({ 'lectern.config.mjs': EVIL_CONFIG, 'package.json': '{}', 'talks/talk.md': DECK });
  for (const name of ['lectern.config.mjs', 'package.json']) chownSync(path.join(folder, name), 12_345, 12_345);
  const [built] = await buildProjects([{ cwd: path.join(folder, 'talks') }]);
  expect([built?.error, ranIn(folder)]).toEqual([undefined, []]);
});
