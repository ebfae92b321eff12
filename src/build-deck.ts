import path from 'node:path';
import { VFile } from 'vfile';
import { settingsOf, tellFindings, withoutOff } from './check/tell-findings.ts';
import { compileDeck, type CompileShop } from './compile-deck.ts';
import { looksOf } from './deck-styles.ts';
import type { DeckLooks, ExportedFile, ExportJob, OutputOptions } from './export/export-job.ts';
import { FORMATS, type Format } from './export/formats.ts';
import { fontCutter } from './files/font-cutter.ts';
import { readDeck } from './files/read-deck.ts';
import { writeFiles } from './files/write-files.ts';
import type { CheckSettings } from './model/check-settings.ts';
import { LecternError } from './model/errors.ts';
import { hasErrors, warn } from './model/messages.ts';
import type { PageParts } from './model/page-parts.ts';
import { paginated } from './paginated.ts';

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
export interface Workshop extends CompileShop {
  to: Format[];
  outDir: string;
  strict: boolean;
  epoch: number | undefined;
  /** What the project says of the rules that decks are checked by. */
  rules: CheckSettings;
  outputs: OutputOptions;
  page: Promise<PageParts>;
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
    withoutOff([file, ...report.included], deck, settingsOf(deck, workshop.rules));
    if (isRefused(report, workshop)) return report;
    const cutFont = fontCutter(path.join(workshop.cacheFolder, 'fonts'));
    const { printer, outputs: options } = workshop;
    const pages = await paginated(deck, { looks, printer, cutFont, timeout: options.timeout });
    report.slides = pages.slides.length;
    if (workshop.strict) {
      const job = { deck: pages, looks, file, printer, cutFont, settings: workshop.rules };
      const { checkCompiled } = await import('./deck-check.ts');
      const { findings } = await checkCompiled({ ...job, timeout: options.timeout });
      tellFindings(findings, pages);
      if (isRefused(report, workshop)) return report;
    }
    const { files, error } = await exportAll({ deck: pages, ...looks, ...made, cutFont }, file, workshop, progress);
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

interface Exported {
  files: ExportedFile[];
  /** What kept some of the files from being made. */
  error: LecternError | undefined;
}

/** A browser that fails at one output leaves the others alone. */
async function exportAll(
  made: Pick<ExportJob, 'deck' | 'pictures' | 'pictureCache' | 'cutFont'> & DeckLooks,
  file: VFile,
  workshop: Workshop,
  progress: (step: Format) => void,
): Promise<Exported> {
  const { to, printer, outputs, epoch } = workshop;
  const page = await workshop.page;
  const job: ExportJob = { ...made, name: file.stem ?? 'deck', page, printer, options: outputs, epoch };
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
  return [file, ...included].some(
    (source) => hasErrors(source) || (strict && source.messages.some(({ fatal }) => fatal === false)),
  );
}
