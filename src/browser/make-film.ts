import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Shot } from '../client/film.ts';
import { packageRoot } from '../files/package-files.ts';
import type { Size } from '../model/deck.ts';
import { LecternError } from '../model/errors.ts';
import type { BrowserPage } from './browser-page.ts';
import { callClient } from './call-client.ts';

export type { Shot } from '../client/film.ts';

/**
 * Makes a WebM video of images in a page.
 *
 * @throws LecternError `BROWSER_FAILED` where the browser has no encoder
 */
export async function makeFilm(page: BrowserPage, size: Size, shots: readonly Shot[]): Promise<Uint8Array> {
  await page.setOfflineMode(true);
  // Browsers have encoders on pages that nobody can have changed on their way: a file is one, an empty page is none.
  await page.goto(pathToFileURL(path.join(packageRoot(), 'package.json')).href).catch(() => null);
  if (!(await callClient(page, 'film', 'hasEncoder'))) {
    throw new LecternError('BROWSER_FAILED', 'the browser cannot encode videos', {
      advice: 'Use the browser that comes with Lectern, or a newer one on this computer; “lectern doctor” lists them.',
    });
  }
  return Buffer.from(await callClient(page, 'film', 'makeFilm', size, [...shots]), 'base64');
}
