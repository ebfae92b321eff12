import { makeFilm } from '../browser/make-film.ts';
import { loadSharp } from '../files/load-sharp.ts';
import type { Size } from '../model/deck.ts';
import { LecternError } from '../model/errors.ts';
import { deckPages } from '../render/pages.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import { shotTimes, type ShotTimes } from './film-shots.ts';
import { photograph } from './pictures.ts';
import { selectSlides } from './slide-selection.ts';

/** Image scale factor. */
const SCALES = { gif: 0.75, webm: 1 };
/** Images a second, while one fades into another. */
const GIF_FRAMES = 15;
/** Bytes that the frames of a GIF may have before they are compressed. */
const MOST_BYTES = 768 * 1024 * 1024;

/** Makes a GIF or a video of the slides, step by step. */
export async function takeFilm(job: ExportJob, format: 'gif' | 'webm'): Promise<ExportedFile[]> {
  const { deck, name, options, tools } = job;
  const pages = deckPages(deck, { steps: true, shown: selectSlides(deck, options.slides) });
  const scale = options.scale ?? SCALES[format];
  const times = shotTimes(deck, pages, options.hold);
  const size = { width: Math.round(deck.meta.size.width * scale), height: Math.round(deck.meta.size.height * scale) };
  if (format === 'gif') refuseLarge(times, size);
  const pictures = await photograph(job, pages, { format: 'png', transparent: false, scale });
  const file = `${name}.${format}`;
  if (format === 'gif') return [{ path: file, bytes: await makeGif(pictures, times) }];
  const page = await tools.pool.openPage();
  try {
    const shots = pictures.map((bytes, index) => {
      const { seconds, fade } = times[index] ?? { seconds: options.hold, fade: 0 };
      return { picture: Buffer.from(bytes).toString('base64'), seconds, fade };
    });
    return [{ path: file, bytes: await makeFilm(page, size, shots) }];
  } finally {
    await page.close().catch(() => {});
  }
}

/** Makes a GIF that goes on and on. */
async function makeGif(pictures: readonly Uint8Array[], times: readonly ShotTimes[]): Promise<Uint8Array> {
  const sharp = await loadSharp();
  if (!sharp) {
    throw new LecternError('PACKAGE_BROKEN', 'GIFs need the package “sharp”, which is not installed here', {
      advice: 'Install it with npm install sharp, or write --to webm.',
    });
  }
  const frames: Buffer[] = [];
  const delays: number[] = [];
  let size = { width: 0, height: 0 };
  for (const [index, picture] of pictures.entries()) {
    const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    size = { width: info.width, height: info.height };
    const { seconds, fade } = times[index] ?? { seconds: 1, fade: 0 };
    const before = frames.at(-1);
    const steps = before ? fadeFrames(fade) : 0;
    for (let step = 1; step <= steps; step += 1) {
      frames.push(between(before ?? data, data, step / (steps + 1)));
      delays.push(Math.round(1000 / GIF_FRAMES));
    }
    frames.push(data);
    delays.push(Math.round(seconds * 1000));
  }
  const raw = { width: size.width, height: size.height * frames.length, channels: 3 as const, pageHeight: size.height };
  return sharp(Buffer.concat(frames), { raw, limitInputPixels: false })
    .gif({ delay: delays, loop: 0, effort: 7, dither: 0.5 })
    .toBuffer();
}

/** Mixes two images. @param share - of the second one, 0 to 1 */
function between(one: Buffer, other: Buffer, share: number): Buffer {
  const mixed = Buffer.allocUnsafe(one.length);
  const part = Math.round(share * 256);
  for (let at = 0; at < mixed.length; at += 1)
    mixed[at] = ((one[at] ?? 0) * (256 - part) + (other[at] ?? 0) * part) >> 8;
  return mixed;
}

function fadeFrames(seconds: number): number {
  return Math.round(seconds * GIF_FRAMES);
}

/** @throws LecternError `USAGE` where the frames would not fit into memory */
function refuseLarge(times: readonly ShotTimes[], { width, height }: Size): void {
  const frames = times.reduce((sum, { fade }) => sum + 1 + fadeFrames(fade), 0);
  if (frames * width * height * 3 <= MOST_BYTES) return;
  throw new LecternError('USAGE', 'these are too many steps for a GIF', {
    advice: 'Choose some with --slides 4-6, make it smaller with --scale 0.5, or write --to webm.',
  });
}
