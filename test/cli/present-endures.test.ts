import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MAIN, project } from '../support/cli.ts';
import { waitFor } from '../support/talk.ts';

const DECK = '## One\n\nfirst\n';
/** A deck that takes longer to compile than any of these tests. */
const ENDLESS = `## One\n\n${Array.from({ length: 400_000 }, (_, index) => `- ${index}`).join('\n')}\n`;

interface Running {
  child: ChildProcess;
  folder: string;
  address: string;
  said: () => string;
  save: (text: string) => void;
  page: () => Promise<string>;
  /** Processes that the server has started. */
  helpers: () => number[];
}

async function startTalk(text = DECK, more: string[] = []): Promise<Running> {
  const folder = project({ 'talk.md': text });
  const temporary = project();
  const child = spawn(
    process.execPath,
    [MAIN, 'present', 'talk.md', '--no-open', '--no-check', '--port', '0', ...more],
    {
      cwd: folder,
      env: {
        ...process.env,
        NO_COLOR: '1',
        TMPDIR: temporary,
        NODE_COMPILE_CACHE: path.join(temporary, '..', 'compiled'),
      },
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  await waitFor(() => /http:\S+/.test(said), 'the address', 30_000);
  const [address = ''] = /http:\S+/.exec(said) ?? [];
  const page = async (): Promise<string> => (await fetch(address)).text();
  await waitFor(async () => (await page()).includes('first'), 'the deck', 60_000);
  return {
    child,
    folder: temporary,
    address,
    page,
    said: () => said,
    save: (text) => writeFileSync(path.join(folder, 'talk.md'), text),
    helpers: () => listProcesses(child.pid ?? 0),
  };
}

function listProcesses(parent: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a talk', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'answers while a deck is compiled that takes very long, and %s ends it with all that it started',
    async (signal) => {
      const talk = await startTalk();
      talk.save(ENDLESS);
      await waitFor(() => talk.helpers().length > 0, 'the process that reads');
      for (let turn = 0; turn < 20; turn += 1) expect(await talk.page()).toContain('first');
      const [reader = 0] = talk.helpers();
      talk.child.kill(signal);
      expect(await once(talk.child, 'exit')).toEqual([0, null]);
      await waitFor(() => !isRunning(reader), 'the end of the process that reads');
      expect(readdirSync(talk.folder)).toEqual([]);
      expect(talk.said()).not.toMatch(/slides? in|compiled/);
    },
  );

  test('goes on when the process that reads the deck is killed, and shows the next save', async () => {
    const talk = await startTalk();
    talk.save(ENDLESS);
    const [reader = 0] = talk.helpers();
    process.kill(reader, 'SIGKILL');
    talk.save(DECK.replace('first', 'mended'));
    await waitFor(async () => (await talk.page()).includes('mended'), 'the next save', 30_000);
    expect(talk.helpers()).not.toContain(reader);
  });

  test('goes on when nobody reads what it prints', async () => {
    const talk = await startTalk();
    talk.child.stdout?.destroy();
    talk.child.stderr?.destroy();
    for (const word of ['second', 'third']) {
      talk.save(DECK.replace('first', word));
      await waitFor(async () => (await talk.page()).includes(word), 'the save');
    }
    expect(talk.child.exitCode).toBe(null);
  });

  test('a second Ctrl+C does not wait', async () => {
    const talk = await startTalk();
    talk.save(ENDLESS);
    const [reader = 0] = talk.helpers();
    talk.child.kill('SIGINT');
    talk.child.kill('SIGINT');
    await once(talk.child, 'exit');
    await waitFor(() => !isRunning(reader), 'the end of the process that reads');
    expect(readdirSync(talk.folder)).toEqual([]);
  });
});
