import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { OLDEST_NODE } from '../src/cli/node-version.ts';

const root = path.join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

/** Instructions of the Dockerfile, with their continued lines put together. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter(Boolean)
  .map((line) => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1)] as const);
const lastStage = instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'));
const all = (name: string, from = instructions): string[] =>
  from.filter(([found]) => found === name).map(([, rest]) => rest);

/** What `.dockerignore` lets through; it begins with refusing everything. */
const [refused, ...shown] = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const copied = shown.filter((line) => line.startsWith('!')).map((line) => line.slice(1));

describe('Dockerfile', () => {
  test('has a Node that the package runs on, the same in all stages, on the Debian that the docs name', () => {
    const images = all('FROM').map((image) => image.split(' ')[0]);
    expect(new Set(images).size).toBe(1);
    const [, major = '', debian = ''] = /^node:(\d+)-(\w+)-slim$/.exec(images[0] ?? '') ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(Math.ceil(Number(OLDEST_NODE)));
    expect(read('docs/automate/docker.md')).toContain(`packages.debian.org/${debian}/`);
  });

  test('runs Lectern as an ordinary user, below a process that ends its children', () => {
    expect(all('USER', lastStage)).toEqual(['node']);
    // Nothing is installed after that.
    const [user, ...others] = lastStage.slice(lastStage.findIndex(([name]) => name === 'USER')).map(([name]) => name);
    expect(user).toBe('USER');
    expect(others).not.toContain('RUN');
    expect(all('ENTRYPOINT', lastStage)).toEqual(['["tini", "--", "lectern"]']);
    expect(all('WORKDIR', lastStage)).toEqual(['/talks']);
  });

  test('installs the browser that it starts, leaves no lists of packages, and its defaults are those of the docs', () => {
    const [install = ''] = all('RUN', lastStage);
    for (const name of ['chromium-headless-shell', 'tini', '${FONTS}']) expect(install.split(' ')).toContain(name);
    expect(install).toContain('--no-install-recommends');
    expect(install).toContain('rm -rf /var/lib/apt/lists/*');
    expect(read('src/browser/find-browser.ts')).toContain("'chromium-headless-shell'");
    const env = Object.fromEntries(
      all('ENV', lastStage)
        .flatMap((line) => line.split(/\s+/))
        .map((pair) => pair.split('=')),
    ) as Record<string, string>;
    const [copy = ''] = all('COPY', lastStage);
    expect(copy.split(' ').at(-1)).toBe(env['LECTERN_BROWSER']);
    expect(all('RUN', lastStage).join('\n')).toContain(`--mode=1777 ${env['LECTERN_CACHE']}`);
    expect(read('docs/automate/docker.md')).toContain(`lectern-cache:${env['LECTERN_CACHE']}`);
  });

  test('gets what the package is made of, and nothing else', () => {
    expect(refused).toBe('*');
    for (const name of copied) expect(existsSync(path.join(root, name)), name).toBe(true);
    for (const line of all('COPY')) {
      const sources = line
        .split(' ')
        .filter((word) => !word.startsWith('--'))
        .slice(0, -1);
      for (const source of sources) {
        expect(existsSync(path.join(root, source)), source).toBe(true);
        if (source !== '.')
          expect(
            copied.some((name) => source.startsWith(`${name}/`)),
            source,
          ).toBe(true);
      }
    }
    const { files, scripts } = JSON.parse(read('package.json')) as { files: string[]; scripts: { bundle: string } };
    // Made by the build itself.
    const made = new Set(['lib', 'THIRD-PARTY-NOTICES.txt']);
    const needed = files
      .filter((name) => !name.startsWith('!'))
      .map((name) => name.split('/')[0] ?? '')
      .filter((name) => !made.has(name));
    expect(copied).toEqual(
      expect.arrayContaining([...new Set(needed), 'rolldown.config.ts', 'tsconfig.json', 'scripts', 'src']),
    );
    expect(scripts.bundle).toBe(
      'rolldown --config rolldown.config.ts && node scripts/bundle-styles.ts && tsc && node scripts/prune-types.ts',
    );
    expect(globSync('.env*', { cwd: root })).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('the browser of the container', () => {
  /** Runs the script beside programs that stand for those of the system. */
  function start(hasNamespaces: boolean): string {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(path.join(folder, 'unshare'), `#!/bin/sh\nexit ${hasNamespaces ? 0 : 1}\n`);
    writeFileSync(path.join(folder, 'chromium-headless-shell'), '#!/bin/sh\necho "$#: $*"\n');
    for (const name of ['unshare', 'chromium-headless-shell']) chmodSync(path.join(folder, name), 0o755);
    const env = { PATH: `${folder}:/usr/bin:/bin` };
    return execFileSync('sh', [path.join(root, 'scripts/container-browser.sh'), '--a', 'b c'], {
      env,
      encoding: 'utf8',
    });
  }

  test('keeps its sandbox where user namespaces are allowed', () => {
    expect(start(true)).toBe('3: --disable-dev-shm-usage --a b c\n');
    expect(start(false)).toBe('4: --disable-dev-shm-usage --no-sandbox --a b c\n');
  });

  test('can be run', () => {
    expect(statSync(path.join(root, 'scripts/container-browser.sh')).mode & 0o111).toBe(0o111);
  });
});
