import path from 'node:path';
import { VFile } from 'vfile';
import { reportFindings } from '../check/report-findings.ts';
import type { ExportedFile, ExportJob, ExportTools } from '../export/export-job.ts';
import { OutputFailure, type Output } from '../export/output.ts';
import type { ResolvedOptions } from '../export/output-options.ts';
import { isInside, staysBelow } from '../files/door.ts';
import { readDeck } from '../files/read-deck.ts';
import { writeFiles, type OutputFile } from '../files/write-files.ts';
import { errorOf, LecternError } from '../model/errors.ts';
import { fail, hasErrors, sortMessages, warn } from '../model/messages.ts';
import type { PageParts } from '../model/page-parts.ts';
import { reportMissingGlyphs } from '../pipeline/missing-glyphs.ts';
import { withDrawings } from '../pipeline/kept-drawings.ts';
import type { PrepareContext } from '../pipeline/prepare-context.ts';
import { prepareDeck } from '../pipeline/prepare-deck.ts';

export interface DeckReport {
  /** The deck's source, with its messages. */
  file: VFile;
  /** Files that the deck includes and style sheets that cannot be used, with theirs. */
  included: VFile[];
  slides: number;
  /** The deck's title; empty where it has none, or could not be read. */
  title: string;
  /** Absolute paths written, in the order of the outputs. */
  outputs: string[];
  /** Names of outputs that could not be made; `error` says why. */
  failed: string[];
  /** The environment, or a bug, kept this deck or some of its outputs from being built. */
  error: LecternError | undefined;
  /** Seconds that it took, including other decks at the same time. */
  seconds: number;
}

/** Settings for all decks of a build. */
export interface BuildContext extends PrepareContext {
  cwd: string;
  outputs: readonly Output[];
  outDir: string;
  strict: boolean;
  epoch: number | undefined;
  outputOptions: ResolvedOptions;
  page: Promise<PageParts>;
}

/** Builds a deck and tells what became of it; never fails. */
export async function buildDeck(
  name: string,
  context: BuildContext,
  progress: (step: string) => void,
): Promise<DeckReport> {
  const report: DeckReport = {
    file: new VFile({ path: name, cwd: context.cwd }),
    included: [],
    slides: 0,
    title: '',
    outputs: [],
    failed: [],
    error: undefined,
    seconds: 0,
  };
  const started = performance.now();
  try {
    progress('compile');
    const files = await makeOutputs(name, { report, context, progress });
    const outputs = files.map(({ path: below, bytes }) => ({
      path: path.resolve(context.cwd, context.outDir, below),
      bytes,
    }));
    if (context.options.untrusted) refuseLinks(outputs, context);
    await writeFiles(outputs);
    report.outputs = outputs.map((output) => output.path);
  } catch (error) {
    report.error = errorOf(error);
  }
  for (const file of [report.file, ...report.included]) sortMessages(file);
  report.seconds = (performance.now() - started) / 1000;
  return report;
}

/** A guest's project may have links where outputs go. */
function refuseLinks(outputs: readonly OutputFile[], { cwd, outDir }: BuildContext): void {
  const folder = path.resolve(cwd, outDir);
  // Only a call names a folder outside.
  const root = folder === cwd || isInside(folder, cwd) ? cwd : folder;
  const leaving = outputs.find((output) => !staysBelow(path.dirname(output.path), root));
  if (!leaving) return;
  const shown = path.relative(cwd, path.dirname(leaving.path));
  throw new LecternError('OUTPUT_UNWRITABLE', `${shown} is a link that leads out of the project`, {
    advice: 'Name another folder with --out-dir, or leave out --untrusted.',
  });
}

interface Making {
  report: DeckReport;
  context: BuildContext;
  progress: (step: string) => void;
}

