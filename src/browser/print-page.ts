import type { Page } from 'puppeteer';
import type { Size } from '../model/deck.ts';
import type { FitResult } from '../client/fit-slides.ts';
import { markName } from '../pdf/marks.ts';
import { callClient } from './call-client.ts';
import type { SandboxedPage } from './sandboxed-page.ts';

export interface PrintJob extends ShownDocument {
  /** Milliseconds that printing may take. */
  timeoutMs: number;
}

/** A document with slides, and what it shows. */
export interface ShownDocument {
  html: string;
  /** The window that it is laid out in. */
  size: Size;
  /** Device px for a CSS px, in images. @default 1 */
  scale?: number;
  /** Files of the document, by their names in it. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Images that are made when it is known how large they are shown. */
  pictures: PictureMaker;
  fitFloor: number;
}

/** Makes images as large as a document shows them. */
export interface PictureMaker {
  /** Addresses that stand for images in the document. */
  standIns: ReadonlySet<string>;
  /**
   * @param standIn - the address that stands for it.
   * @param scale - px of the document that one px of the image fills, at most.
   */
  make: (standIn: string, scale: number) => Promise<{ name: string; bytes: Uint8Array }>;
}

export interface Printed {
  pdf: Uint8Array;
  fits: FitResult[];
}

/** Prints a document on a sandboxed page. */
export async function printOn(sandbox: SandboxedPage, job: PrintJob): Promise<Printed> {
  const { page } = sandbox;
  await page.emulateMediaType('print');
  const fits = await showDocument(sandbox, job);
  if (job.html.includes('\u00AD')) await callClient(page, 'print', 'dropSoftHyphens');
  await callClient(page, 'print', 'markBrokenWords', markName('word'));
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: false,
    // The document was laid out with all of them.
    waitForFonts: false,
    timeout: 0,
  });
  return { pdf, fits };
}

/** A function that collects facts about a document's slides. */
export type Inspection<T> = (page: Page, fits: FitResult[]) => Promise<T>;

/** Loads a document on a sandboxed page and inspects its slides. */
export async function inspectOn<T>(sandbox: SandboxedPage, job: PrintJob, examination: Inspection<T>): Promise<T> {
  await sandbox.page.emulateMediaType('screen');
  return examination(sandbox.page, await showDocument(sandbox, job));
}

/** Shows a document with everything in its place. */
export async function showDocument(sandbox: SandboxedPage, job: ShownDocument): Promise<FitResult[]> {
  const { page } = sandbox;
  await Promise.all([
    page.setViewport({ ...job.size, deviceScaleFactor: job.scale ?? 1 }),
    sandbox.addFiles(job.files),
  ]);
  await sandbox.load(job.html);
  const scales = await callClient(page, 'print', 'layOut', [...job.pictures.standIns]);
  // Pictures are made while slides are fitted, which makes them smaller still, but not by much.
  const fitting = callClient(page, 'print', 'fitDocument', job.fitFloor);
  fitting.catch(() => {});
  const made = await Promise.all(
    Object.entries(scales).map(async ([address, scale]) => [address, await job.pictures.make(address, scale)] as const),
  );
  await sandbox.addFiles(new Map(made.map(([, { name, bytes }]) => [name, bytes])));
  const fits = await fitting;
  if (made.length > 0) {
    const names = made.map(([address, { name }]) => [address, name] as const);
    await callClient(page, 'print', 'placePictures', names);
  }
  return fits;
}
