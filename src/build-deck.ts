import path from 'node:path';
import { VFile } from 'vfile';
import type { Printer } from './browser/printer.ts';
import { compile } from './compile.ts';
import { looksOf, themeOf } from './deck-styles.ts';
import type { DrawerOptions } from './drawer.ts';
import type { DeckLooks, ExportedFile, ExportJob, OutputOptions } from './export/export-job.ts';
import { FORMATS, type Format } from './export/formats.ts';
import { lookAtPicture } from './export/print-pictures.ts';
import { byteCache } from './files/byte-cache.ts';
import { createDeckFiles } from './files/deck-files.ts';
import { fontCutter } from './files/font-cutter.ts';
import { iconSets } from './files/icon-sets.ts';
import type { Styles } from './files/load-styles.ts';
import { readDeck } from './files/read-deck.ts';
import { writeFiles } from './files/write-files.ts';
import type { Highlighter } from './html/highlight.ts';
import type { Draw } from './model/drawing.ts';
import { LecternError } from './model/errors.ts';
import { hasErrors, warn } from './model/messages.ts';
import type { PageParts } from './model/page-parts.ts';

export interface DeckReport {
  /** The deck's source, with its messages. */
  file: VFile;
  /** Files that the deck includes and style sheets that cannot be used, with theirs. */
  included: VFile[];
  slides: number;
  /** Absolute paths written, in the order of `to`; empty where the deck has errors. */
  outputs: string[];
  /** The environment kept this deck, or some of its outputs, from being built. */
  error: LecternError | undefined;
  /** How long it took, others at the same time included. */
  seconds: number;
}

/** What all decks of a build share. */
export interface Workshop {
  to: Format[];
  outDir: string;
  theme: string | undefined;
  strict: boolean;
  cwd: string;
  epoch: number | undefined;
  outputs: OutputOptions;
  /** What one build can leave to the next. */
  cacheFolder: string;
  highlighter: Highlighter;
  page: Promise<PageParts>;
  printer: Printer;
  /** Style sheets by the theme's file. */
  loaded: Map<string, Styles>;
}

/** Builds a deck and tells what became of it. */
export async function buildDeck(
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
    seconds: 0,
  };
  const started = performance.now();
  try {
    progress('compile');
    const file = await readDeck(name, workshop.cwd);
    report.file = file;
    const { deck, styles, ...made } = await compileDeck(file, workshop);
    report.slides = deck.slides.length;
    report.included = [...deck.included];
    if (!styles) return report;
    const [looks, faulty] = await looksOf(deck, styles, { ...workshop, file });
    report.included.push(...faulty);
    if (isRefused(report, workshop)) return report;
    const { files, error } = await exportAll({ deck, ...looks, ...made }, file, workshop, progress);
    report.error = error;
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
  } finally {
    report.seconds = (performance.now() - started) / 1000;
  }
  return report;
}

interface Compiled extends Pick<ExportJob, 'deck' | 'pictures' | 'pictureCache'> {
  styles: Styles | undefined;
}

/** Compiles a deck; style sheets are bundled and photos looked at meanwhile. */
async function compileDeck(file: VFile, workshop: Workshop): Promise<Compiled> {
  const { cacheFolder, printer, highlighter, to } = workshop;
  const prints = to.some((format) => FORMATS[format].prints);
  const pictures = new Map<string, ReturnType<typeof lookAtPicture>>();
  const pictureCache = byteCache(path.join(cacheFolder, 'pictures'));
  const projectRoot = projectRootOf(file);
  let styles: Styles | undefined;
  const deck = await compile(file, {
    files: createDeckFiles(path.resolve(file.cwd, file.path), { projectRoot, cwd: file.cwd }),
    icons: iconSets(projectRoot),
    draw: lazyDrawer({ cacheFolder: path.join(cacheFolder, 'drawings'), printer, styles: () => styles }),
    highlighter,
    onMeta: (meta) => {
      styles = themeOf(meta, file, workshop);
    },
    onImage: (image) => {
      if (prints) pictures.set(image.id, lookAtPicture(image, pictureCache));
    },
  });
  return { deck, styles, pictures, pictureCache };
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

interface Exported {
  files: ExportedFile[];
  /** What kept some of the files from being made. */
  error: LecternError | undefined;
}

/** A browser that fails at one output leaves the others alone. */
async function exportAll(
  made: Pick<ExportJob, 'deck' | 'pictures' | 'pictureCache'> & DeckLooks,
  file: VFile,
  workshop: Workshop,
  progress: (step: Format) => void,
): Promise<Exported> {
  const { to, printer, outputs, epoch } = workshop;
  const page = await workshop.page;
  const cutFont = fontCutter(path.join(workshop.cacheFolder, 'fonts'));
  const job: ExportJob = { ...made, cutFont, name: file.stem ?? 'deck', page, printer, options: outputs, epoch };
  const { warnings = [] } = await job.styles.any();
  const place = job.deck.meta.positions.get('theme');
  for (const reason of warnings) warn(file, reason, { place, ruleId: 'theme-font' });
  const exported: Exported = { files: [], error: undefined };
  for (const format of to) {
    progress(format);
    try {
      exported.files.push(...(await FORMATS[format].export(job)));
    } catch (error) {
      if (!(error instanceof LecternError) || error.code !== 'BROWSER_FAILED') throw error;
      exported.error ??= error;
    }
  }
  return exported;
}

export function isRefused({ file, included }: DeckReport, { strict }: Pick<Workshop, 'strict'>): boolean {
  return [file, ...included].some((source) => hasErrors(source) || (strict && source.messages.length > 0));
}
