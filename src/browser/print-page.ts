import type { Page } from 'puppeteer-core';
import type { Size } from '../model/deck.ts';
import type { FitResult } from '../client/fit-slides.ts';
import { fitSlides } from '../client/fit-slides.ts';
import { dropSoftHyphens } from '../client/print/drop-soft-hyphens.ts';
import { measurePictures } from '../client/print/measure-pictures.ts';
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
  /** Device px for a CSS px, in pictures. @default 1 */
  scale?: number;
  /** What the document shows, by the names it has there. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Pictures that are made when it is known how large they are shown. */
  pictures: PictureMaker;
  fitFloor: number;
}

/** Makes pictures as large as a document shows them. */
export interface PictureMaker {
  /** Addresses that stand for pictures in the document. */
  standIns: ReadonlySet<string>;
  /**
   * @param standIn - the address that stands for it.
   * @param scale - px of the document that one px of the picture fills, at most.
   */
  make: (standIn: string, scale: number) => Promise<{ name: string; bytes: Uint8Array }>;
}

export interface Printed {
  pdf: Uint8Array;
  fits: FitResult[];
}

export async function printOn(sandbox: SandboxedPage, job: PrintJob): Promise<Printed> {
  const { page } = sandbox;
  await page.emulateMediaType('print');
  const fits = await showDocument(sandbox, job);
  if (job.html.includes('\u00AD')) await page.evaluate(`(${dropSoftHyphens.toString()})(document.body)`);
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: false,
    timeout: 0,
  });
  return { pdf, fits };
}

/** What is to be learnt of a document's slides. */
export type Inspection<T> = (page: Page, fits: FitResult[]) => Promise<T>;

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
  const scales = await layOut(page, job.pictures);
  // Pictures are made while slides are fitted, which makes them smaller still, but not by much.
  const fitting = fit(page, job.fitFloor);
  fitting.catch(() => {});
  const made = await Promise.all(
    Object.entries(scales).map(async ([address, scale]) => [address, await job.pictures.make(address, scale)] as const),
  );
  await sandbox.addFiles(new Map(made.map(([, { name, bytes }]) => [name, bytes])));
  const fits = await fitting;
  if (made.length > 0) await placePictures(page, made);
  return fits;
}

/** One trip into the page: wait for what is drawn, show it, then measure all pictures together. */
async function layOut(page: Page, { standIns }: PictureMaker): Promise<Record<string, number>> {
  const script = `(async () => {
    await Promise.all([...document.fonts].map((font) => font.load().catch(() => {})));
    for (const main of document.querySelectorAll('main')) main.hidden = false;
    await document.fonts.ready;
    return (${measurePictures.toString()})(${JSON.stringify([...standIns])});
  })()`;
  return (await page.evaluate(script)) as Record<string, number>;
}

async function fit(page: Page, floor: number): Promise<FitResult[]> {
  const script = `(${fitSlides.toString()})(document.querySelectorAll('.slide'), ${floor})`;
  return (await page.evaluate(script)) as FitResult[];
}

/** Puts pictures where stand-ins of their size hold their places. */
async function placePictures(page: Page, made: readonly (readonly [string, { name: string }])[]): Promise<void> {
  const names = Object.fromEntries(made.map(([address, { name }]) => [address, name]));
  await page.evaluate(`(async () => {
    const names = ${JSON.stringify(names)};
    // No event is heard where scripts are off.
    const show = (image, name) => {
      image.src = name;
      return image.decode().catch(() => {});
    };
    // What many images ask for at once may be loaded more than once, and is then as often in the PDF.
    const first = new Map([...new Set(Object.values(names))].map((name) => [name, new Image()]));
    await Promise.all([...first].map(([name, image]) => show(image, name)));
    const images = [...document.images].filter((image) => image.getAttribute('src') in names);
    await Promise.all(images.map((image) => show(image, names[image.getAttribute('src')])));
    first.clear();
  })()`);
}
