import path from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../support/cli.ts';
import { loadProjects } from '../support/projects.ts';

const AGAIN = 'Correct the config, or run without it: --no-config.';

const DEFAULT =
  'lectern.config.ts: the default export is 5, expected an object. Write: export default defineConfig({ … })';

/** A config, and the error that it gives. */
const CODE: [name: string, config: string, text: string, error: string][] = [
  [
    'TypeScript that is not valid',
    'lectern.config.ts',
    "export default {\n  theme: 'x' 'y',\n};",
    `lectern.config.ts:2:14: invalid syntax: Expected ',', got 'string literal'. ${AGAIN}`,
  ],
  [
    'JavaScript that is not valid',
    'lectern.config.mjs',
    "export default {\n  theme: 'x' 'y',\n};",
    `lectern.config.mjs:2:14: invalid syntax: Unexpected string. ${AGAIN}`,
  ],
  [
    'JavaScript that ends too early',
    'lectern.config.js',
    'export default {\n',
    `lectern.config.js:2:1: invalid syntax: Unexpected end of input. ${AGAIN}`,
  ],
  [
    'TypeScript that needs a compiler',
    'lectern.config.ts',
    'export default {};\nenum Size { small }',
    'lectern.config.ts:2:1: TypeScript enum is not supported in strip-only mode. Node runs TypeScript by leaving out types: write it without this.',
  ],
  [
    'an error',
    'lectern.config.ts',
    "interface A { b: string }\nthrow new Error('boom.\\nmore');",
    `lectern.config.ts:2:7: it throws an error: boom. ${AGAIN}`,
  ],
  [
    'something else that is thrown',
    'lectern.config.mjs',
    "throw 'a text';",
    `lectern.config.mjs: it throws an error: a text. ${AGAIN}`,
  ],
  [
    'an error in the function that makes the config',
    'lectern.config.ts',
    'export default () => {\n  return nothing.there;\n};',
    `lectern.config.ts:2:3: it throws an error: nothing is not defined. ${AGAIN}`,
  ],
  [
    'a promise that is rejected',
    'lectern.config.ts',
    "export default Promise.reject(new Error('no answer'));",
    `lectern.config.ts:1:31: it throws an error: no answer. ${AGAIN}`,
  ],
  [
    'a property that throws',
    'lectern.config.mjs',
    'export default {\n  get theme() {\n    throw new Error("boom");\n  },\n};',
    `lectern.config.mjs:3:11: it throws an error: boom. ${AGAIN}`,
  ],
  [
    'a package that is not installed',
    'lectern.config.ts',
    "import a from 'node:path';\nimport emoji from 'remark-emojis';\nexport default { remarkPlugins: [emoji] };",
    'lectern.config.ts:2:19: the package “remark-emojis” is not installed. Install it with “npm i -D remark-emojis”.',
  ],
  [
    'a package with a scope that is not installed',
    'lectern.config.mjs',
    "import '@acme/plugin/deep.js';\nexport default {};",
    'lectern.config.mjs:1:8: the package “@acme/plugin” is not installed. Install it with “npm i -D @acme/plugin”.',
  ],
  [
    'a file that does not exist',
    'lectern.config.ts',
    "import mine from './mine.ts';\nexport default { remarkPlugins: [mine] };",
    `lectern.config.ts:1:18: the file “mine.ts” does not exist. ${AGAIN}`,
  ],
  [
    'an export that does not exist',
    'lectern.config.ts',
    "import { defineConfg } from 'lectern';\nexport default defineConfg({});",
    `lectern.config.ts:1:10: The requested module 'lectern' does not provide an export named 'defineConfg'. ${AGAIN}`,
  ],
  [
    'no default export',
    'lectern.config.ts',
    'export const config = {};',
    'lectern.config.ts: no default export, only config. Write: export default defineConfig({ … })',
  ],
  ['a default export of another kind', 'lectern.config.ts', 'export default 5;', DEFAULT],
  [
    'an unknown key',
    'lectern.config.ts',
    'export default {\n  strict: true,\n  remarkPlugin: [],\n};',
    `lectern.config.ts:3:3: unknown key “remarkPlugin”; did you mean “remarkPlugins”? ${AGAIN}`,
  ],
  [
    'an unknown key of a plugin',
    'lectern.config.ts',
    'export default {\n  remarkPlugins: [\n    { plugin: () => {}, chunksafe: true },\n  ],\n};',
    `lectern.config.ts:3:25: unknown key “chunksafe” in “remarkPlugins[0]”; did you mean “chunkSafe”? ${AGAIN}`,
  ],
  [
    'a flag of another kind',
    'lectern.config.ts',
    'export default {\n  strict: "yes",\n};',
    `lectern.config.ts:2:3: “strict” is "yes", expected true or false. ${AGAIN}`,
  ],
  [
    'a word that an option does not have',
    'lectern.config.ts',
    "export default { steps: 'page' };",
    'lectern.config.ts:1:18: invalid value “page” for “steps”; did you mean “pages”? Write --steps last or --steps pages.',
  ],
  [
    'a setting of a rule',
    'lectern.config.ts',
    "export default {\n  check: {\n    contrast: 'off',\n    words: 'loud',\n  },\n};",
    `lectern.config.ts:4:5: “words” in “check” is "loud", expected a map such as {notes-missing: off, words: {most: 60}}. ${AGAIN}`,
  ],
  [
    'a program',
    'lectern.config.ts',
    "export default { browser: '/usr/bin/chromium' };",
    'lectern.config.ts:1:18: “browser” cannot be set in a config, only on the command line. Name the program with --browser or LECTERN_BROWSER.',
  ],
  [
    'something that is not a plugin',
    'lectern.config.ts',
    'export default { rehypePlugins: [5] };',
    `lectern.config.ts:1:18: “rehypePlugins[0]” is 5, expected a plugin, the name of a package that has one, or [plugin, options]. ${AGAIN}`,
  ],
  [
    'two places for a plugin',
    'lectern.config.ts',
    "export default { rehypePlugins: [{ plugin: function a() {}, before: 'b', after: 'c' }] };",
    'lectern.config.ts:1:74: “a” has both “before” and “after”. Keep one of them.',
  ],
  [
    'a file outside the project',
    'lectern.config.ts',
    "export default { remarkPlugins: ['../mine.js'] };",
    'lectern.config.ts:1:18: “../mine.js” is outside the project. Import it in the config, and name what is imported.',
  ],
  [
    'an output with the name of one of Lectern’s',
    'lectern.config.ts',
    "export default { outputs: [{ name: 'pdf', render: () => [] }] };",
    'lectern.config.ts:1:30: Lectern has an output “pdf”. Choose another name.',
  ],
  [
    'a rule with the id of one of Lectern’s',
    'lectern.config.ts',
    "export default { rules: [{ id: 'words', about: 'a', check() {} }] };",
    'lectern.config.ts:1:28: Lectern has a rule “words”. Choose another name.',
  ],
  [
    'two renderers of a language',
    'lectern.config.ts',
    "const f = { languages: ['abc'], render: () => '' };\nexport default { fences: [f, f] };",
    'lectern.config.ts: two plugins have the fence language “abc”. Leave one of them out.',
  ],
  [
    'options of an output that it does not have',
    'lectern.config.ts',
    "export default { outputs: [{ name: 'outline', options: { depth: 2 }, render: () => [] }],\n  outputOptions: { outline: { dept: 3 } } };",
    `lectern.config.ts:2:31: unknown key “dept” in “outputOptions.outline”; did you mean “depth”? ${AGAIN}`,
  ],
];

