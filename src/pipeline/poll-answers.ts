import path from 'node:path';
import type { VFile } from 'vfile';
import type { Door } from '../files/door.ts';
import { readPlainText } from '../files/plain-file.ts';
import { fillPolls } from '../html/fill-polls.ts';
import type { Deck } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import type { PollResults } from '../model/poll.ts';
import { answersFile, readPollResults } from '../model/poll-results.ts';

/** Fills the polls of a deck with the answers that lie beside it, where there are some. */
export async function withAnswers(deck: Deck, file: VFile, door: Door): Promise<Deck> {
  const answers = await readAnswers(file, door);
  return answers.length > 0 ? fillPolls(deck, answers) : deck;
}

async function readAnswers(file: VFile, door: Door): Promise<PollResults[]> {
  const place = path.resolve(file.cwd, answersFile(file.path));
  const found = door.find(place, { from: path.dirname(place), written: path.basename(place) });
  const text = typeof found === 'string' ? await readPlainText(found).catch(() => undefined) : undefined;
  if (text === undefined) return [];
  const results = readPollResults(text);
  if (results.length === 0) {
    const reason = `“${path.basename(place)}” does not hold answers saved by “lectern present”; polls are shown without results`;
    warn(file, reason, { place: undefined, ruleId: 'file-unreadable' });
  }
  return results;
}
