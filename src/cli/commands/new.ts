import path from 'node:path';
import { newTalk } from '../../app/new-talk.ts';
import { STARTER_NAMES } from '../../app/starters.ts';
import { LecternError } from '../../model/errors.ts';
import { findTheme, noTheme } from '../../styles/find-theme.ts';
import { askNew, type KnownAnswers, type NewTalkAnswers } from '../ask-new.ts';
import { calledAs } from '../environment.ts';
import { FINE, USAGE } from '../exit-codes.ts';
import * as options from '../options.ts';
import { readCall } from '../read-call.ts';
import { complain, say, sayText } from '../terminal.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('new', args);
  if (!call) return FINE;
  const { operands, get } = call;
  const [folder, ...more] = operands;
  if (more.length > 0) {
    throw new LecternError('USAGE', 'a new talk needs one folder', { advice: 'Write: lectern new my-talk' });
  }
  const theme = get(options.starterTheme);
  if (theme !== undefined && !findTheme(theme, process.cwd())) throw noTheme(theme);
  const known = {
    folder,
    starter: get(options.starter),
    title: get(options.title),
    author: get(options.author),
    theme,
  };
  const answers = await complete(known);
  if (!answers) {
    complain`Cancelled; nothing was written.`;
    return USAGE;
  }
  const made = await newTalk({ ...answers, cwd: process.cwd(), date: new Date().toISOString().slice(0, 10) });
  const shown = path.relative('', made.folder) || '.';
  const [deck = ''] = made.files;
  for (const name of made.files) say`${path.join(shown, name)}`;
  sayText('\nNext:');
  if (shown !== '.') say`  cd ${shown}`;
  say`  ${calledAs()} present ${deck}`;
  return FINE;
}

/** Asks where someone is there to answer; elsewhere the call says enough, or is refused. */
async function complete(known: KnownAnswers): Promise<NewTalkAnswers | undefined> {
  const { folder, starter } = known;
  const asks = process.stdin.isTTY && process.stdout.isTTY;
  if (asks && (folder === undefined || starter === undefined)) {
    return askNew(known, { input: process.stdin, output: process.stdout });
  }
  if (folder === undefined) {
    throw new LecternError('USAGE', 'no folder was named', {
      advice: `Write: lectern new my-talk --starter ${STARTER_NAMES.join('|')}`,
    });
  }
  return { title: undefined, author: undefined, theme: undefined, ...known, folder, starter: starter ?? 'talk' };
}
