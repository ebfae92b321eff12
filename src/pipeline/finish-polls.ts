import path from 'node:path';
import type { VFile } from 'vfile';
import type { Door } from '../files/door.ts';
import { readPlainText } from '../files/plain-file.ts';
import { finishPolls } from '../html/finish-polls.ts';
import type { Deck } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import type { PollResults } from '../model/poll.ts';
import { ANSWERS_SUFFIX, readPollResults } from '../model/poll-results.ts';

/** Returns the path of the file with the answers to a deck. */
export function answersFile(deck: string): string {
  return deck.replace(/\.[^./\\]*$/, '') + ANSWERS_SUFFIX;
}

/** Finishes the polls of a deck with the answers that lie beside it, where there are some. */
export async function withAnswers(deck: Deck, file: VFile, door: Door | undefined): Promise<Deck> {
  return finishPolls(deck, door ? await readAnswers(file, door) : []);
}

async function readAnswers(file: VFile, door: Door): Promise<PollResults[]> {
  const place = path.resolve(file.cwd, answersFile(file.path));
  const found = door.find(place, { from: path.dirname(place), written: path.basename(place) });
  const text = typeof found === 'string' ? await readPlainText(found).catch(() => undefined) : undefined;
  if (text === undefined) return [];
  const results = readPollResults(text);
  if (results.length === 0) {
    const reason = `Unexpected content of “${path.basename(place)}”, expected the answers that “lectern present” has saved; polls stay without results`;
    warn(file, reason, { place: undefined, ruleId: 'file-unreadable' });
  }
  return results;
}
