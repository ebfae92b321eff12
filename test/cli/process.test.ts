import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const LONG = Array.from({ length: 300 }, (_, index) => `## Slide ${index}\n\n${'Some text. '.repeat(60)}\n`).join('\n');

/** Processes below `pid`, as `[pid, command]`. */
function descendants(pid: number): [number, string][] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const all = [...list.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)].map(([, id, parent, args]) => [Number(id), Number(parent), args ?? ''] as const);
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

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/stat`) && !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
const profiles = (): string[] => readdirSync(os.tmpdir()).filter((name) => /^lectern-\w{6}$/.test(name));

/** Waits until something is so; asks again as often as the event loop turns. */
async function until<T>(ask: () => T | undefined | false): Promise<T> {
  const patience = Date.now() + 60_000;
  for (;;) {
    const answer = ask();
    if (answer) return answer;
    if (Date.now() > patience) throw new Error('waited for a minute');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function renderer(pid: number): Promise<number> {
  const [found] = await until(() => descendants(pid).find(([, args]) => args.includes('--type=renderer')));
  return found;
}

describe.runIf(process.platform === 'linux')('processes', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s in mid-print ends the browser, leaves no files and keeps old outputs', async (signal) => {
    const cwd = project({ 'talk.md': LONG, 'dist/talk.pdf': 'old' });
    const before = profiles();
    let children: [number, string][] = [];
    const result = await lectern(['build', 'talk.md'], {
      cwd,
      onStart: (child) => {
        const { pid } = child;
        if (pid === undefined) return;
        void renderer(pid).then(() => {
          children = descendants(pid);
          child.kill(signal);
        });
      },
    });
    expect(result.code).toBe(signal === 'SIGINT' ? 130 : 143);
    expect(children.length).toBeGreaterThan(0);
    await until(() => children.every(([pid]) => !isAlive(pid)));
    expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk.pdf']);
    expect(readFileSync(path.join(cwd, 'dist/talk.pdf'), 'utf8')).toBe('old');
    expect(profiles()).toEqual(before);
  });

  test('a browser killed once in mid-print is started again', async () => {
    const cwd = project({ 'talk.md': LONG });
    const result = await lectern(['build', 'talk.md', '--to', 'pdf'], {
      cwd,
      onStart: ({ pid }) => {
        if (pid !== undefined) void renderer(pid).then(() => process.kill(browserOf(pid) ?? pid, 'SIGKILL'));
      },
    });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(path.join(cwd, 'dist/talk.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a browser killed again and again is an error, not a hang', async () => {
    const cwd = project({ 'talk.md': LONG, 'dist/talk.pdf': 'old' });
    let done = false;
    const result = await lectern(['build', 'talk.md', '--to', 'pdf'], {
      cwd,
      onStart: ({ pid }) => {
        void until(() => {
          const browser = pid === undefined || done ? undefined : browserOf(pid);
          if (browser !== undefined) process.kill(browser, 'SIGKILL');
          return done;
        });
      },
    });
    done = true;
    expect(result.stderr).toMatch(/the browser (?:ended while it was printing, twice|\S+ does not start)/);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(result.code).toBe(2);
    expect(readFileSync(path.join(cwd, 'dist/talk.pdf'), 'utf8')).toBe('old');
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
