import path from 'node:path';
import type { BrowserPool } from '../browser/browser-pool.ts';
import { compileSlides, type CompiledSlide } from '../compile/compile-slides.ts';
import { readSource } from '../compile/compile.ts';
import { finishDeck } from '../compile/finish-deck.ts';
import { readFront } from '../compile/read-front.ts';
import { createDiagramRenderer } from '../pipeline/render-diagrams.ts';
import { createDeckFiles } from '../files/deck-files.ts';
import { createDoor } from '../files/door.ts';
import { iconSets } from '../files/icon-sets.ts';
import { packageRoot } from '../files/package-files.ts';
import { readDeck } from '../files/read-deck.ts';
import type { Deck, Size } from '../model/deck.ts';

export interface SpecimenOptions {
  cacheFolder: string;
  pool: BrowserPool;
  /** @default the specimen that comes with Lectern */
  file?: string;
  /** @default that of the specimen */
  size?: Size | undefined;
}

/** Reads the deck that shows every layout, and every construct of the language. */
export async function readSpecimen({ cacheFolder, pool, file = SPECIMEN, size }: SpecimenOptions): Promise<Deck> {
  const folder = path.dirname(file);
  const front = await readFront(await readDeck(file, folder), {
    files: createDeckFiles(file, { door: createDoor({ projectRoot: folder }), cwd: folder }),
  });
  if (size) front.meta.size = size;
  const source = await readSource(front, {
    icons: iconSets(folder),
    draw: createDiagramRenderer({
      cacheFolder: path.join(cacheFolder, 'drawings'),
      pool,
    }),
  });
  const slides: CompiledSlide[] = [];
  for await (const slide of compileSlides(source)) slides.push(slide);
  return finishDeck(source, slides);
}

const SPECIMEN = path.join(packageRoot(), 'themes', 'specimen', 'specimen.md');
