import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { VFile } from 'vfile';
import { compile } from '../compile/compile.ts';
import { readPlainFile } from '../files/plain-file.ts';
import { build, type BuildOptions } from './build.ts';

/** A slide of a deck: its place in the source, and an image of it. */
export interface SlideImage {
  title: string;
  /** Offset in the source where its first block begins. */
  start: number;
  /** `undefined` where no browser could take it. */
  webp: Uint8Array | undefined;
}

/** Takes images of the slides of a deck, for a page that shows them beside their source. */
export async function slideImages(
  deck: string,
  text: string,
  choice: Pick<BuildOptions, 'browser' | 'config' | 'cwd'>,
): Promise<SlideImage[]> {
  const { slides } = await compile(new VFile({ path: deck, value: text }), { dialect: 'lectern' });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-convert-'));
  try {
    await build({ ...choice, decks: [deck], to: ['webp'], scale: 0.6, outDir: folder });
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = found.flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath, entry.name)] : []));
    const images = await Promise.all(files.toSorted().map((name) => readPlainFile(name)));
    return slides.map(({ title, position }, index) => ({
      title,
      start: position?.start.offset ?? 0,
      webp: images.length === slides.length ? images[index] : undefined,
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
