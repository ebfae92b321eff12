import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'puppeteer';
import { withTimeout } from './with-timeout.ts';

interface RunningBrowser {
  /** Settles when the browser has started, or has failed to. */
  launching: Promise<Browser>;
  /** Ends it while it starts. */
  abort: AbortController;
  child: ChildProcess | undefined;
}

/** Browsers that this process started, by the folders they keep their profiles in. */
const running = new Map<string, RunningBrowser>();
/** The process is about to end: what a browser did not finish is not tried in another one. */
let leaving = false;

/** Starts a browser in a profile folder of its own and keeps track of both. */
export async function startTracked(
  launch: (profile: string, signal: AbortSignal) => Promise<Browser>,
): Promise<Browser> {
  if (leaving) throw new Error('the process is about to end');
  // At once, so that no folder is made without being known here.
  const profile = mkdtempSync(path.join(os.tmpdir(), 'lectern-'));
  const abort = new AbortController();
  const entry: RunningBrowser = { launching: launch(profile, abort.signal), abort, child: undefined };
  running.set(profile, entry);
  try {
    const browser = await entry.launching;
    entry.child = browser.process() ?? undefined;
    return browser;
  } catch (error) {
    await end(profile, entry);
    throw error;
  }
}

/** Makes a folder, open to nobody else, that is removed together with the browser's profile. */
export async function makeBrowserFolder(browser: Browser): Promise<string> {
  const child = browser.process();
  const profile = [...running].find(([, entry]) => entry.child === child)?.[0];
  return mkdtemp(path.join(profile ?? os.tmpdir(), 'print-'));
}

/** Ends a browser and removes what it leaves. Never fails. */
export async function endBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  for (const [profile, entry] of running) if (entry.child === child) await end(profile, entry);
}

/** Ends every browser, those that are still starting included, and removes what they leave. Never fails. */
export async function endBrowsers(): Promise<void> {
  await Promise.all([...running].map(([profile, entry]) => end(profile, entry)));
}

/** Ends all browsers, and starts no others from then on. */
export function endBrowsersForGood(): Promise<void> {
  leaving = true;
  return endBrowsers();
}

/** Ends all browsers synchronously, just before the process ends. */
export function endBrowsersNow(): void {
  for (const { child, abort } of running.values()) {
    if (child) kill(child);
    else abort.abort();
  }
  // What was killed may still write for a moment, on a busy computer for a longer one.
  for (const profile of running.keys())
    rmSync(profile, { recursive: true, force: true, maxRetries: 8, retryDelay: 30 });
  running.clear();
}

/** A browser that is asked to end while it started does so within this time, in ms. */
const TIMEOUT = 2000;

async function end(profile: string, { launching, abort, child: known }: RunningBrowser): Promise<void> {
  if (!known) abort.abort();
  const browser = await withTimeout(launching, TIMEOUT).catch(() => undefined);
  const child = browser?.process();
  if (child) await killAndWait(child);
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => {});
  running.delete(profile);
}

function killAndWait(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (hasEnded(child)) return resolve();
    child.once('exit', () => resolve());
    kill(child);
  });
}

function kill(child: ChildProcess): void {
  if (hasEnded(child) || child.pid === undefined) return;
  try {
    // The browser leads a process group of its own; its helpers go with it.
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
