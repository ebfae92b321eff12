import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { build, type BuildOptions, type BuildReport } from '../../build.ts';
import { FORMATS, isFormat, type Format } from '../../export/formats.ts';
import { LecternError } from '../../model/errors.ts';
import { suggestion } from '../../model/nearest.ts';
import { browserPlaces, sourceDateEpoch } from '../environment.ts';
import { DECK_ERRORS, FINE, USAGE } from '../exit-codes.ts';
import { jsonReport } from '../json-report.ts';
import { parseOptions } from '../parse-options.ts';
import { progressLine } from '../progress-line.ts';

const OPTIONS = {
  to: { type: 'string' },
  'out-dir': { type: 'string', short: 'o' },
  theme: { type: 'string', short: 't' },
  assets: { type: 'boolean' },
  steps: { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  browser: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

const HELP = `Usage: lectern build [deck.md …] [options]

Builds each deck into dist/NAME.html, one file that needs no network, and dist/NAME.pdf.
Without decks it builds every *.md in slides/.

Options:
  --to html,pdf       which outputs to make (default: both)
  --out-dir, -o DIR   where to put them (default: dist)
  --theme, -t THEME   a built-in theme, a CSS file or a folder with a theme.css;
                      instead of the one the deck names
  --steps pages       a page of the PDF for each step (default: last, one page a slide)
  --assets            write NAME/index.html with its files beside it
  --strict            warnings are errors
  --json              print a report as JSON
  --browser PATH      the browser that prints (or LECTERN_BROWSER)
  --help, -h          show this

Exit code: 0 fine, 1 a deck has errors, 2 the call or the environment is wrong.
What has errors is not written; what was there before stays.
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'lectern build --help');
  if (values.help) {
    console.log(HELP.trimEnd());
    return FINE;
  }
  const decks = positionals.length > 0 ? positionals : await decksInSlidesFolder();
  const progress = progressLine(process.stderr, values.json ?? false);
  const epoch = sourceDateEpoch();
  const options: BuildOptions = {
    decks,
    ...(values.to !== undefined && { to: readFormats(values.to) }),
    ...(values['out-dir'] !== undefined && { outDir: values['out-dir'] }),
    ...(values.theme !== undefined && { theme: values.theme }),
    assets: values.assets ?? false,
    strict: values.strict ?? false,
    stepPages: readSteps(values.steps),
    browser: browserPlaces(values.browser),
    ...(epoch !== undefined && { epoch }),
    onProgress: progress.update,
  };
  const report = await build(options).finally(progress.clear);
  if (values.json) console.log(jsonReport(report));
  else await print(report);
  return exitCode(report);
}

function readFormats(list: string): Format[] {
  const formats = list.split(',').map((name) => name.trim());
  return formats.map((name) => {
    if (isFormat(name)) return name;
    throw new LecternError('USAGE', `--to does not know “${name}”${suggestion(name, Object.keys(FORMATS))}`, {
      advice: 'Write the outputs with commas between them, as in --to html,pdf.',
    });
  });
}

function readSteps(value = 'last'): boolean {
  if (value === 'pages' || value === 'last') return value === 'pages';
  throw new LecternError('USAGE', `--steps does not know “${value}”${suggestion(value, ['pages', 'last'])}`, {
    advice: 'Write --steps pages for a page a step, or --steps last for the last one alone.',
  });
}

async function decksInSlidesFolder(): Promise<string[]> {
  const names = await readdir('slides').catch(() => []);
  const decks = names.filter((name) => name.endsWith('.md')).toSorted();
  if (decks.length > 0) return decks.map((name) => path.join('slides', name));
  throw new LecternError('USAGE', 'no deck was named and slides/ has none', {
    advice: 'Name one: lectern build talk.md',
  });
}

async function print({ decks }: BuildReport): Promise<void> {
  for (const { file, included, outputs, slides, error } of decks) {
    const sources = [file, ...included].filter(({ messages }) => messages.length > 0);
    if (sources.length > 0) console.error((await import('vfile-reporter')).reporter(sources));
    if (error) console.error(`lectern: ${error.message}. ${error.advice}`);
    const shown = outputs.map((output) => path.relative('', output)).filter((output) => /\.(?:html|pdf)$/.test(output));
    if (shown.length > 0)
      console.log(`${file.path} → ${shown.join(', ')} (${slides} ${slides === 1 ? 'slide' : 'slides'})`);
    else console.error(`${file.path}: nothing was written`);
  }
}

function exitCode({ decks, ok }: BuildReport): number {
  if (ok) return FINE;
  return decks.some(({ error }) => error) ? USAGE : DECK_ERRORS;
}