/** Makes what is to be written of a deck, and fills its report meanwhile. */
async function makeOutputs(name: string, { report, context, progress }: Making): Promise<ExportedFile[]> {
  const { resources, options } = context;
  const file = await readDeck(name, context.cwd, options);
  report.file = file;
  const { deck, deckStyles, sources, drawingError, paginateError, ...made } = await prepareDeck(file, context);
  const { settings, cutFont } = made;
  report.slides = deck.slides.length;
  report.title = deck.meta.title;
  report.included = sources.slice(1);
  report.error = paginateError ?? drawingError;
  if (!deckStyles) return [];
  if (context.strict) {
    if (paginateError) throw paginateError;
    const { checkPrepared } = await import('../pipeline/check-prepared.ts');
    const job = { pool: resources.pool, timeout: options.timeout };
    const { findings } = await checkPrepared({ ...made, deck, deckStyles, sources }, job);
    reportFindings(findings, deck);
    if (isRefused(report)) return [];
  }
  const shown = context.outputOptions.drawings ? await withDrawings(deck, file) : deck;
  const files = await exportAll({ deck: shown, deckStyles, ...made }, { report, context, progress });
  if (context.strict) return isRefused(report) ? [] : files;
  await reportMissingGlyphs(deck, {
    deckStyles,
    kind: context.purpose.styleKinds.includes('deck') ? 'deck' : 'print',
    cutFont,
    settings,
  });
  return files;
}

type ExportedDeck = Pick<ExportJob, 'deck' | 'deckStyles' | 'pictures' | 'settings' | 'plugins'> &
  Pick<ExportTools, 'cutFont'>;

/** Makes all outputs of a deck. An output that cannot be made leaves the others alone. */
async function exportAll(
  { deck, deckStyles, pictures, settings, plugins, cutFont }: ExportedDeck,
  { report, context, progress }: Making,
): Promise<ExportedFile[]> {
  const { outputs, outputOptions: options, epoch } = context;
  const { pool } = context.resources;
  const { file } = report;
  const tools = { pool, cutFont, page: await context.page };
  const known = { deck, deckStyles, pictures, settings, plugins, tools };
  const job: ExportJob = { ...known, file, name: file.stem ?? 'deck', options, epoch };
  const { warnings = [] } = await deckStyles.styles.any();
  const place = deck.meta.positions.get('theme');
  for (const reason of warnings) warn(file, reason, { place, ruleId: 'theme-font' });
  const made = new Map<Output, ExportedFile[]>();
  const errors = new Map<Output, unknown>();
  const makeAll = async (some: readonly Output[]): Promise<void> => {
    for (const output of some) {
      progress(output.name);
      try {
        made.set(output, await output.export(job));
      } catch (error) {
        errors.set(output, error);
      }
    }
  };
  const printing = makeAll(outputs.filter(({ prints }) => prints));
  // The browser has its own process: what does not need one is made while it works.
  await Promise.race([pool.atWork, printing]);
  await makeAll(outputs.filter(({ prints }) => !prints));
  await printing;
  for (const output of outputs.filter((one) => errors.has(one))) {
    const error = errors.get(output);
    if (error instanceof LecternError && error.code === 'USAGE') throw error;
    // The deck has a message then.
    if (!(error instanceof OutputFailure)) report.error ??= errorOf(error);
    report.failed.push(output.name);
  }
  return withoutTwice(outputs, made, file);
}

/** No output writes over the files of another one. */
function withoutTwice(
  outputs: readonly Output[],
  made: ReadonlyMap<Output, readonly ExportedFile[]>,
  file: VFile,
): ExportedFile[] {
  const written = new Map<string, { exported: ExportedFile; by: string }>();
  for (const output of outputs) {
    for (const exported of made.get(output) ?? []) {
      const first = written.get(exported.path);
      if (!first) written.set(exported.path, { exported, by: output.name });
      // An output may name a file once for each slide that shows it.
      else if (first.by !== output.name) {
        const reason = `Output “${output.name}” makes ${exported.path}, which “${first.by}” has made already; only that is written`;
        fail(file, reason, { place: undefined, ruleId: 'plugin' });
      }
    }
  }
  return Array.from(written.values(), ({ exported }) => exported);
}

/** Whether a message keeps a strict build from writing the deck. */
function isRefused({ file, included }: DeckReport): boolean {
  return [file, ...included].some(({ messages }) => messages.some(({ fatal }) => typeof fatal === 'boolean'));
}

/** Tells whether a deck was built without errors, or with `strict` without warnings. */
export function isFine(report: DeckReport, { strict }: Pick<BuildContext, 'strict'>): boolean {
  if (report.error) return false;
  return strict ? !isRefused(report) : ![report.file, ...report.included].some(hasErrors);
}
