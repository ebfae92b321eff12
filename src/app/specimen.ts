import path from 'node:path';
import type { BrowserPool } from '../browser/browser-pool.ts';
import { compile } from '../compile/compile.ts';
import { createDiagramRenderer } from '../pipeline/render-diagrams.ts';
import { createDeckFiles } from '../files/deck-files.ts';
import { createDoor } from '../files/door.ts';
import { iconSets } from '../files/icon-sets.ts';
import { packageRoot } from '../files/package-files.ts';
import { readDeck } from '../files/read-deck.ts';
import type { Deck } from '../model/deck.ts';

export interface SpecimenOptions {
  cacheFolder: string;
  pool: BrowserPool;
  /** @default the specimen that comes with Lectern */
  file?: string;
}

/** Reads the deck that shows every layout, and every construct of the language. */
export async function readSpecimen({ cacheFolder, pool, file = SPECIMEN }: SpecimenOptions): Promise<Deck> {
  const folder = path.dirname(file);
  return compile(await readDeck(file, folder), {
    files: createDeckFiles(file, { door: createDoor({ projectRoot: folder }), cwd: folder }),
    icons: iconSets(folder),
    draw: createDiagramRenderer({
      cacheFolder: path.join(cacheFolder, 'drawings'),
      pool,
    }),
  });
}

const SPECIMEN = path.join(packageRoot(), 'themes', 'specimen', 'specimen.md');
