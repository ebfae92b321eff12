import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { VFile } from 'vfile';
import { LecternError } from '../model/errors.ts';

/**
 * Reads a deck's source; its bytes are looked at when it is compiled.
 *
 * @throws LecternError `INPUT_MISSING`, `INPUT_IS_DIRECTORY`, `INPUT_UNREADABLE`
 */
export async function readDeck(name: string, cwd: string): Promise<VFile> {
  const file = path.resolve(cwd, name);
  try {
    return new VFile({ path: path.relative(cwd, file) || file, cwd, value: await readFile(file) });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new LecternError('INPUT_MISSING', `${name}: there is no such file`, {
        advice: 'Check the name; decks are Markdown files.',
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
    throw new LecternError('INPUT_UNREADABLE', `${name}: the file cannot be read (${code})`, {
      advice: 'Check its permissions.',
      cause,
    });
  }
}
