import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OLDEST_NODE } from '../../src/cli/node-version.ts';
import { root } from '../support/browser.ts';

/**
 * Other versions of Node, as paths of programs with the separator of PATH between them; CI names the oldest and the newest
 * that the package runs on.
 */
const OTHERS = (process.env['LECTERN_TEST_NODES'] ?? '').split(path.delimiter).filter(Boolean);

interface Packed {
  files: { path: string; size: number }[];
  unpackedSize: number;
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-package-'));
const installed = path.join(folder, 'node_modules', 'lectern');
let packed: Packed;

/** Installs what would be published into an empty folder, beside what its package.json asks for and nothing else. */
beforeAll(() => {
  // Where the whole suite runs, others are using the bundle that was made before.
  if (!process.env['LECTERN_TEST_PROGRAM'])
    execFileSync('npm', ['run', '--silent', 'bundle'], { cwd: root, stdio: 'ignore' });
  const report = execFileSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  packed = Object.values(JSON.parse(report) as Record<string, Packed>)[0] ?? { files: [], unpackedSize: 0 };
  for (const { path: name } of packed.files) cpSync(path.join(root, name), path.join(installed, name));
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  // The browser that people install beside it, where no other is.
  for (const name of [...Object.keys(dependencies), '@sparticuz/chromium']) {
    mkdirSync(path.dirname(path.join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name), 'junction');
  }
  writeFileSync(path.join(folder, 'talk.md'), '# Hello\n\n## World\n\n```rust\nfn main() {}\n```\n\n$x^2$\n');
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(
  node: string,
  args: readonly string[],
  cwd = folder,
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(node, [path.join(installed, 'lib', 'cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the published package', () => {
  test('has what it needs and no more', () => {
    const names = packed.files.map(({ path: name }) => name);
    expect(names).toEqual(expect.arrayContaining(['LICENSE', 'THIRD-PARTY-NOTICES.txt', 'lib/cli.js', 'lib/index.js']));
    expect(names.filter((name) => /^(?:src|test|docs\/images|scripts|dist)\//.test(name))).toEqual([]);
    expect(packed.unpackedSize).toBeLessThan(25_000_000);
  });

  test.each([process.execPath, ...OTHERS])('builds a deck, checks it and starts a talk with %s', async (node) => {
    expect(run(node, ['build', 'talk.md'])).toMatchObject({ status: 0, stderr: '' });
    const html = readFileSync(path.join(folder, 'dist', 'talk.html'), 'utf8');
    expect(html).toContain('<span class="hljs-keyword">fn</span>');
    expect(html).toContain('class="katex"');
    expect(
      readFileSync(path.join(folder, 'dist', 'talk.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(html.match(/url\(data:font\//g)?.length).toBeGreaterThan(3);
    for (const name of ['new', 'mine']) rmSync(path.join(folder, name), { recursive: true, force: true });
    // A theme of one's own finds the fonts of the one that it was made from.
    expect(run(node, ['theme', 'new', 'mine', '--from', 'marmalade'])).toMatchObject({ status: 0, stderr: '' });
    expect(run(node, ['build', 'talk.md', '--theme', './mine', '--to', 'html'])).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(run(node, ['new', 'new', '--starter', 'report'])).toMatchObject({ status: 0, stderr: '' });
    expect(run(node, ['check', 'talk.md'])).toMatchObject({ status: 0, stderr: '' });
    expect(run(node, ['docs', 'language'])).toMatchObject({ status: 0, stderr: '' });
    const talk = spawn(
      node,
      [path.join(installed, 'lib', 'cli.js'), 'present', 'talk.md', '--no-open', '--port', '0'],
      {
        cwd: folder,
      },
    );
    // It ends where the talk is served, or by itself where it cannot be.
    talk.stdout.once('data', () => talk.kill('SIGINT'));
    const [stderr, [code]] = await Promise.all([text(talk.stderr), once(talk, 'exit')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('starts from code that was compiled before, and compiles what of it is damaged', () => {
    const compiled = path.join(folder, 'compiled');
    const build = (): unknown =>
      spawnSync(process.execPath, [path.join(installed, 'lib', 'cli.js'), 'build', 'talk.md', '--to', 'html'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_COMPILE_CACHE: compiled },
      });
    expect(build()).toMatchObject({ status: 0, stderr: '' });
    const html = readFileSync(path.join(folder, 'dist', 'talk.html'), 'utf8');
    const kept = globSync('**/build-*.cjs-*', { cwd: compiled }).map((name) => path.join(compiled, name));
    expect(kept).toHaveLength(1);
    const [file = ''] = kept;
    const before = readFileSync(file);
    for (const state of [before, before.subarray(0, 100_000)]) {
      writeFileSync(file, state);
      expect(build()).toMatchObject({ status: 0, stderr: '' });
      expect(readFileSync(path.join(folder, 'dist', 'talk.html'), 'utf8')).toBe(html);
    }
  });

  test('runs the plugins of a project, which import it', () => {
    const project = path.join(folder, 'project');
    mkdirSync(project);
    const config = `import { defineConfig, defineRule } from 'lectern';
export default defineConfig({
  rules: [defineRule({ id: 'own', about: 'titles', check({ deck }, report) { report(deck.slides[0].title); } })],
});
`;
    writeFileSync(path.join(project, 'lectern.config.ts'), config);
    writeFileSync(path.join(project, 'talk.md'), '# Hello\n');
    expect(run(process.execPath, ['check', 'talk.md'], project).stderr).toMatch(/talk\.md.*Hello.*own/);
  });

  test('is a library as well', () => {
    const program =
      "import { compile } from 'lectern'; import { VFile } from 'vfile'; console.log((await compile(new VFile({ value: '# A' }))).slides.length);";
    writeFileSync(path.join(folder, 'use.mjs'), program);
    expect(execFileSync(process.execPath, ['use.mjs'], { cwd: folder, encoding: 'utf8' })).toBe('1\n');
  });

  test('has the types of the library, and no others', () => {
    expect(packed.files.filter(({ path: name }) => name.startsWith('lib/types/')).length).toBeLessThan(150);
    const program = `import { compile } from 'lectern';
import { VFile } from 'vfile';
const deck = await compile(new VFile({ value: '# A' }));
export const slides: number = deck.slides.length;
// @ts-expect-error: a title is text
export const title: number = deck.slides[0]?.title;
`;
    writeFileSync(path.join(folder, 'use.mts'), program);
    const flags = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'es2024',
    ];
    const { status, stdout } = spawnSync('npx', ['tsc', ...flags, path.join(folder, 'use.mts')], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  const older = olderNode();
  test.skipIf(older === undefined)('says in one line that an older Node is too old', () => {
    const { status, stdout, stderr } = run(older ?? '', ['build', 'talk.md']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^lectern: needs Node ${OLDEST_NODE} or newer, this is [\\d.]+\\..*\\n$`));
  });
});

/** A Node on PATH that is older than the package supports, such as the one that a system has. */
function olderNode(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const programs = folders.map((name) => path.join(name, 'node')).filter((program) => existsSync(program));
  return programs.find((program) => {
    const [, major = '0', minor = '0'] =
      /^v(\d+)\.(\d+)/.exec(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout) ?? [];
    return Number(`${major}.${minor.padStart(2, '0')}`) < Number(OLDEST_NODE);
  });
}
