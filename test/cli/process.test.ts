import { execFile, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../support/browser.ts';
import { lectern, project } from '../support/cli.ts';

const LONG = Array.from({ length: 300 }, (_, index) => `## Slide ${index}\n\n${'Some text. '.repeat(60)}\n`).join('\n');

/** Every process as `[pid, parent, command]`, read from Linux's own tables. */
function processes(): [number, number, string][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return [[Number(name), parent, readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')]];
      } catch {
        // It ended while it was being looked at.
        return [];
      }
    });
}

/** Processes below `pid`, as `[pid, command]`. */
function descendants(pid: number): [number, string][] {
  const all = processes();
  const found: [number, string][] = [];
  const queue = [pid];
  for (let parent = queue.pop(); parent !== undefined; parent = queue.pop()) {
    for (const [id, above, args] of all) {
      if (above !== parent) continue;
      found.push([id, args]);
      queue.push(id);
    }
  }
  return found;
}

function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false; // It has ended, perhaps between one look and the next.
  }
}
/** A folder for temporary files that no other program uses. */
function ownTemporaryFolder(): string {
  // Sockets in it must not have long names.
  const folder = mkdtempSync(path.join('/tmp', 'l-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Calls `act` with the browser's process as soon as it has a page, time and again until `act` says that it is enough. */
function whenPrinting(child: ChildProcess, act: (browser: number) => boolean): void {
  const timer = setInterval(() => {
    const ended = child.exitCode !== null || child.signalCode !== null;
    const browser = ended || child.pid === undefined ? undefined : browserOf(child.pid);
    if (ended || (browser !== undefined && act(browser))) clearInterval(timer);
  }, 5);
}

describe.runIf(process.platform === 'linux')('processes', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s in mid-print ends the browser, leaves no files and keeps old outputs',
    async (signal) => {
      const cwd = project({ 'talk.md': LONG, 'dist/talk.pdf': 'old' });
      const TMPDIR = ownTemporaryFolder();
      let children: [number, string][] = [];
      const result = await lectern(['build', 'talk.md', '--to', 'pdf'], {
        cwd,
        env: { TMPDIR },
        onStart: (child) => {
          whenPrinting(child, () => {
            children = descendants(child.pid ?? 0);
            return child.kill(signal);
          });
        },
      });
      expect(result.code).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(children.length).toBeGreaterThan(0);
      await vi.waitUntil(() => children.every(([pid]) => !isAlive(pid)), { timeout: 30_000 });
      expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk.pdf']);
      expect(readFileSync(path.join(cwd, 'dist/talk.pdf'), 'utf8')).toBe('old');
      // The browser's own folders for sockets are in its profile.
      expect(readdirSync(TMPDIR).filter((name) => name !== 'node-compile-cache')).toEqual([]);
    },
  );

  test('a browser that never answers does not keep SIGINT waiting, and ends', async () => {
    const cwd = project({ 'talk.md': '# A\n', 'browser.sh': '#!/bin/sh\nexec sleep 600\n' });
    chmodSync(path.join(cwd, 'browser.sh'), 0o755);
    const TMPDIR = ownTemporaryFolder();
    let children: [number, string][] = [];
    const result = await lectern(['build', 'talk.md', '--browser', './browser.sh'], {
      cwd,
      env: { TMPDIR },
      onStart: (child) => {
        const timer = setInterval(() => {
          children = descendants(child.pid ?? 0).filter(([, command]) => command.startsWith('sleep'));
          if (children.length === 0) return;
          clearInterval(timer);
          child.kill('SIGINT');
        }, 5);
      },
    });
    expect(result.code).toBe(130);
    await vi.waitUntil(() => children.every(([pid]) => !isAlive(pid)), { timeout: 5000 });
    expect(readdirSync(TMPDIR).filter((name) => name !== 'node-compile-cache')).toEqual([]);
  });

  test('a pool that is closed while it starts leaves nothing to wait for', async () => {
    const cwd = project();
    const source = (name: string): string => JSON.stringify(path.join(root, 'src', name));
    const script = `
      const { startBrowserPool } = await import(${source('browser/browser-pool.ts')});
      const { browserPlaces } = await import(${source('cli/environment.ts')});
      for (let delay = 0; delay < 600; delay += 40) {
        const pool = startBrowserPool(browserPlaces({}), { now: true });
        await new Promise((resolve) => setTimeout(resolve, delay));
        await pool.close();
      }
      console.log(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd });
    expect(stdout).toBe('0\n');
  });

  test('a browser killed once in mid-print is started again', async () => {
    const cwd = project({ 'talk.md': LONG });
    let kills = 0;
    const result = await lectern(['build', 'talk.md', '--to', 'pdf'], {
      cwd,
      onStart: (child) => {
        whenPrinting(child, (browser) => {
          kills += 1;
          return process.kill(browser, 'SIGKILL');
        });
      },
    });
    expect(kills).toBe(1);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(path.join(cwd, 'dist/talk.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a browser killed again and again is an error, not a hang', async () => {
    const cwd = project({ 'talk.md': LONG, 'dist/talk.pdf': 'old' });
    const result = await lectern(['build', 'talk.md', '--to', 'pdf'], {
      cwd,
      onStart: (child) => whenPrinting(child, (browser) => !process.kill(browser, 'SIGKILL')),
    });
    expect(result.stderr).toMatch(/the browser (?:crashed twice while rendering|\S+ does not start)/);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(result.code).toBe(2);
    expect(readFileSync(path.join(cwd, 'dist/talk.pdf'), 'utf8')).toBe('old');
  });

  test('the browser is unpacked once, by runs side by side and over a broken copy', async () => {
    const cwd = project({ 'cache/.keep': '' });
    const cache = path.join(cwd, 'cache');
    const doctor = (): ReturnType<typeof lectern> => lectern(['doctor'], { cwd, env: { LECTERN_CACHE: cache } });
    const both = await Promise.all([doctor(), doctor()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const [unpacked = '', ...others] = readdirSync(cache).filter((name) => name !== '.keep');
    expect(others).toEqual([]);
    for (const part of ['chromium', 'lib/libnss3.so']) {
      truncateSync(path.join(cache, unpacked, part), 1000);
      expect(await doctor()).toMatchObject({ code: 0 });
    }
    // A run that was killed while it unpacked leaves this; a new version of the browser is unpacked next.
    mkdirSync(path.join(cache, 'unpacking-old'));
    utimesSync(path.join(cache, 'unpacking-old'), 1, 1);
    rmSync(path.join(cache, unpacked), { recursive: true });
    expect(await doctor()).toMatchObject({ code: 0 });
    expect(readdirSync(cache).filter((name) => name !== '.keep')).toEqual([unpacked]);
  });

  test('Ctrl+C while the browser is unpacked leaves nothing', async () => {
    const cwd = project({ 'cache/.keep': '' });
    const cache = path.join(cwd, 'cache');
    const { code } = await lectern(['doctor'], {
      cwd,
      env: { LECTERN_CACHE: cache },
      onStart(child) {
        const timer = setInterval(() => {
          const isUnpacking = readdirSync(cache).some((name) => name.startsWith('unpacking-'));
          if (child.exitCode !== null || (isUnpacking && child.kill('SIGINT'))) clearInterval(timer);
        }, 5);
      },
    });
    expect(code).toBe(130);
    expect(readdirSync(cache)).toEqual(['.keep']);
  });

  test('an unusable folder for temporary files is reported', async () => {
    const cwd = project({ 'talk.md': '# A\n\ntext\n' });
    const { code, stderr } = await lectern(['build', 'talk.md'], { cwd, env: { TMPDIR: '/dev/null' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /cannot write to the folder for temporary files, \/dev\/null: this is not a folder. Make room/,
    );
  });

  test('folders that cannot be read do not keep browsers from being found', async () => {
    const cwd = project();
    symlinkSync('loop', path.join(cwd, 'loop'));
    mkdirSync(path.join(cwd, 'home/.cache'), { recursive: true });
    symlinkSync('puppeteer', path.join(cwd, 'home/.cache/puppeteer'));
    const PATH = `${path.join(cwd, 'loop')}:${'x'.repeat(5000)}:/\u00E9:${process.env['PATH']}`;
    expect(await lectern(['doctor'], { cwd, env: { PATH, HOME: path.join(cwd, 'home') } })).toMatchObject({ code: 0 });
  });

  test('an empty HOME makes no folder in the working folder', async () => {
    const cwd = project({ 'talk.md': '$x$\n' });
    await lectern(['build', 'talk.md', '--to', 'html'], {
      cwd,
      env: { HOME: '', LECTERN_CACHE: '', XDG_CACHE_HOME: 'x' },
    });
    expect(readdirSync(cwd).toSorted()).toEqual(['dist', 'talk.md']);
  });

  test('programs of a project are not taken for browsers', async () => {
    const fake = '#!/bin/sh\ntouch ran\n';
    const cwd = project({ 'node_modules/.bin/google-chrome': fake, 'bin/chromium': fake });
    for (const name of ['node_modules/.bin/google-chrome', 'bin/chromium']) chmodSync(path.join(cwd, name), 0o755);
    const PATH = `${path.join(cwd, 'node_modules/.bin')}:bin:${process.env['PATH']}`;
    const { stdout } = await lectern(['doctor'], { cwd, env: { PATH } });
    expect(stdout).not.toContain(cwd);
    expect(readdirSync(cwd).toSorted()).toEqual(['bin', 'node_modules']);
  });

  test('a browser that does not start is an error', async () => {
    const cwd = project({ 'talk.md': '# A\n' });
    const result = await lectern(['build', 'talk.md', '--browser', '/bin/false'], { cwd });
    expect(result.stderr).toMatch(/the browser \/bin\/false does not start/);
    expect(result.code).toBe(2);
  });
});

function browserOf(pid: number): number | undefined {
  const all = descendants(pid).filter(([id]) => isAlive(id));
  // Once it has a page to print, and not while it starts.
  if (!all.some(([, args]) => args.includes('--type=renderer'))) return undefined;
  return all.find(([, args]) => args.includes('--headless') && !args.includes('--type='))?.[0];
}
