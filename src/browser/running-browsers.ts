import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Browsers that this process started, with the folders they keep their profiles in. */
const running = new Map<string, ChildProcess | null>();

export async function makeProfile(): Promise<string> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'lectern-'));
  running.set(profile, null);
  return profile;
}

export function registerBrowser(child: ChildProcess | null, profile: string): void {
  running.set(profile, child);
}

export async function removeProfile(profile: string): Promise<void> {
  running.delete(profile);
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** Ends what is still running and removes what it leaves. */
export async function endBrowsers(): Promise<void> {
  const profiles = [...running];
  for (const [profile, child] of profiles) {
    kill(child);
    await removeProfile(profile);
  }
}

/** The same in one go, for when the process itself is about to end. */
export function endBrowsersNow(): void {
  for (const [profile, child] of running) {
    kill(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  }
  running.clear();
}

function kill(child: ChildProcess | null): void {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  try {
    // The browser leads a process group of its own; its helpers go with it.
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
