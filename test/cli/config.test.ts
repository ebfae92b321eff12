import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const DECK = '## One\n\nTODO first\n\n## Two\n\nsecond\n';

/** A config with a plugin, an output and rules. */
const CONFIG = `import { defineConfig, defineOutput, defineRule } from 'lectern';
import { shout } from './shout.ts';

const outline = defineOutput({
  name: 'outline',
  options: { depth: 2, title: 'Outline' },
  render: ({ slides, name, options }) => [
    { path: \`\${name}.outline.txt\`, content: [options.title, options.depth, ...slides.map(({ title }) => title)].join('|') },
  ],
});

const todo = defineRule({
  id: 'acme/todo',
  about: 'text that is not finished',
  options: { most: 0 },
  check({ deck, seen, slideText }, report, { most }) {
    for (const slide of deck.slides) {
      const words = slideText(slide).split('TODO').length - 1;
      const size = seen.find((one) => one.slide === slide)?.texts[0]?.size ?? 0;
      if (words > most) report(\`Slide has \${words} TODO, expected at most \${most}; text of \${size > 0 ? 'some' : 'no'} size\`, { slide });
    }
  },
});

const broken = defineRule({
  id: 'acme/broken',
  about: 'a rule that fails',
  severity: 'info',
  check() {
    throw new TypeError('not today');
  },
});

export default defineConfig({
  to: ['outline', 'html'],
  outDir: 'public',
  remarkPlugins: [shout],
  outputs: [outline],
  rules: [todo, broken],
  outputOptions: { outline: { title: 'Mine' } },
});
`;

const SHOUT = `import type { Root } from 'mdast';
export function shout() {
  return (tree: Root): void => {
    for (const node of tree.children) if (node.type === 'heading') node.children.push({ type: 'text', value: '!' });
  };
}
`;

const FILES = { 'talk.md': DECK, 'lectern.config.ts': CONFIG, 'shout.ts': SHOUT, 'package.json': '{}' };

