import path from 'node:path';
import { VFile } from 'vfile';
import { nearestName } from '../model/did-you-mean.ts';
import { LecternError } from '../model/errors.ts';
import { createDoor, isInside } from './door.ts';
import { namesIn } from './missing-file.ts';
import { readPlainFile } from './plain-file.ts';

export interface ReadDeckOptions {
  /** The deck comes from somebody else: a link that leads out of the working folder is refused. @default false */
  untrusted?: boolean | undefined;
}

/** Larger files are not read at all; `source-size` tells of smaller ones that no deck is. */
const LARGEST_DECK = 64_000_000;

/**
 * Reads a deck's source; its bytes are looked at when it is compiled.
 *
 * @throws LecternError `INPUT_MISSING`, `INPUT_IS_DIRECTORY`, `INPUT_UNREADABLE`
 */
export async function readDeck(name: string, cwd: string, { untrusted = false }: ReadDeckOptions = {}): Promise<VFile> {
  const file = path.resolve(cwd, name);
  const { name: stem } = path.parse(file);
  if (/^\.*$/.test(stem)) {
    throw unreadable(`${name}: outputs cannot be named “${stem}”`, 'Rename the file, as in talk.md.');
  }
  try {
    const real = untrusted ? confined(file, name, cwd) : file;
    const value = await readPlainFile(real, { most: LARGEST_DECK });
    return new VFile({ path: path.relative(cwd, file) || file, cwd, value });
  } catch (cause) {
    if (cause instanceof LecternError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE' || code === 'ENAMETOOLONG') {
      throw new LecternError('INPUT_MISSING', `${name}: no such file`, {
        advice: missingAdvice(name, file),
        cause,
      });
    }
    if (code === 'EISDIR') {
      const advice = `Name the decks inside it: lectern build ${path.join(name, '*.md')}`;
      throw new LecternError('INPUT_IS_DIRECTORY', `${name}: this is a folder, expected a Markdown file`, {
        advice,
        cause,
      });
    }
    if (code === 'ENOTREG') {
      const advice = 'Save the text as a file and name that.';
      throw unreadable(`${name}: this is a pipe, socket or device, expected a Markdown file`, advice, cause);
    }
    if (code === 'EFBIG') {
      throw unreadable(`${name}: the file is larger than ${LARGEST_DECK / 1e6} MB`, 'Name a Markdown file.', cause);
    }
    throw unreadable(`${name}: the file cannot be read (${code})`, 'Check its permissions.', cause);
  }
}

/** Advises what to write instead of a name that no file has: that of a Markdown file beside it, where one is like it. */
function missingAdvice(name: string, file: string): string {
  const decks = namesIn(path.dirname(file)).filter((other) => /\.(?:md|markdown)$/i.test(other));
  const given = path.basename(file);
  const near = decks.find((deck) => path.parse(deck).name === given) ?? nearestName(given, decks);
  return near === undefined
    ? 'Check the name; decks are Markdown files.'
    : `Did you mean “${path.join(path.dirname(name), near)}”?`;
}

/** A link among a guest's decks must not lead to files that the guest cannot see. */
function confined(file: string, name: string, cwd: string): string {
  const folder = path.dirname(file);
  const projectRoot = isInside(file, cwd) ? cwd : folder;
  const found = createDoor({ projectRoot, untrusted: true }).find(file, { from: cwd, written: name });
  if (typeof found === 'string' || found.ruleId === 'file-missing') return typeof found === 'string' ? found : file;
  throw unreadable(`${name}: ${found.problem}`, 'Name a file that is not a link, or leave out --untrusted.');
}

function unreadable(message: string, advice: string, cause?: unknown): LecternError {
  return new LecternError('INPUT_UNREADABLE', message, { advice, cause });
}
