import { glob, readdir } from 'node:fs/promises';
import path from 'node:path';
import { kindOf } from '../files/plain-file.ts';
import { LecternError } from '../model/errors.ts';
import type { CommandName } from './commands.ts';

/**
 * Returns the decks named on the command line, or all in `slides/`.
 *
 * @throws LecternError `USAGE` where there are none
 */
export async function namedDecks(names: string[]): Promise<string[]> {
  if (names.length > 0) return matchingFiles(names);
  const there = await readdir('slides').catch(() => []);
  const decks = there.filter((name) => name.endsWith('.md')).toSorted();
  if (decks.length > 0) return decks.map((name) => path.join('slides', name));
  throw new LecternError('USAGE', 'no deck was named and slides/ has none', {
    advice: 'Name one, as in: lectern build talk.md',
  });
}

/**
 * Returns the one deck named on the command line, or the only one in the working folder.
 *
 * @throws LecternError `USAGE` where it is not clear which one is meant
 */
export async function onlyDeck(named: readonly string[], command: CommandName): Promise<string> {
  const [deck, ...more] = named;
  if (deck !== undefined && more.length === 0) return deck;
  const advice = `Name one: lectern ${command} talk.md`;
  if (more.length > 0) throw new LecternError('USAGE', 'one talk at a time', { advice });
  const here = (await readdir('.')).filter(
    (name) => name.endsWith('.md') && !/^(?:README|CHANGELOG|CONTRIBUTING)\b/i.test(name),
  );
  const [only] = here;
  if (only !== undefined && here.length === 1) return only;
  throw new LecternError('USAGE', 'no deck was named', { advice });
}

/**
 * Expands patterns such as `talks/*.md`, which some shells, those of Windows among them, pass on as they are.
 *
 * @throws LecternError `USAGE` where a pattern matches nothing
 */
export async function matchingFiles(names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map(async (name) => (isPattern(name) ? expanded(name) : [name])));
  return [...new Set(found.flat())];
}

function isPattern(name: string): boolean {
  return /[*?[{]/.test(name) && kindOf(name) === undefined;
}

async function expanded(pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const name of glob(pattern)) if (kindOf(name) === 'file') files.push(name);
  files.sort();
  if (files.length > 0) return files;
  throw new LecternError('USAGE', `no file matches “${pattern}”`, {
    advice: 'Check the pattern, as in: lectern build "talks/*.md"',
  });
}
