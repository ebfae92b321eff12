import path from 'node:path';
import { convertDeck, type ConvertedDeck } from '../../app/convert.ts';
import { writeFiles } from '../../files/write-files.ts';
import { LecternError } from '../../model/errors.ts';
import { comparison, convertedFile, force } from '../convert-options.ts';
import { onlyDeck } from '../decks.ts';
import { FINE } from '../exit-codes.ts';
import * as options from '../options.ts';
import { browserOf, configOf, given, readCall, type Call } from '../read-call.ts';
import { complain, say, sayJson, sayPage, sayText } from '../terminal.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('convert', args);
  if (!call) return FINE;
  const { operands, get } = call;
  if (get(comparison) && get(convertedFile) === '-') {
    throw new LecternError('USAGE', '--check needs a file to write', { advice: 'Leave out --out -, or name a file.' });
  }
  const converted = await convertDeck({
    deck: await onlyDeck(operands, 'convert'),
    ...given('out', get(convertedFile)),
    ...given('dialect', get(options.from)),
    ...given('force', get(force)),
    ...given('untrusted', get(options.untrusted)),
    ...configOf(call),
  });
  const page = get(comparison) ? await writePage(converted, call) : undefined;
  if (get(options.json)) sayJson(jsonReport(converted));
  else report(converted, page, get(convertedFile) === '-');
  return FINE;
}

function report({ deck, file, tool, after, parts }: ConvertedDeck, page: string | undefined, isPrinted: boolean): void {
  for (const { fate, what, advice, line, column } of parts)
    complain`${deck}:${line}:${column} ${fate} ${what.replaceAll('\n', ' ')}: ${advice}`;
  const count = (fate: string): number => parts.filter((part) => part.fate === fate).length;
  if (parts.length > 0) complain`\n${count('kept')} kept, ${count('changed')} changed, ${count('lost')} lost`;
  if (isPrinted) {
    sayPage(after.trimEnd());
    return;
  }
  if (file === undefined || tool === undefined) {
    say`${deck} is a Lectern deck: nothing to convert`;
    return;
  }
  say`${file}: the deck of ${tool} in Lectern’s language`;
  if (page !== undefined) say`${page}: each slide before and after`;
  sayText('\nNext:');
  say`  lectern present ${path.relative('', path.resolve(file)) || file}`;
}

function jsonReport({ deck, file, tool, parts }: ConvertedDeck): string {
  return JSON.stringify({ deck, file: file ?? null, tool: tool ?? null, parts }, null, 2);
}

/** Writes the page that compares both decks, with images of the slides as they are now. */
async function writePage(converted: ConvertedDeck, call: Call): Promise<string | undefined> {
  const { file } = converted;
  if (file === undefined) return undefined;
  const [{ comparisonPage }, { slideImages }] = await Promise.all([
    import('../comparison-page.ts'),
    import('../../app/slide-images.ts'),
  ]);
  const images = await slideImages(file, converted.after, { browser: browserOf(call), ...configOf(call) });
  const page = file.replace(/(?:\.\w{1,20})?$/, '.html');
  await writeFiles(
    [{ path: path.resolve(page), bytes: comparisonPage(converted, images) }],
    'Choose another place with --out.',
  );
  return page;
}
