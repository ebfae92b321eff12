import path from 'node:path';
import { VFile } from 'vfile';
import { chooseBrowser, usualPlaces, type BrowserPlaces } from './browser/find-browser.ts';
import { startPrinter, type Printer } from './browser/printer.ts';
import { compile } from './compile.ts';
import type { DeckLooks, ExportedFile, ExportJob } from './export/export-job.ts';
import { FORMATS, type Format } from './export/formats.ts';
import { printImage } from './export/print-image.ts';
import { createDeckFiles } from './files/deck-files.ts';
import { looksOf, themeOf } from './deck-styles.ts';
import type { DrawerOptions } from './drawer.ts';
import { iconSets } from './files/icon-sets.ts';
import type { Styles } from './files/load-styles.ts';
import { fontCutter } from './files/font-cutter.ts';
import { readDeck } from './files/read-deck.ts';
import { readRevealScripts } from './files/reveal-scripts.ts';
import { writeFiles } from './files/write-files.ts';
import { createHighlighter, type Highlighter } from './html/highlight.ts';
import type { Draw } from './model/drawing.ts';
import { LecternError } from './model/errors.ts';
import { hasErrors, warn } from './model/messages.ts';
import type { RevealScripts } from './model/reveal-scripts.ts';

export interface BuildOptions {
  /** Paths of Markdown files, relative to `cwd`. */
  decks: string[];
  /** @default ['html', 'pdf'] */
  to?: Format[];
  /** Folder for the outputs, relative to `cwd`. @default 'dist' */
  outDir?: string;
  /** Theme instead of the one each deck names; paths are relative to `cwd`. */
  theme?: string;
  /** Write a folder with an `index.html` and its files instead of one file. @default false */
  assets?: boolean;
  /** Print a page for each step of a slide, not the last one alone. @default false */
  stepPages?: boolean;
  /** Warnings count as errors: what has one is not written. @default false */
  strict?: boolean;
  /** @default the process's */
  cwd?: string;
  /** Where browsers are looked for. @default the user's cache, the home folder and the system's programs */
  browser?: BrowserPlaces;
  /** Seconds since 1970 for dates inside files. @default the front matter's date if it is YYYY-MM-DD, else none */
  epoch?: number;
  onProgress?: (event: BuildProgress) => void;
}

export interface BuildProgress {
  /** The deck, as it was named. */
  deck: string;
  /** What is being made of it now; `done` when it is finished. */
  step: 'compile' | Format | 'done';
  /** How many decks are finished. */
  finished: number;
  total: number;
}

export interface DeckReport {
  /** The deck's source, with its messages. */
  file: VFile;
  /** Files that the deck includes and style sheets that cannot be used, with theirs. */
  included: VFile[];
  slides: number;
  /** Absolute paths written, in the order of `to`; empty where the deck has errors. */
  outputs: string[];
  /** The environment kept this deck from being built. */
  error: LecternError | undefined;
}

export interface BuildReport {
  decks: DeckReport[];
  ok: boolean;
}

interface Workshop extends Required<Omit<BuildOptions, 'decks' | 'theme' | 'browser' | 'onProgress' | 'epoch'>> {
  epoch: number | undefined;
  /** What one build can leave to the next. */
  cacheFolder: string;
  theme: string | undefined;
  highlighter: Highlighter;
  reveal: Promise<RevealScripts>;
  printer: Printer;
  /** Style sheets by the theme's file. */
  loaded: Map<string, Styles>;
}

