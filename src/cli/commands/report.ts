import path from 'node:path';
import { readPlainText } from '../../files/plain-file.ts';
import { writeFiles } from '../../files/write-files.ts';
import { LecternError, sentences } from '../../model/errors.ts';
import { matchingFiles } from '../decks.ts';
import { DECK_ERRORS, FINE, USAGE } from '../exit-codes.ts';
import { readReport, type JsonReport } from '../json-report.ts';
import { onceEach } from '../once-each.ts';
import * as options from '../options.ts';
import { readCall } from '../read-call.ts';
import { complain, say, sayJson, sayText } from '../terminal.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('report', args);
  if (!call) return FINE;
  const { operands, get } = call;
  if (operands.length === 0) {
    throw new LecternError('USAGE', 'no report was named', { advice: 'Name some: lectern report shard-*.json' });
  }
  const reports = await Promise.all(
    (await matchingFiles(operands)).map(async (file) => readReport(await readText(file), file)),
  );
  refuseMissing(reports);
  const decks = reports.flatMap((report) => report.decks).toSorted((a, b) => (a.deck < b.deck ? -1 : 1));
  const whole: JsonReport = { ok: reports.every(({ ok }) => ok), decks };
  const page = get(options.indexPage);
  if (page !== undefined) {
    const { reportPage } = await import('../report-page.ts');
    await writeFiles(
      [{ path: path.resolve(page), bytes: reportPage(whole, page) }],
      'Choose another place with --html.',
    );
  }
  if (get(options.json)) sayJson(JSON.stringify(whole, null, 2));
  else if (get(options.markdown)) sayText((await import('../report-markdown.ts')).reportMarkdown(whole));
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
  throw new LecternError('USAGE', `of ${count} shards, reports are missing: ${missing.join(', ')}`, {
    advice: 'Check those builds, and name their reports as well.',
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
