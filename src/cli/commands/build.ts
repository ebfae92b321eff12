import path from 'node:path';
import { build, type BuildOptions, type BuildReport } from '../../app/build.ts';
import { FORMATS, isFormat, type Format } from '../../export/formats.ts';
import { LecternError } from '../../model/errors.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { browserPlaces, sourceDateEpoch } from '../environment.ts';
import { BUILD_OPTIONS } from '../build-options.ts';
import { namedDecks } from '../decks.ts';
import { DECK_ERRORS, FINE, USAGE } from '../exit-codes.ts';
import { jsonReport } from '../json-report.ts';
import { costsOf, inShard, readShard } from '../shard.ts';
import { readOutputOptions } from '../output-options.ts';
import { parseOptions } from '../parse-options.ts';
import { projectArguments, projectRules } from '../project-options.ts';
import { progressLine } from '../progress-line.ts';
import { reportError } from '../report-error.ts';
import { formatMessages } from '../format-messages.ts';
import { complain, complainText, say, sayJson, sayText } from '../terminal.ts';

const HELP = `Usage: lectern build [deck.md …] [options]

Builds each deck into dist/NAME.html, one file that needs no network, and dist/NAME.pdf.
Without decks it builds every *.md in slides/.

Outputs:
  --to html,pdf       what to make (default: html,pdf), of:
                        html      the deck to present from
                        pdf       the slides, a page each
                        handout   slides and notes on paper
                        notes     the speaker's pages; notes.md is their text
                        png, jpeg, webp   a picture of each slide
                        cover     the picture for links to the deck
                        contact   all slides on one picture
  --out-dir, -o DIR   where to put it (default: dist)
  --theme, -t THEME   a built-in theme, a CSS file or a folder with a theme.css;
                      instead of the one the deck names
  --slides 3-7,12     these slides only, in everything but html
  --steps pages       a page for each step (default: last, a page a slide)
  --assets            html: write NAME/index.html with its files beside it
  --publish URL       html: the folder it will be in on the web; links to it get a picture
  --quality print     PDFs: pictures for paper (default), or screen for small files
  --no-notes          html: without the notes, for everyone to see
  --annotate          pdf: the notes as notes that readers show on a click
  --handout K=V,…     paper (A4, Letter), orientation (portrait, landscape),
                      slides (1, 2, 3, 4, 6), notes (beside, below, none), lines, sections
  --ink save          handout, notes: every slide in its light tone
  --large             notes: large letters
  --scale 1.5         pictures: px for each px of the slide
  --transparent       png, webp: slides without their ground

The run:
  --strict            run lectern check first, and write nothing where it finds something
  --fetch             load pictures of the web into .lectern/web, once; later builds need
                      no network
  --untrusted         for decks of others: no hidden files, no scripts, no links out of the
                      project (docs/building.md)
  --json              print a report as JSON
  --shard 2/5         build the second of five shares of the decks
  --costs REPORT      make shares by the times in an earlier report, not by size
  --browser PATH      the browser that prints (or LECTERN_BROWSER)
  --browser-url URL   a browser that runs elsewhere (ws://… or http://…)
  --timeout SECONDS   for one document (default: 60, and half a second a slide)
  --help, -h          show this

A file lectern.json in the working folder may hold options of a project, but no browser and
no place outside the project.
Exit code: 0 fine, 1 a deck has errors, 2 usage or environment error.
A deck with errors is written all the same: a placeholder names what is missing, and what
does not fit is scaled down. Only --strict, or a source that is no text, keeps it from being
written; existing files are kept then.
`;

export async function run(args: string[]): Promise<number> {
  const given = [...(await projectArguments()), ...args];
  const { values, positionals } = parseOptions(given, BUILD_OPTIONS, 'lectern build --help');
  if (values.help) {
    sayText(HELP.trimEnd());
    return FINE;
  }
  const all = await namedDecks(positionals);
  const shard = readShard(values.shard);
  const decks = shard ? inShard(all, shard, await costsOf(all, values.costs)) : all;
  const progress = progressLine(process.stderr, values.json ?? false);
  const epoch = sourceDateEpoch();
  const options: BuildOptions = {
    decks,
    ...(values.to !== undefined && { to: readFormats(values.to) }),
    ...(values['out-dir'] !== undefined && { outDir: values['out-dir'] }),
    ...(values.theme !== undefined && { theme: values.theme }),
    ...readOutputOptions(values),
    strict: values.strict ?? false,
    untrusted: values.untrusted ?? false,
    fetch: values.fetch ?? false,
    rules: await projectRules(),
    browser: browserPlaces({ path: values.browser, url: values['browser-url'] }),
    ...(epoch !== undefined && { epoch }),
    onProgress: progress.update,
  };
  const report = await build(options).finally(progress.clear);
  if (values.json) sayJson(jsonReport(report, shard && { ...shard, of: all.length }));
  else print(report);
  return exitCode(report);
}

function readFormats(list: string): Format[] {
  const formats = list.split(',').map((name) => name.trim());
  return formats.map((name) => {
    if (isFormat(name)) return name;
    const named = formatNamed(name.toLowerCase());
    const hint = named ? `; did you mean “${named}”?` : didYouMean(name, Object.keys(FORMATS));
    throw new LecternError('USAGE', `invalid value “${name}” for --to${hint}`, {
      advice: 'Write the outputs with commas between them, as in --to html,pdf.',
    });
  });
}

/** The output that the name of a file such as `talk.notes.pdf`, or a part of it, stands for. */
function formatNamed(name: string): Format | undefined {
  if (!name.includes('.') || isFormat(name)) return undefined;
  if (/(?:^|\.)notes\.(?:md|markdown|txt)$/.test(name)) return 'notes.md';
  return name.split('.').find(isFormat);
}

function print({ decks }: BuildReport): void {
  for (const { file, included, outputs, slides, failed, error } of decks) {
    const sources = [file, ...included].filter(({ messages }) => messages.length > 0);
    if (sources.length > 0) complainText(formatMessages([sources], process.stderr));
    if (error) reportError(error, file.path);
    if (failed.length > 0) complain`${file.path}: not made: ${failed.join(', ')}`;
    const shown = shownOutputs(outputs);
    if (shown.length > 0) say`${file.path} → ${shown.join(', ')} (${slides} ${slides === 1 ? 'slide' : 'slides'})`;
    else complain`${file.path}: nothing was written`;
  }
}

/** Paths as they are told: of a folder with many files its name, and how many. */
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
