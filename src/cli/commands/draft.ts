import path from 'node:path';
import { draftTalk, type DraftedTalk } from '../../app/draft.ts';
import { LecternError } from '../../model/errors.ts';
import { shownDuration } from '../../model/duration.ts';
import { findTheme, noTheme } from '../../styles/find-theme.ts';
import { calledAs } from '../environment.ts';
import { FINE } from '../exit-codes.ts';
import { explainPlan } from '../explain-draft.ts';
import * as draftOptions from '../draft-options.ts';
import * as options from '../options.ts';
import { given, readCall, type Call } from '../read-call.ts';
import { runWriter } from '../run-writer.ts';
import { complain, say, sayPage, sayText } from '../terminal.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('draft', args);
  if (!call) return FINE;
  const { operands, get } = call;
  const [article, ...more] = operands;
  if (article === undefined || more.length > 0) {
    throw new LecternError('USAGE', article === undefined ? 'no article was named' : 'a draft needs one article', {
      advice: 'Write: lectern draft article.txt, or lectern draft - to read standard input.',
    });
  }
  const theme = get(options.draftTheme);
  if (theme !== undefined && !findTheme(theme, process.cwd())) throw noTheme(theme);
  const drafted = await draftTalk({ ...(await inputOf(article)), ...settingsOf(call), cwd: process.cwd() });
  report(drafted, call);
  return FINE;
}

/** `-` is standard input. */
async function inputOf(article: string): Promise<{ article?: string; bytes?: Uint8Array }> {
  if (article !== '-') return { article };
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return { bytes: Buffer.concat(parts) };
}

function settingsOf({ get }: Call): Omit<Parameters<typeof draftTalk>[0], 'cwd'> {
  return {
    ...given('out', get(draftOptions.deckFile)),
    ...given('force', get(draftOptions.force)),
    ...given('title', get(draftOptions.articleTitle)),
    ...given('author', get(draftOptions.articleAuthor)),
    ...given('theme', get(options.draftTheme)),
    ...given('lang', get(draftOptions.articleLang)),
    ...given('write', writerOf(get(draftOptions.writer))),
    ...given('duration', get(draftOptions.talkDuration)),
  };
}

function writerOf(command: string | undefined): ((plan: string) => Promise<string>) | undefined {
  return command === undefined ? undefined : (plan) => runWriter(command, plan);
}

/** A deck that was not written goes to standard output alone, so that a pipe gets nothing else. */
function report(drafted: DraftedTalk, { get }: Call): void {
  const { file, deck, spoken, total, refused } = drafted;
  for (const { slot, words, reason } of refused)
    complain`Refused words for ${slot}${words === '' ? '' : ` (“${words}”)`}: ${reason}; the draft keeps its own.`;
  tellOfImages(drafted);
  if (file === undefined) {
    sayPage(deck.trimEnd());
    return;
  }
  if (get(draftOptions.explain)) sayText(`${explainPlan(drafted)}\n`);
  say`${file}`;
  if (spoken > total) {
    complain`The notes take about ${shownDuration(Math.round(spoken / 60) * 60)} to say: cut them, or plan more than ${shownDuration(total)}.`;
  }
  sayText('\nNext:');
  say`  ${calledAs()} present ${path.relative('', path.resolve(file)) || file}`;
}

/** Images that a message names; comments in the deck name all. */
const MOST_IMAGES = 5;

function tellOfImages({ plan }: DraftedTalk): void {
  const images = plan.article.leftOut;
  const [first] = images;
  if (!first) return;
  const named = images.slice(0, MOST_IMAGES).map(({ alt, url, line }) => {
    const address = url.length > 80 ? `${url.slice(0, 79)}…` : url;
    return `line ${line}, ${alt === '' ? address : `“${alt}” (${address})`}`;
  });
  const more =
    images.length > MOST_IMAGES ? `; and ${images.length - MOST_IMAGES} more, which comments in the deck name` : '';
  complain`Left out ${images.length} ${images.length === 1 ? 'image' : 'images'} of a website: ${named.join('; ')}${more}. Save what you need next to the deck, and write ![What it shows](file.png) on a slide.`;
}