describe('lectern build', () => {
  test('uses the config of the project', async () => {
    const cwd = project(FILES);
    const { code, stdout, stderr } = await lectern(['build', 'talk.md'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('talk.md → public/talk.outline.txt, public/talk.html (2 slides)');
    expect(readFileSync(path.join(cwd, 'public/talk.outline.txt'), 'utf8')).toBe('Mine|2|One!|Two!');
  });

  test('lets the call take precedence', async () => {
    const cwd = project(FILES);
    const args = ['--to', 'outline', '-o', 'out', '--set', 'outline.depth=3', '--set', 'outline.title=a, b=c'];
    expect(await lectern(['build', 'talk.md', ...args], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(path.join(cwd, 'out/talk.outline.txt'), 'utf8')).toBe('a, b=c|3|One!|Two!');
  });

  test('uses no config with --no-config, and another one with --config', async () => {
    const cwd = project({ ...FILES, 'other/mine.config.mjs': "export default { to: 'notes.md', outDir: 'here' };" });
    const without = await lectern(['build', 'talk.md', '--no-config', '--to', 'html'], { cwd });
    expect(without).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8')).not.toContain('One!');
    const other = await lectern(['build', 'talk.md', '--config', 'other/mine.config.mjs'], { cwd });
    expect(other).toMatchObject({ code: 0, stderr: '', stdout: 'talk.md → other/here/talk.notes.md (2 slides)\n' });
  });

  test('says that it does not use the code of a project with decks of others', async () => {
    const cwd = project(FILES);
    const { code, stderr } = await lectern(['build', 'talk.md', '--untrusted', '--to', 'notes.md'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'lectern.config.ts is not used with --untrusted.\n' });
    expect(existsSync(path.join(cwd, 'dist/talk.notes.md'))).toBe(true);
  });

  test('is refused with a config that is wrong, and shows its help all the same', async () => {
    const cwd = project({ ...FILES, 'lectern.config.ts': 'export default {\n  outdir: "x",\n};\n' });
    expect(await lectern(['build', 'talk.md'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'lectern: lectern.config.ts:2:3: unknown key “outdir”; did you mean “outDir”? Correct the config, or run without it: --no-config.\n',
    });
    expect(await lectern(['build', '--help'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    ['a promise that nobody waits for', 'Promise.reject(new Error("late"));'],
    ['a timer', 'setTimeout(() => { throw new Error("late"); });'],
  ])('says in one line what is wrong with %s in a config', async (_, code) => {
    const cwd = project({ 'talk.md': DECK, 'lectern.config.mjs': `${code}\nexport default { to: 'html' };\n` });
    const { code: status, stderr } = await lectern(['build', 'talk.md'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lectern: unexpected error: late \(lectern\.config\.mjs:1\)\. It is a bug in .*\n$/);
  });

  test('works in a folder of the project', async () => {
    const cwd = project({ ...FILES, 'talks/deep.md': DECK });
    const built = await lectern(['build', 'deep.md', '--to', 'outline'], { cwd: path.join(cwd, 'talks') });
    expect(built).toMatchObject({ code: 0, stderr: '', stdout: 'deep.md → ../public/deep.outline.txt (2 slides)\n' });
  });
});

describe('lectern check', () => {
  const FOUND =
    /^talk\.md:1:1 warning Slide has 1 TODO, expected at most 0; text of some size \(slide 1\) acme\/todo$/m;
  const FAILED = /^talk\.md error Rule “acme\/broken” failed: not today \(lectern\.config\.ts:\d+\) plugin$/m;

  test('runs rules of the project, and says which of them fail', async () => {
    const { code, stderr } = await lectern(['check', 'talk.md'], { cwd: project(FILES) });
    expect(code).toBe(1);
    expect(stderr).toMatch(FOUND);
    expect(stderr).toMatch(FAILED);
    expect(stderr).toContain('\n1 error, 1 warning');
  });

  test.each<[where: string, files: Record<string, string>]>([
    [
      'in the config',
      {
        'lectern.config.ts': CONFIG.replace(
          'outDir:',
          "check: { 'acme/todo': { most: 1 }, 'acme/broken': 'off' },\n  outDir:",
        ),
      },
    ],
    ['in the front matter', { 'talk.md': `---\ncheck: {acme/todo: off, acme/broken: off}\n---\n\n${DECK}` }],
    [
      'on a slide',
      {
        'talk.md': DECK.replace('## One', '## One {check-off=acme/todo}'),
        'lectern.config.ts': CONFIG.replace('outDir:', "check: { 'acme/broken': 'off' },\n  outDir:"),
      },
    ],
  ])('has settings for them %s', async (_, files) => {
    const { code, stderr } = await lectern(['check', 'talk.md'], { cwd: project({ ...FILES, ...files }) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('knows them in the advice on settings', async () => {
    const deck = `---\ncheck: {acme/tood: off, acme/todo: {least: 1}, acme/broken: off}\n---\n\n${DECK}`;
    const { stderr } = await lectern(['check', 'talk.md'], { cwd: project({ ...FILES, 'talk.md': deck }) });
    expect(stderr).toContain('Unknown rule “acme/tood” in “check”; did you mean “acme/todo”?');
    expect(stderr).toContain('Unknown option “least” of the rule “acme/todo”; expected one of most');
  });

  test('tells other programs what they found', async () => {
    const cwd = project(FILES);
    const json = await lectern(['check', 'talk.md', '--json'], { cwd });
    const { decks } = JSON.parse(json.stdout) as { decks: { messages: Record<string, unknown>[] }[] };
    expect(decks[0]?.messages).toMatchObject([
      { rule: 'plugin', severity: 'error', line: null },
      { rule: 'acme/todo', severity: 'warning', line: 1, slide: 1 },
    ]);
    const sarif = await lectern(['check', 'talk.md', '--format', 'sarif'], { cwd });
    const [run] = (JSON.parse(sarif.stdout) as Log).runs;
    expect(run?.tool.driver.rules).toContainEqual({
      id: 'acme/todo',
      shortDescription: { text: 'text that is not finished' },
    });
    const github = await lectern(['check', 'talk.md', '--format', 'github'], { cwd });
    expect(github.stdout).toMatch(
      /^::warning file=talk\.md,line=1,col=1,endLine=1,title=acme\/todo::Slide has 1 TODO/m,
    );
  });

  test('is the reason that a strict build writes nothing', async () => {
    const cwd = project(FILES);
    const { code, stderr } = await lectern(['build', 'talk.md', '--strict', '--to', 'html'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(FOUND);
    expect(existsSync(path.join(cwd, 'public'))).toBe(false);
  });
});

describe('lectern doctor', () => {
  const PACKAGES = {
    'node_modules/lectern-plugin-used/package.json': '{"version": "1.2.3", "type": "module", "exports": "./i.js"}',
    'node_modules/lectern-plugin-used/i.js':
      "export default { fences: [{ languages: ['abc'], render: () => '' }], directives: [{ name: 'clip', kind: 'leaf', transform() {} }] };",
    'node_modules/lectern-plugin-idle/package.json': '{"version": "0.1.0"}',
    'node_modules/@acme/lectern-plugin-other/package.json': '{"version": "4.5.6"}',
    'node_modules/remark-any/package.json': '{"version": "7.0.0"}',
  };

  test('lists the config, its plugins and what is installed without use', async () => {
    const config = CONFIG.replace('outDir:', "plugins: ['lectern-plugin-used'],\n  outDir:");
    const { stdout } = await lectern(['doctor'], {
      cwd: project({ ...FILES, ...PACKAGES, 'lectern.config.ts': config }),
    });
    expect(stdout).toContain(`Config: lectern.config.ts
Plugins:
  lectern-plugin-used 1.2.3: plugin (node_modules/lectern-plugin-used/i.js)
  remark plugins: shout
  fences: abc
  directives: clip
  outputs: outline (options: depth, title)
  rules: acme/todo, acme/broken
Installed, but not in “plugins”:
  @acme/lectern-plugin-other 4.5.6 (node_modules/@acme/lectern-plugin-other)
  lectern-plugin-idle 0.1.0 (node_modules/lectern-plugin-idle)
`);
  });

  test('says what is wrong with a config, and looks at browsers all the same', async () => {
    const cwd = project({ 'lectern.config.ts': 'export default { strict: 5 };' });
    const { code, stdout } = await lectern(['doctor'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('Config does not work: lectern.config.ts:1:18: “strict” is 5, expected true or false.');
    expect(stdout).toMatch(/Printing works/);
  });

  test('reports a missing config', async () => {
    const cwd = project();
    mkdirSync(path.join(cwd, 'node_modules'));
    writeFileSync(path.join(cwd, 'package.json'), '{}');
    expect((await lectern(['doctor'], { cwd })).stdout).toContain('\nConfig: none\n');
  });
});