const JSON_ADVICE = 'It holds options of “lectern build”, as in {"outDir": "public", "strict": true}.';

const DATA: typeof CODE = [
  [
    'a colon that is missing',
    'lectern.config.json',
    '{\n  "theme" "x"\n}',
    `lectern.config.json:2:11: invalid JSON: expected a colon instead of “"x"”. ${JSON_ADVICE}`,
  ],
  [
    'a text that ends too early',
    'lectern.json',
    '{"theme": ',
    `lectern.json:1:11: invalid JSON: expected a value at the end. ${JSON_ADVICE}`,
  ],
  [
    'a comment',
    'lectern.config.json',
    '{\n// no\n}',
    `lectern.config.json:2:1: invalid JSON: expected JSON without comments instead of “// no”. ${JSON_ADVICE}`,
  ],
  ['a list', 'lectern.config.json', '[]', `lectern.config.json: it is not a JSON object. ${JSON_ADVICE}`],
  [
    'an unknown key',
    'lectern.config.json',
    '{\n  "strict": true,\n  "thme": "folio"\n}',
    `lectern.config.json:3:3: unknown key “thme”; did you mean “theme”? ${AGAIN}`,
  ],
  [
    'functions',
    'lectern.config.json',
    '{"fences": [{"languages": ["abc"], "render": "x"}]}',
    'lectern.config.json:1:2: “fences” holds functions, which JSON cannot have. Write a lectern.config.ts, or name a package that has them in “plugins”.',
  ],
];

