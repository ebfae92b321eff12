import type { ShownDocument } from '../browser/print-page.ts';
import { imageFiles, type ImageAddresses } from '../render/image-addresses.ts';
import { FIT_FLOOR } from '../render/fit-verdict.ts';
import type { ExportJob } from './export-job.ts';
import type { OutputOptions } from './output-options.ts';
import { pictureMaker, standIn, type PrintPicture } from './print-pictures.ts';

/** Px of an image for each px of paper: 2 for slides on a screen, 3 for what is looked at from close by. */
export type Density = 2 | 3;

interface DocumentAssets extends Pick<ShownDocument, 'files' | 'pictures' | 'fitFloor'> {
  addresses: ImageAddresses;
}

/** Prepares the assets of a document for a browser: files as they are, and images that are made when they are shown. */
export async function documentAssets(job: ExportJob, density: Density): Promise<DocumentAssets> {
  const { deck, pictures: found } = job;
  const { quality } = job.options;
  const known = new Map<string, PrintPicture>();
  for (const [id, looking] of found.known) {
    const picture = await looking;
    if (picture) known.set(id, picture);
  }
  const pictures = pictureMaker(deck.images, known, {
    quality,
    density: quality === 'print' ? density : density / 2,
    cache: found.cache,
  });
  const names = imageFiles(deck);
  const standIns = [...known].map(([id, picture]) => [id, standIn(id, picture)] as const);
  const files = [...deck.images.values()].filter(({ id }) => !known.has(id));
  return {
    addresses: new Map([...names, ...standIns]),
    files: new Map(files.map(({ id, bytes }) => [names.get(id) ?? id, bytes])),
    pictures,
    fitFloor: FIT_FLOOR,
  };
}

/** Milliseconds that a document may take: a browser that is a hundred times slower than usual hangs. */
export function timeoutFor(pages: number, { timeout }: Pick<OutputOptions, 'timeout'>): number {
  return timeout === undefined ? 60_000 + pages * 500 : timeout * 1000;
}
