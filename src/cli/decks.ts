import { glob, readdir } from 'node:fs/promises';
import path from 'node:path';
import { kindOf } from '../files/plain-file.ts';
import { LecternError } from '../model/errors.ts';
import type { CommandName } from './commands.ts';

/**
 * Returns the decks named on the command line, all in `slides/`, or the only one in the working folder.
 *
 * @throws LecternError `USAGE` where it is not clear which ones are meant
 */
export async function namedDecks(names: readonly string[], command: CommandName): Promise<string[]> {
  if (names.length > 0) return matchingFiles(names);
  const decks = await decksIn('slides');
  return decks.length > 0 ? decks : [await onlyDeck([], command)];
}

/**
 * Returns the one deck named on the command line, or the only one in the working folder.
 *
 * @throws LecternError `USAGE` where it is not clear which one is meant
 */
export async function onlyDeck(named: readonly string[], command: CommandName): Promise<string> {
  const [deck, ...more] = await matchingFiles(named);
  if (deck !== undefined && more.length === 0) return deck;
  const advice = `Name one: lectern ${command} talk.md`;
  if (more.length > 0) throw new LecternError('USAGE', 'one talk at a time', { advice });
  const here = await decksIn('.');
  const [only] = here;
  if (only !== undefined && here.length === 1) return only;
  const there = here.length > 1 ? `, and there are several: ${listed(here)}` : '';
  throw new LecternError('USAGE', `no deck was named${there}`, { advice });
}

/** Markdown files that are not decks, by what projects call them. */
const NO_DECK = /^(?:README|CHANGELOG|CONTRIBUTING|LICENSE|SECURITY|CODE_OF_CONDUCT|AGENTS|CLAUDE)\b/i;

async function decksIn(folder: string): Promise<string[]> {
  const there = await readdir(folder).catch(() => []);
  const decks = there.filter((name) => name.endsWith('.md') && !NO_DECK.test(name)).toSorted();
  return decks.map((name) => path.join(folder, name));
}

function listed(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
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
