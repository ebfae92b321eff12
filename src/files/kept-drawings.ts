import path from 'node:path';
import { readDrawingsFile, type SlideDrawing } from '../model/drawings-file.ts';
import { readPlainText } from './plain-file.ts';

/** Bytes; a talk full of drawings has a tenth of that. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Returns the file that a deck's drawings are kept in, beside its source. */
export function drawingsPath(deck: string): string {
  const { dir, name } = path.parse(deck);
  return path.join(dir, `${name}.drawings.svg`);
}

/** Reads the drawings that are kept beside a deck; says why where there are none. */
export async function keptDrawings(deck: string): Promise<SlideDrawing[] | { problem: 'missing' | 'broken' }> {
  try {
    const text = await readPlainText(drawingsPath(deck), { most: MOST_BYTES });
    return readDrawingsFile(text) ?? { problem: 'broken' };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: code === 'ENOENT' ? 'missing' : 'broken' };
  }
}