test.each([
  ['code', CODE],
  ['data', DATA],
])('a faulty config that is %s is an error with its place', async (_, cases) => {
  const folders = cases.map(([, name, text]) => project({ [name]: text, 'package.json': '{}' }));
  const loaded = await loadProjects(folders.map((cwd) => ({ cwd })));
  const errors = cases.map(([fault], index) => [fault, loaded[index]?.error]);
  expect(Object.fromEntries(errors)).toEqual(Object.fromEntries(cases.map(([fault, , , error]) => [fault, error])));
});

test('a module that a config imports is named where it is wrong', async () => {
  const faulty = project({
    'lectern.config.ts': "import { theme } from './parts/theme.ts';\nexport default { theme };",
    'parts/theme.ts': "export const theme: string = 'x';\nthrow new Error('boom');",
  });
  const broken = project({
    'lectern.config.mjs': "import { theme } from './parts/theme.mjs';\nexport default { theme };",
    'parts/theme.mjs': 'export const theme = (;',
  });
  const [one, other] = await loadProjects([{ cwd: faulty }, { cwd: broken }]);
  expect(one?.error).toBe(`${path.join('parts', 'theme.ts')}:2:7: it throws an error: boom. ${AGAIN}`);
  expect(other?.error).toBe(`${path.join('parts', 'theme.mjs')}:1:23: invalid syntax: Unexpected token ';'. ${AGAIN}`);
  // A talk reads the project again when one of them is mended.
  expect(one?.located).toEqual(expect.arrayContaining([path.join(faulty, 'parts', 'theme.ts')]));
  expect(other?.located).toEqual(expect.arrayContaining([path.join(broken, 'parts', 'theme.mjs')]));
});

test('a folder with several configs is an error', async () => {
  const cwd = project({ 'lectern.json': '{}', 'lectern.config.ts': 'export default {};' });
  const [loaded] = await loadProjects([{ cwd }]);
  expect(loaded?.error).toBe(
    'the working folder has several configs: lectern.config.ts, lectern.json. Keep one of them, or name one with --config.',
  );
});

test('a call that names something else than a config is an error', async () => {
  const cwd = project({ 'talk.md': '# A' });
  const named = ['gone.ts', 'gone.json', 'talk.md'];
  const loaded = await loadProjects(named.map((config) => ({ cwd, config })));
  const wrong = 'Name a file that ends with .ts, .mts, .js, .mjs or .json.';
  expect(loaded.map(({ error }) => error)).toEqual([
    `gone.ts: no such file. ${wrong}`,
    `gone.json: no such file. ${wrong}`,
    `talk.md: it is not a config. ${wrong}`,
  ]);
});
