import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'puppeteer';
import { expect, onTestFinished } from 'vitest';
import { build, type BuildOptions } from '../../src/app/build.ts';
import { places, root, temporaryFolder } from './browser.ts';
import { AccessiblePdf } from './pdf-access.ts';

export interface Made {
  folder: string;
  /** The deck. */
  html: string;
  pdf: () => Promise<PDFDocumentProxy>;
  messages: string[];
}

const FILES = ['images/hills.svg', 'images/slide.svg', 'parts/dots.webm', 'parts/dots.png', 'parts/sales.csv'];

/** A folder that is gone when the test is over. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Builds a deck in a folder of its own, with some of the files of slides/ beside it.
 *
 * @param beside - more files, by their names.
 */
export async function make(
  deck: string,
  options: Partial<BuildOptions> = {},
  beside: Record<string, string> = {},
): Promise<Made> {
  const folder = await testFolder();
  for (const [name, text] of Object.entries({ ...beside, 'talk.md': deck })) {
    await writeFile(path.join(folder, name), text);
  }
  for (const file of FILES) await copyFile(path.join(root, 'slides', file), path.join(folder, path.basename(file)));
  const report = await build({ decks: ['talk.md'], cwd: folder, browser: places, ...options });
  const [only] = report.decks;
  expect(only?.error).toBeUndefined();
  return {
    folder,
    html: path.join(folder, 'dist/talk.html'),
    pdf: async () => getDocument({ data: new Uint8Array(await readFile(path.join(folder, 'dist/talk.pdf'))) }).promise,
    messages: only?.file.messages.map(String) ?? [],
  };
}

export const evaluate = <T>(page: Page, script: string): Promise<T> => page.evaluate(script) as Promise<T>;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where something on the current slide stands, in px. */
export const box = (page: Page, selector: string): Promise<Box> =>
  evaluate(page, `document.querySelector('.present ${selector}').getBoundingClientRect().toJSON()`);

export async function pageText(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

/** Names of the fonts that are embedded in a folder's PDF. */
export async function fontsOf(folder: string): Promise<string[]> {
  const source = (await AccessiblePdf.read(await readFile(path.join(folder, 'dist/talk.pdf')))).source();
  return [...new Set([...source.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map(([, font = '']) => font))].toSorted();
}
