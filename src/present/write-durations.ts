import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { WrittenDurations } from '../client/live-messages.ts';
import { sentences } from '../model/errors.ts';
import { endChild, killChild, sendRequest } from './deck-child.ts';
import { errorFrom, type ReaderReply, type ReaderStart } from './deck-messages.ts';
import { startProjectChild } from './load-project-child.ts';

/** The longest time that it may take, in ms. */
const LONGEST = 120_000;

/** Writes durations into a deck's sources in a process of its own: the talk goes on, whatever the deck does. Never fails. */
export async function writeDurationsApart(
  start: ReaderStart,
  seconds: ReadonlyMap<string, number>,
): Promise<WrittenDurations> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-durations-'));
  const { child, project } = startProjectChild({ ...start, check: false, views: [] }, folder);
  const timer = setTimeout(() => killChild(child), LONGEST);
  try {
    const { error } = await project;
    if (error) return { written: 0, left: [], problem: sentences(errorFrom(error)) };
    const result = new Promise<WrittenDurations>((resolve) => {
      child.on('message', (reply: ReaderReply) => reply.type === 'durations' && resolve(reply.result));
      child.once('exit', () => resolve({ written: 0, left: [], problem: 'The deck could not be compiled' }));
    });
    sendRequest(child, { type: 'write-durations', seconds });
    return await result;
  } finally {
    clearTimeout(timer);
    await endChild(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }).catch(() => {});
  }
}
