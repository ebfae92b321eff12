import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { LecternError } from '../model/errors.ts';

/**
 * The decks that a call names, or all in `slides/`.
 *
 * @throws LecternError `USAGE` where there are none
 */
export async function namedDecks(names: string[]): Promise<string[]> {
  if (names.length > 0) return names;
  const there = await readdir('slides').catch(() => []);
  const decks = there.filter((name) => name.endsWith('.md')).toSorted();
  if (decks.length > 0) return decks.map((name) => path.join('slides', name));
  throw new LecternError('USAGE', 'no deck was named and slides/ has none', {
    advice: 'Name one, as in: lectern build talk.md',
  });
}
