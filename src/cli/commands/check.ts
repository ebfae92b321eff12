import path from 'node:path';
import { check, type CheckedDeck, type CheckReport } from '../../app/check.ts';
import { writeFiles } from '../../files/write-files.ts';
import { LecternError } from '../../model/errors.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { CHECK_FORMATS, isCheckFormat, type CheckFormat } from '../check-formats.ts';
import { namedDecks } from '../decks.ts';
import { browserPlaces } from '../environment.ts';
import { DECK_ERRORS, FINE, USAGE } from '../exit-codes.ts';
import { readTimeout } from '../output-options.ts';
import { parseOptions } from '../parse-options.ts';
import { projectArguments, projectRules } from '../project-options.ts';
import { complainText, sayCommands, sayJson, sayText } from '../terminal.ts';
import { reportError } from '../report-error.ts';

const OPTIONS = {
  theme: { type: 'string', short: 't' },
  format: { type: 'string' },
  json: { type: 'boolean' },
  html: { type: 'string' },
  fix: { type: 'boolean' },
  online: { type: 'boolean' },
  timeout: { type: 'string' },
  untrusted: { type: 'boolean' },
  fetch: { type: 'boolean' },
  browser: { type: 'string' },
  'browser-url': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const HELP = `Usage: lectern check [deck.md …] [options]

Looks at every slide and step in a browser, and says what would fail in front of an audience:
text past an edge, grey on grey, blurred pictures, dead links, a talk that is too long.
Without decks it checks every *.md in slides/.

  --fix               apply safe fixes to the sources
  --online            ask the web for every link, too
  --theme, -t THEME   instead of the one the deck names
  --format FORMAT     text (default), json, sarif, or github for annotations
  --json              the same as --format json
  --html FILE         write a page with pictures of the faulty slides
  --fetch             load pictures of the web into .lectern/web, once
  --untrusted         for decks of others: no hidden files, no scripts (see lectern build)
  --browser PATH      the browser that looks (or LECTERN_BROWSER)
  --browser-url URL   a browser that runs elsewhere (ws://… or http://…)
  --timeout SECONDS   for one deck (default: 60, and half a second a slide)
  --help, -h          show this

Rules are turned off or changed in the front matter (check: {notes-missing: off}), on a slide
({check-off=overflow}) or in lectern.json; docs/checks.md has them all.
Exit code: 0 nothing worse than information, 1 warnings or errors, 2 the call or the environment is wrong.
`;

export async function run(args: string[]): Promise<number> {
  const given = [...(await projectArguments(['theme', 'timeout', 'untrusted', 'fetch'])), ...args];
  const { values, positionals } = parseOptions(given, OPTIONS, 'lectern check --help');
  if (values.help) {
    sayText(HELP.trimEnd());
    return FINE;
  }
  const format = values.json ? 'json' : (values.format ?? 'text');
  if (!isCheckFormat(format)) {
    throw new LecternError(
      'USAGE',
      `invalid value “${format}” for --format${didYouMean(format, Object.keys(CHECK_FORMATS))}`,
      {
        advice: 'Write one of them, as in --format sarif.',
      },
    );
  }
  const page = values.html === undefined ? undefined : pageFile(values.html);
  const timeout = readTimeout(values.timeout);
  const report = await check({
    decks: await namedDecks(positionals),
    ...(values.theme !== undefined && { theme: values.theme }),
    ...(timeout !== undefined && { timeout }),
    ...(values.online && { ask: (await import('../check-link.ts')).checkLink }),
    browser: browserPlaces({ path: values.browser, url: values['browser-url'] }),
    settings: await projectRules(),
    fix: values.fix ?? false,
    untrusted: values.untrusted ?? false,
    fetch: values.fetch ?? false,
    pictures: page !== undefined,
  });
  if (page !== undefined) {
    const { checkPage } = await import('../check-page.ts');
    await writeFiles([{ path: page, bytes: checkPage(report) }], 'Choose another place with --html.');
  }
  const text = (await CHECK_FORMATS[format]())(report);
  if (text) writerOf(format, report)(text);
  for (const { error, file } of report.decks) if (error && format !== 'json') reportError(error, file.path);
  return exitCode(report);
}

/** A page never takes the place of a deck whose name was given by mistake. */
function pageFile(given: string): string {
  if (/\.html?$/i.test(given)) return path.resolve(given);
  throw new LecternError('USAGE', `--html is “${given}”, expected the name of a page`, {
    advice: 'Write it as in --html report.html.',
  });
}

function writerOf(format: CheckFormat, { ok }: CheckReport): (text: string) => void {
  if (format === 'github') return sayCommands;
  if (format !== 'text') return sayJson;
  return ok ? sayText : complainText;
}

function exitCode({ decks, ok }: CheckReport): number {
  if (ok) return FINE;
  return decks.some(({ error }: CheckedDeck) => error) ? USAGE : DECK_ERRORS;
}
