import path from 'node:path';
import { check, type CheckedDeck, type CheckReport } from '../../app/check.ts';
import { timeout } from '../../export/output-options.ts';
import { writeFiles } from '../../files/write-files.ts';
import { CHECK_FORMATS, type CheckFormat } from '../check-formats.ts';
import { namedDecks } from '../decks.ts';
import { DECK_ERRORS, FINE, USAGE } from '../exit-codes.ts';
import * as options from '../options.ts';
import { browserOf, configOf, given, readCall } from '../read-call.ts';
import { deckErrorReporter } from '../report-error.ts';
import { decksOf } from '../shard.ts';
import { complainText, sayCommands, sayJson, sayText } from '../terminal.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('check', args);
  if (!call) return FINE;
  const { operands, get } = call;
  const format = get(options.jsonFormat) ? 'json' : (get(options.format) ?? 'text');
  const page = get(options.page);
  const report = await check({
    decks: await decksOf(await namedDecks(operands, 'check'), get(options.shard), get(options.costs)),
    ...given('theme', get(options.theme)),
    ...given('size', get(options.size)),
    ...given('brand', get(options.brand)),
    ...given('dialect', get(options.from)),
    ...given('timeout', get(timeout)),
    ...(get(options.online) && { ask: (await import('../check-link.ts')).checkLink }),
    ...configOf(call),
    browser: browserOf(call),
    fix: get(options.fix) ?? false,
    ...given('untrusted', get(options.untrusted)),
    ...given('fetch', get(options.fetch)),
    pictures: page !== undefined,
  });
  for (const notice of report.notices) complainText(notice);
  if (page !== undefined) {
    const { checkPage } = await import('../check-page.ts');
    await writeFiles(
      [{ path: path.resolve(page), bytes: await checkPage(report) }],
      'Choose another file or folder with --html.',
    );
  }
  const text = (await CHECK_FORMATS[format]())(report);
  if (text) writerOf(format, report)(text);
  const reportDeckError = deckErrorReporter();
  for (const { error, file } of report.decks) if (error && format !== 'json') reportDeckError(error, file.path);
  return exitCode(report);
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
