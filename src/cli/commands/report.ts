import type { ParseArgsConfig } from 'node:util';
import { readPlainText } from '../../files/plain-file.ts';
import { LecternError, sentences } from '../../model/errors.ts';
import { matchingFiles } from '../decks.ts';
import { DECK_ERRORS, FINE, USAGE } from '../exit-codes.ts';
import { readReport, type JsonReport } from '../json-report.ts';
import { onceEach } from '../once-each.ts';
import { parseOptions } from '../parse-options.ts';
import { complain, say, sayJson, sayText } from '../terminal.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

const HELP = `Usage: lectern report REPORT.json … [--json]

Puts the reports of “lectern build --json” together, such as those of all shards, and says
what became of all decks. The exit code is that of one build of them all.

Options:
  --json              print the whole as one report
  --help, -h          show this`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'lectern report --help');
  if (values.help) {
    sayText(HELP);
    return FINE;
  }
  if (positionals.length === 0) {
    throw new LecternError('USAGE', 'no report was named', { advice: 'Name some: lectern report shard-*.json' });
  }
  const reports = await Promise.all(
    (await matchingFiles(positionals)).map(async (file) => readReport(await readText(file), file)),
  );
  refuseMissing(reports);
  const decks = reports.flatMap((report) => report.decks).toSorted((a, b) => (a.deck < b.deck ? -1 : 1));
  const whole: JsonReport = { ok: reports.every(({ ok }) => ok), decks };
  if (values.json) sayJson(JSON.stringify(whole, null, 2));
  else printReport(whole);
  if (whole.ok) return FINE;
  return decks.some(({ error }) => error) ? USAGE : DECK_ERRORS;
}

/** A job of CI that never wrote its report must not look like decks that are fine. */
function refuseMissing(reports: readonly JsonReport[]): void {
  const shards = reports.flatMap(({ shard }) => shard ?? []);
  const count = shards[0]?.count ?? 0;
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter(
    (at) => !shards.some(({ index }) => index === at),
  );
  if (missing.length === 0) return;
  throw new LecternError('USAGE', `of ${count} shards there is no report of ${missing.join(', ')}`, {
    advice: 'Look at what became of those builds, and name their reports as well.',
  });
}

function printReport({ decks }: JsonReport): void {
  for (const { deck, messages, error } of decks) {
    const placed = messages.map(({ file, rule, ...message }) => ({
      file: { path: file },
      message: { ...message, ruleId: rule ?? undefined, line: message.line ?? 1, column: message.column ?? 1 },
    }));
    for (const { file, message, more } of onceEach(placed)) {
      const { line, column, severity, reason } = message;
      complain`${file.path}:${line}:${column} ${severity} ${reason}${more}`;
    }
    if (error) complain`${deck}: ${sentences({ message: error.reason, advice: error.advice })}`;
  }
  const refused = decks.filter(({ outputs }) => outputs.length === 0);
  const faulty = decks.filter((deck) => !refused.includes(deck) && !isFine(deck));
  const slides = decks.reduce((sum, deck) => sum + deck.slides, 0);
  const written = decks.length - refused.length;
  const withErrors = faulty.length > 0 ? ` (${faulty.length} with errors)` : '';
  say`${decks.length} decks, ${slides} slides: ${written} written${withErrors}, ${refused.length} not`;
  for (const { deck } of faulty) say`  with errors: ${deck}`;
  for (const { deck } of refused) say`  not written: ${deck}`;
}

function isFine({ messages, error }: JsonReport['decks'][number]): boolean {
  return !error && messages.every(({ severity }) => severity !== 'error');
}

async function readText(file: string): Promise<string> {
  try {
    return await readPlainText(file);
  } catch (cause) {
    throw new LecternError('USAGE', `${file} cannot be read`, { advice: 'Name reports that exist.', cause });
  }
}
