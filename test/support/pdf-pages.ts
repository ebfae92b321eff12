import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { root } from './browser.ts';
import { pageText } from './made-deck.ts';

/** Points of a millimetre. */
export const MM = 72 / 25.4;

export async function readPdf(file: string): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await readFile(file));
  return getDocument({ data, standardFontDataUrl: path.join(root, 'node_modules/pdfjs-dist/standard_fonts/') }).promise;
}

/** All texts of the pages of a document that was just made. */
export async function pagesAsText(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: path.join(root, 'node_modules/pdfjs-dist/standard_fonts/'),
  }).promise;
  const texts = await pageTexts(pdf);
  await pdf.loadingTask.destroy();
  return texts;
}

/** All texts of a document's pages. */
export async function pageTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  const texts = Array.from({ length: pdf.numPages }, (_, index) => pageText(pdf, index + 1));
  return (await Promise.all(texts)).map((text) => text.replaceAll(/\s+/g, ' '));
}

/** Page and place, in points from the upper left corner, of each bookmark. */
export async function bookmarks(
  pdf: PDFDocumentProxy,
): Promise<{ title: string; page: number; left: number; top: number }[]> {
  interface Item {
    title: string;
    dest: [object, { name: string }, number, number];
    items: Item[];
  }
  const all = (items: Item[]): Item[] => items.flatMap((item) => [item, ...all(item.items)]);
  return Promise.all(
    all((await pdf.getOutline()) as unknown as Item[]).map(async ({ title, dest }) => {
      const page = (await pdf.getPageIndex(dest[0] as never)) + 1;
      const [, , , height = 0] = (await pdf.getPage(page)).view;
      return { title, page, left: dest[2], top: height - dest[3] };
    }),
  );
}

/** A rectangle of a page in points, and how large it is drawn. */
interface Area {
  /** Px for a point. */
  scale: number;
  left: number;
  top: number;
  /** Px. */
  width: number;
  height: number;
}

/** What stands in a rectangle of a page, drawn at a scale. */
export async function drawn(pdf: PDFDocumentProxy, number: number, area: Area): Promise<Uint8ClampedArray> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({
    scale: area.scale,
    offsetX: -area.left * area.scale,
    offsetY: -area.top * area.scale,
  });
  const canvas = createCanvas(area.width, area.height);
  const context = canvas.getContext('2d');
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
  page.cleanup();
  return context.getImageData(0, 0, area.width, area.height).data;
}
