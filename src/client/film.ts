/** The script that makes videos of images: the browser's own encoder, and a file around it. */
import { BufferTarget, CanvasSource, Output, QUALITY_HIGH, WebMOutputFormat } from 'mediabunny';
import type { Size } from '../model/deck.ts';

/** An image of a video. */
export interface Shot {
  /** PNG in Base64. */
  picture: string;
  seconds: number;
  /** Seconds that the image before fades into this one. */
  fade: number;
}

const FRAMES_A_SECOND = 30;

/** Tells whether the browser encodes videos. */
export function hasEncoder(): boolean {
  return typeof VideoEncoder === 'function';
}

/** Makes a WebM video of images, and returns it in Base64. */
export async function makeFilm({ width, height }: Size, shots: readonly Shot[]): Promise<string> {
  // Encoders take even sizes only.
  const canvas = new OffscreenCanvas(width + (width % 2), height + (height % 2));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser has no canvas');
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const source = new CanvasSource(canvas, { codec: 'vp9', bitrate: QUALITY_HIGH, keyFrameInterval: 5 });
  output.addVideoTrack(source, { frameRate: FRAMES_A_SECOND });
  await output.start();
  let at = 0;
  const add = async (seconds: number): Promise<void> => {
    await source.add(at, seconds);
    at += seconds;
  };
  for (const { picture, seconds, fade } of shots) {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const steps = Math.round(fade * FRAMES_A_SECOND);
    for (let step = 1; step <= steps; step += 1) {
      // Each picture is drawn over what is there: the share of the new one grows to all of it.
      context.globalAlpha = 1 / (steps - step + 2);
      context.drawImage(image, 0, 0);
      await add(1 / FRAMES_A_SECOND);
    }
    context.globalAlpha = 1;
    context.drawImage(image, 0, 0);
    // Players show the last picture as long as those before it last.
    for (let left = seconds; left > 0; left -= 1) await add(Math.min(left, 1));
    image.close();
  }
  await output.finalize();
  const bytes = new Uint8Array((output.target as BufferTarget).buffer ?? new ArrayBuffer(0));
  let text = '';
  for (let from = 0; from < bytes.length; from += 32_768)
    text += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  return btoa(text);
}
