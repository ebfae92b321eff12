import type { ShownDocument } from '../browser/print-page.ts';
import { FIT_FLOOR } from '../render/fit-verdict.ts';
import type { ExportJob } from './export-job.ts';
import type { OutputOptions } from './output-options.ts';
import { pictureMaker, standIn, type PrintPicture } from './print-pictures.ts';

/** Px of a picture for each px of paper: 2 for slides on a screen, 3 for what is looked at from close by. */
export type Density = 2 | 3;

interface DocumentAssets extends Pick<ShownDocument, 'files' | 'pictures' | 'fitFloor'> {
  /** Addresses of images in the document. */
  imageAddress: (id: string) => string;
}

/** Prepares the assets of a document for a browser: files as they are, and images that are made when they are shown. */
export async function documentAssets(job: ExportJob, density: Density): Promise<DocumentAssets> {
  const { deck, pictureCache } = job;
  const { quality } = job.options;
  const known = new Map<string, PrintPicture>();
  for (const [id, looking] of job.pictures) {
    const picture = await looking;
    if (picture) known.set(id, picture);
  }
  const pictures = pictureMaker(deck.images, known, {
    quality,
    density: quality === 'print' ? density : density / 2,
    cache: pictureCache,
  });
  // The browser tells the kind of a file from disk by its name.
  const fileName = (id: string): string => `${id}.${deck.images.get(id)?.extension ?? ''}`;
  const files = [...deck.images.values()].filter(({ id }) => !known.has(id));
  return {
    imageAddress: (id) => {
      const picture = known.get(id);
      return picture ? standIn(id, picture) : fileName(id);
    },
    files: new Map(files.map(({ id, bytes }) => [fileName(id), bytes])),
    pictures,
    fitFloor: FIT_FLOOR,
  };
}

/** Milliseconds that a document may take: a browser that is a hundred times slower than usual hangs. */
export function timeoutFor(pages: number, { timeout }: Pick<OutputOptions, 'timeout'>): number {
  return timeout === undefined ? 60_000 + pages * 500 : timeout * 1000;
}
