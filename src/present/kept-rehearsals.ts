import { createHash } from 'node:crypto';
import path from 'node:path';
import { readPrivateFile, sweepPrivateFiles } from '../files/private-file.ts';
import { writePrivateFile } from '../files/write-files.ts';
import { readRehearsals, type Rehearsal } from '../model/rehearsal.ts';

/** Ten rehearsals of a thousand slides with steps. */
const MOST_BYTES = 4 * 1024 * 1024;
/** How long rehearsals of a deck are kept after the last one, in ms. */
const LASTS = 365 * 24 * 60 * 60 * 1000;

/** Where the rehearsals of a deck are kept. @param file - absolute path of the deck. */
function placeOf(cacheFolder: string, file: string): string {
  const deck = createHash('sha256').update(file).digest('hex').slice(0, 32);
  return path.join(cacheFolder, 'rehearsals', `${deck}.json`);
}

/** Reads the rehearsals of a deck, newest first. @param file - absolute path of the deck. */
export async function keptRehearsals(cacheFolder: string, file: string): Promise<Rehearsal[]> {
  return readRehearsals(await readPrivateFile(placeOf(cacheFolder, file), MOST_BYTES));
}

/** Keeps rehearsals of a deck, in place of those that were kept. @throws Error where they cannot be written */
export async function keepRehearsals(
  cacheFolder: string,
  file: string,
  rehearsals: readonly Rehearsal[],
): Promise<void> {
  const place = placeOf(cacheFolder, file);
  await sweepPrivateFiles(path.dirname(place), LASTS);
  await writePrivateFile(place, JSON.stringify(rehearsals));
}