/**
 * Builds decks: reads, compiles, renders, exports and writes each, and reports what became of them. A deck with errors
 * writes nothing and leaves what was there; the others go on.
 *
 * @throws LecternError `USAGE` where two decks would write the same files
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const to = options.to ?? ['html', 'pdf'];
  const { decks, onProgress } = options;
  refuseSameNames(decks);
  const places = options.browser ?? usualPlaces();
  const printer = startPrinter(() => chooseBrowser(places), {
    now: to.some((format) => FORMATS[format].prints),
  });
  const reveal = readRevealScripts();
  reveal.catch(() => {});
  const workshop: Workshop = {
    to,
    outDir: options.outDir ?? 'dist',
    theme: options.theme,
    assets: options.assets ?? false,
    strict: options.strict ?? false,
    stepPages: options.stepPages ?? false,
    cacheFolder: places.cacheFolder,
    cwd: options.cwd ?? process.cwd(),
    epoch: options.epoch,
    highlighter: createHighlighter(),
    reveal,
    printer,
    loaded: new Map(),
  };
  const reports: DeckReport[] = [];
  try {
    for (const deck of decks) {
      const progress = (step: BuildProgress['step']): void =>
        onProgress?.({ deck, step, finished: reports.length + (step === 'done' ? 1 : 0), total: decks.length });
      const report = await buildDeck(deck, workshop, progress);
      progress('done');
      reports.push(report);
    }
  } finally {
    await printer.close();
  }
  return { decks: reports, ok: reports.every((report) => !report.error && !isRefused(report, workshop)) };
}

async function buildDeck(
  name: string,
  workshop: Workshop,
  progress: (step: 'compile' | Format) => void,
): Promise<DeckReport> {
  const report: DeckReport = {
    file: new VFile({ path: name, cwd: workshop.cwd }),
    included: [],
    slides: 0,
    outputs: [],
    error: undefined,
  };
  try {
    progress('compile');
    const file = await readDeck(name, workshop.cwd);
    report.file = file;
    let styles: Styles | undefined;
    const printImages: ExportJob['printImages'] = new Map();
    const prints = workshop.to.some((format) => FORMATS[format].prints);
    const deck = await compile(file, {
      files: createDeckFiles(path.resolve(file.cwd, file.path), { projectRoot: projectRootOf(file), cwd: file.cwd }),
      icons: iconSets(projectRootOf(file)),
      draw: lazyDrawer({
        cacheFolder: path.join(workshop.cacheFolder, 'drawings'),
        printer: workshop.printer,
        styles: () => styles,
      }),
      highlighter: workshop.highlighter,
      // Style sheets are bundled and photos converted while the slides are compiled.
      onMeta: (meta) => {
        styles = themeOf(meta, file, workshop);
      },
      onImage: (image) => {
        if (prints) printImages.set(image.id, printImage(image));
      },
    });
    report.slides = deck.slides.length;
    report.included = [...deck.included];
    if (!styles) return report;
    const [looks, faulty] = await looksOf(deck, styles, { ...workshop, file });
    report.included.push(...faulty);
    if (isRefused(report, workshop)) return report;
    const files = await exportAll({ deck, ...looks, printImages }, file, workshop, progress);
    if (isRefused(report, workshop)) return report;
    const outputs = files.map(({ path: below, bytes }) => ({
      path: path.resolve(workshop.cwd, workshop.outDir, below),
      bytes,
    }));
    await writeFiles(outputs);
    report.outputs = outputs.map((output) => output.path);
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    report.error = error;
  }
  return report;
}

/** Most decks draw nothing, and their builds do not pay for what could. */
function lazyDrawer(options: DrawerOptions): Draw {
  let drawer: Promise<Draw> | undefined;
  return async (job) => {
    drawer ??= import('./drawer.ts').then(({ createDrawer }) => createDrawer(options));
    return (await drawer)(job);
  };
}

/** A deck inside the working folder may use all files there, one outside those of its own folder. */
function projectRootOf(file: VFile): string {
  const folder = path.dirname(path.resolve(file.cwd, file.path));
  const inside = !path.relative(file.cwd, folder).startsWith('..') && !path.isAbsolute(path.relative(file.cwd, folder));
  return inside ? file.cwd : folder;
}

async function exportAll(
  made: Pick<ExportJob, 'deck' | 'printImages'> & DeckLooks,
  file: VFile,
  workshop: Workshop,
  progress: (step: Format) => void,
): Promise<ExportedFile[]> {
  const { to, printer, assets, epoch, stepPages } = workshop;
  const reveal = await workshop.reveal;
  const cutFont = fontCutter(path.join(workshop.cacheFolder, 'fonts'));
  const job: ExportJob = { ...made, cutFont, name: file.stem ?? 'deck', reveal, printer, assets, epoch, stepPages };
  const { warnings = [] } = await job.styles.any();
  const place = job.deck.meta.positions.get('theme');
  for (const reason of warnings) warn(file, reason, { place, ruleId: 'theme-font' });
  const files: ExportedFile[] = [];
  for (const format of to) {
    progress(format);
    files.push(...(await FORMATS[format].export(job)));
  }
  return files;
}

function isRefused({ file, included }: DeckReport, { strict }: Pick<Workshop, 'strict'>): boolean {
  return [file, ...included].some((source) => hasErrors(source) || (strict && source.messages.length > 0));
}

function refuseSameNames(decks: string[]): void {
  const taken = new Map<string, string>();
  for (const deck of decks) {
    const stem = path.basename(deck, path.extname(deck));
    const other = taken.get(stem);
    if (other !== undefined) {
      throw new LecternError('USAGE', `${other} and ${deck} would both write ${stem}.html`, {
        advice: 'Build them in two runs with different --out-dir.',
      });
    }
    taken.set(stem, deck);
  }
}
