import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { MAIN, project } from './cli.ts';
import { accept, get } from './talk-client.ts';
import { waitFor } from './talk.ts';

export const DECK = '## One\n\nfirst\n';

/** A talk that is given by a process of its own. */
export interface Running {
  child: ChildProcess;
  /** Where the deck lies. */
  cwd: string;
  /** For temporary files. */
  folder: string;
  address: string;
  /** Of the speaker; empty where none is needed. */
  cookie: string;
  output: () => string;
  save: (text: string, name?: string) => void;
  page: () => Promise<string>;
  /** Processes that the server has started. */
  helpers: () => number[];
}

export async function startTalk(files: Record<string, string> = {}, more: string[] = []): Promise<Running> {
  const folder = project({ 'talk.md': DECK, ...files });
  const temporary = project();
  const child = spawn(process.execPath, [MAIN, 'present', 'talk.md', '--no-open', '--port', '0', ...more], {
    cwd: folder,
    env: {
      ...process.env,
      NO_COLOR: '1',
      TMPDIR: temporary,
      NODE_COMPILE_CACHE: path.join(temporary, '..', 'compiled'),
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  await waitFor(() => /http:\S+/.test(output), 'the address', 30_000);
  const [address = ''] = /http:\S+/.exec(output) ?? [];
  const cookie = address.includes('/join/') ? await accept(address) : '';
  const page = async (): Promise<string> => (await get(address, '/', { cookie })).body;
  await waitFor(async () => (await page()).includes('first'), 'the deck', 60_000);
  return {
    child,
    cwd: folder,
    folder: temporary,
    address,
    cookie,
    page,
    output: () => output,
    save: (written, name = 'talk.md') => writeFileSync(path.join(folder, name), written),
    helpers: () => listProcesses(child.pid ?? 0),
  };
}

/** Processes that another one has started. */
export function listProcesses(parent: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []));
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
