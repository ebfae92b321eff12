import path from 'node:path';
import { VFile } from 'vfile';
import { chooseBrowser, usualPlaces, type BrowserPlaces } from './browser/find-browser.ts';
import { startPrinter, type Printer } from './browser/printer.ts';
import { compile } from './compile.ts';
import type { ExportedFile, ExportJob } from './export/export-job.ts';
import { FORMATS, type Format } from './export/formats.ts';
import { printImage } from './export/print-image.ts';
import { createDeckFiles } from './files/deck-files.ts';
import { builtInThemes, DEFAULT_THEME, findTheme } from './files/find-theme.ts';
import { loadStyles, type Styles } from './files/load-styles.ts';
import { readDeck } from './files/read-deck.ts';
import { readRevealScripts } from './files/reveal-scripts.ts';
import { writeFiles } from './files/write-files.ts';
import { createHighlighter, type Highlighter } from './html/highlight.ts';
import type { DeckMeta } from './model/deck.ts';
import { LecternError } from './model/errors.ts';
import { fail, hasErrors } from './model/messages.ts';
import { suggestion } from './model/nearest.ts';
import type { RevealScripts } from './model/reveal-scripts.ts';
import type { ThemeSource } from './theme/theme.ts';

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
  theme: string | undefined;
  highlighter: Highlighter;
  reveal: Promise<RevealScripts>;
  printer: Printer;
  /** Style sheets by the theme's file. */
  styles: Map<string, Styles>;
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
  const printer = startPrinter(() => chooseBrowser(options.browser ?? usualPlaces()), {
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
    cwd: options.cwd ?? process.cwd(),
    epoch: options.epoch,
    highlighter: createHighlighter(),
    reveal,
    printer,
    styles: new Map(),
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
  return { decks: reports, ok: reports.every((report) => !report.error && !isRefused(report.file, workshop)) };
}

async function buildDeck(
  name: string,
  workshop: Workshop,
  progress: (step: 'compile' | Format) => void,
): Promise<DeckReport> {
  const report: DeckReport = {
    file: new VFile({ path: name, cwd: workshop.cwd }),
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
      load: deckFilesOf(file).load,
      highlighter: workshop.highlighter,
      // Style sheets are bundled and photos converted while the slides are compiled.
      onMeta: (meta) => {
        styles = stylesOf(meta, file, workshop);
      },
      onImage: (image) => {
        if (prints) printImages.set(image.id, printImage(image));
      },
    });
    report.slides = deck.slides.length;
    if (!styles || isRefused(file, workshop)) return report;
    const files = await exportAll({ deck, file, styles, printImages }, workshop, progress);
    if (isRefused(file, workshop)) return report;
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

/** A deck inside the working folder may use all files there, one outside those of its own folder. */
function deckFilesOf(file: VFile): ReturnType<typeof createDeckFiles> {
  const folder = path.dirname(path.resolve(file.cwd, file.path));
  const inside = !path.relative(file.cwd, folder).startsWith('..') && !path.isAbsolute(path.relative(file.cwd, folder));
  return createDeckFiles(folder, inside ? file.cwd : folder);
}

/**
 * The deck's style sheets; `undefined` where it names a theme that does not exist, which is a message then.
 *
 * @throws LecternError `USAGE` where the theme named in the call does not exist
 */
function stylesOf(meta: DeckMeta, file: VFile, workshop: Workshop): Styles | undefined {
  const { theme, cwd } = workshop;
  const deckFolder = path.dirname(path.resolve(cwd, file.path));
  const name = theme ?? meta.theme ?? DEFAULT_THEME;
  const found = findTheme(name, theme === undefined ? deckFolder : cwd);
  if (found) return started(found, workshop);
  const advice = suggestion(name, builtInThemes());
  if (theme !== undefined) {
    throw new LecternError('USAGE', `there is no theme “${name}”${advice}`, {
      advice: 'Name a built-in theme, a CSS file or a folder with a theme.css.',
    });
  }
  fail(file, `Unexpected theme “${name}”${advice}, or the path of a CSS file or of a folder with a theme.css`, {
    place: meta.positions.get('theme'),
    ruleId: 'theme',
  });
  return undefined;
}

function started(theme: ThemeSource, { styles, to }: Workshop): Styles {
  let loaded = styles.get(theme.file);
  if (!loaded) {
    loaded = loadStyles(theme);
    styles.set(theme.file, loaded);
  }
  for (const format of to) void loaded.sheet(FORMATS[format].styles);
  return loaded;
}

async function exportAll(
  made: Pick<ExportJob, 'deck' | 'file' | 'styles' | 'printImages'>,
  workshop: Workshop,
  progress: (step: Format) => void,
): Promise<ExportedFile[]> {
  const { to, printer, assets, epoch } = workshop;
  const reveal = await workshop.reveal;
  const job: ExportJob = { ...made, name: made.file.stem ?? 'deck', reveal, printer, assets, epoch };
  const files: ExportedFile[] = [];
  for (const format of to) {
    progress(format);
    files.push(...(await FORMATS[format].export(job)));
  }
  return files;
}

function isRefused(file: VFile, { strict }: Pick<Workshop, 'strict'>): boolean {
  return hasErrors(file) || (strict && file.messages.length > 0);
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
