import type { Page } from 'puppeteer';
import type { Size } from '../model/deck.ts';
import type { FitResult } from '../client/fit-slides.ts';
import { callClient } from './call-client.ts';
import type { SandboxedPage } from './sandboxed-page.ts';
import { showDocument, type ShownDocument } from './print-page.ts';

export type PictureFormat = 'png' | 'jpeg' | 'webp';

/** Options of images. */
export interface ScreenshotOptions {
  format: PictureFormat;
  /** Leave the background out, where there is none in the document. */
  transparent: boolean;
  /** Selector of the elements to show, each alone and starting at the window's corner. */
  selector: string;
  /** The window. */
  size: Size;
}

export interface PicturesJob extends ShownDocument, ScreenshotOptions {
  /** Milliseconds that all images together may take. */
  timeoutMs: number;
}

export interface Pictures {
  pictures: Uint8Array[];
  fits: FitResult[];
}

/** 0 to 100, for formats that lose something: nothing that an eye sees beside the original. */
const QUALITY = 92;

/** Images of a document's parts. */
export async function takePictures(sandbox: SandboxedPage, job: PicturesJob): Promise<Pictures> {
  await sandbox.page.emulateMediaType('screen');
  const fits = await showDocument(sandbox, job);
  return { pictures: await pictureEach(sandbox.page, job), fits };
}

/** Images of what a selector finds in a page, one after the other, each alone in the window. */
export async function pictureEach(
  page: Page,
  { format, transparent, selector, size: window }: ScreenshotOptions,
): Promise<Uint8Array[]> {
  const count = await callClient(page, 'print', 'countParts', selector);
  const pictures: Uint8Array[] = [];
  for (let index = 0; index < count; index += 1) {
    const size = await callClient(page, 'print', 'isolatePart', selector, index);
    pictures.push(
      await page.screenshot({
        type: format,
        omitBackground: transparent,
        clip: { x: 0, y: 0, ...size },
        captureBeyondViewport: size.height > window.height,
        ...(format !== 'png' && { quality: QUALITY }),
      }),
    );
  }
  return pictures;
}
