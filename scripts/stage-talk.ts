/** The server of the room in `bench-stage.ts`. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.join(import.meta.dirname, '..');

/** A served talk, and the invitations that it prints. */
export interface Talk {
  child: ChildProcess;
  /** The newest invitation of a role, for this computer. */
  invitation: (role: 'speaker' | 'remote' | 'follower') => Promise<string>;
}

/** Starts `lectern present` with everything that others take part by. @param port - a free one by default. */
export async function startTalk(deck: string, port = '0'): Promise<Talk> {
  const cli = path.join(root, 'src', 'cli', 'main.ts');
  const child = spawn(process.execPath, [
    cli,
    'present',
    deck,
    '--no-open',
    '--no-check',
    '--port',
    port,
    '--remote',
    '--share',
  ]);
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  const used = new Set<string>();
  return {
    child,
    async invitation(role) {
      for (;;) {
        const printed = [...output.matchAll(new RegExp(`http://[^\\s/]+:(\\d+)(/join/${role}/[\\w-]+)`, 'g'))];
        const [, port, way = ''] = printed.at(-1) ?? [];
        if (port !== undefined && (role === 'follower' || !used.has(way))) {
          used.add(way);
          return `http://127.0.0.1:${port}${way}`;
        }
        await sleep(20);
      }
    },
  };
}
