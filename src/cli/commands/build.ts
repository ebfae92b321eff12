import path from 'node:path';
import { LecternError } from '../../model/errors.ts';
import { build, type BuildReport } from '../../app/build.ts';
import { namedDecks } from '../decks.ts';
import { sourceDateEpoch } from '../environment.ts';
import { DECK_ERRORS, FINE, USAGE } from '../exit-codes.ts';
import { formatMessages } from '../format-messages.ts';
import { jsonReport } from '../json-report.ts';
import * as options from '../options.ts';
import { progressLine } from '../progress-line.ts';
import { browserOf, configOf, given, outputOptions, readCall } from '../read-call.ts';
import { deckErrorReporter } from '../report-error.ts';
import { decksOf } from '../shard.ts';
import { complain, complainText, say, sayJson } from '../terminal.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('build', args);
  if (!call) return FINE;
  const { operands, get } = call;
  const all = await namedDecks(operands, 'build');
  const shard = get(options.shard);
  const decks = await decksOf(all, shard, get(options.costs));
  const json = get(options.json) ?? false;
  const progress = progressLine(process.stderr, json);
  const report = await build({
    decks,
    ...given('to', get(options.to)),
    ...given('outDir', folderIn(get(options.outDir))),
    ...given('theme', get(options.theme)),
    ...given('size', get(options.size)),
    ...given('brand', get(options.brand)),
    ...given('dialect', get(options.from)),
    ...outputOptions(call),
    ...given('outputOptions', get(options.set)),
    ...given('strict', get(options.strict)),
    ...given('untrusted', get(options.untrusted)),
    ...given('fetch', get(options.fetch)),
    ...configOf(call),
    browser: browserOf(call),
    ...given('epoch', sourceDateEpoch()),
    onProgress: progress.update,
  }).finally(progress.clear);
  for (const notice of report.notices) complainText(notice);
  if (json) sayJson(jsonReport(report, shard && { ...shard, of: all.length }));
  else print(report);
  return exitCode(report);
}

/** Returns the folder for outputs. In other tools, `-o` names a file. */
function folderIn(named: string | undefined): string | undefined {
  const [, output] = /\.(html|pdf|pptx)$/i.exec(named ?? '') ?? [];
  if (output === undefined) return named;
  throw new LecternError('USAGE', `--out-dir takes a folder, and “${named}” looks like a file`, {
    advice: `Choose the output with --to ${output.toLowerCase()}; its file has the name of the deck. For a folder of that name, write “${named}/”.`,
  });
}

function print({ decks }: BuildReport): void {
  const withoutBrowser = decks.filter(({ error, failed }) => error?.code === 'BROWSER_MISSING' && failed.length > 0);
  const reportDeckError = deckErrorReporter();
  for (const deck of decks) {
    const { file, included, outputs, slides, failed, error } = deck;
    const sources = [file, ...included].filter(({ messages }) => messages.length > 0);
    if (sources.length > 0) complainText(formatMessages([sources], process.stderr));
    if (!withoutBrowser.includes(deck)) {
      if (error) reportDeckError(error, file.path);
      if (failed.length > 0) complain`${file.path}: not made: ${failed.join(', ')}`;
    }
    const shown = shownOutputs(outputs);
    if (shown.length > 0) say`${file.path} → ${shown.join(', ')} (${slides} ${slides === 1 ? 'slide' : 'slides'})`;
    else complain`${file.path}: nothing was written`;
  }
  reportMissingBrowser(withoutBrowser);
}

/** Prints once for all decks that there is no browser, and what was not made for that reason. */
function reportMissingBrowser(decks: BuildReport['decks']): void {
  const [first] = decks;
  if (!first?.error) return;
  const { message, advice } = first.error;
  const names = [...new Set(decks.flatMap(({ failed }) => failed))].join(', ');
  complain`lectern: ${message}, so these outputs were not made: ${names}. ${advice}`;
}

/** Shortens paths for display: a folder with many files becomes its name and their number. */
function shownOutputs(outputs: readonly string[]): string[] {
  const folders = new Map<string, string[]>();
  for (const output of outputs) {
    const name = path.relative('', output);
    const inFolder = /\.(?:png|jpeg|webp)$/.test(path.dirname(name)) || name.includes(`${path.sep}assets${path.sep}`);
    const folder = inFolder ? path.dirname(name) : name;
    folders.set(folder, [...(folders.get(folder) ?? []), name]);
  }
  return [...folders]
    .filter(([folder]) => path.basename(folder) !== 'assets')
    .map(([folder, names]) => (folder === names[0] ? folder : `${folder}${path.sep} (${names.length})`));
}

function exitCode({ decks, ok }: BuildReport): number {
  if (ok) return FINE;
  return decks.some(({ error }) => error) ? USAGE : DECK_ERRORS;
}
