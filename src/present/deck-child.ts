import { fork, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { deckProgram } from '../files/package-files.ts';
import type { ReaderRequest } from './deck-messages.ts';

/** How long the process may take to end what it has started, in ms. */
const FAREWELL = 300;

/** @param folder - where it, and whatever it starts, keep temporary files. */
export function startChild(folder: string): ChildProcess {
  const inherited = { ...process.env };
  const child = fork(deckProgram(), [], {
    serialization: 'advanced',
    // A group of its own: Ctrl+C is for the talk, which then ends this process and all that it started.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', inherited['DEBUG']?.includes('lectern') ? 'inherit' : 'ignore', 'ipc'],
    env: { ...inherited, ...environmentIn(folder, inherited) },
  });
  child.on('error', () => {});
  return child;
}

/** Temporary files go where they can be removed together; what Node has compiled is kept where it always is. */
function environmentIn(folder: string, inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const compiled = inherited['NODE_COMPILE_CACHE'] ?? path.join(os.tmpdir(), 'node-compile-cache');
  return { TMPDIR: folder, TEMP: folder, TMP: folder, NODE_COMPILE_CACHE: compiled };
}

/** Sends a request to the process that compiles the deck. */
export function sendRequest(child: ChildProcess, request: ReaderRequest): void {
  // If it has ended already, that is reported elsewhere.
  if (child.connected) child.send(request, () => {});
}

/** Lets the process end its browser, for a moment. */
export function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => killChild(child), FAREWELL);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    if (child.connected) child.disconnect();
  });
}

/** Kills the process that compiles the deck. */
export function killChild(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
