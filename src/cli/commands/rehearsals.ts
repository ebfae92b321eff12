import { createInterface } from 'node:readline/promises';
import { readDeckRehearsals, writeProposed, type DeckRehearsals } from '../../app/rehearsals.ts';
import type { DurationFixes } from '../../check/duration-fixes.ts';
import { writtenDuration } from '../../model/duration.ts';
import { LecternError } from '../../model/errors.ts';
import { sectionTimes, totalOf, type Rehearsal } from '../../model/rehearsal.ts';
import { onlyDeck } from '../decks.ts';
import { FINE } from '../exit-codes.ts';
import { formatRehearsals, shownDate } from '../format-rehearsals.ts';
import * as options from '../options.ts';
import { browserOf, configOf, given, readCall } from '../read-call.ts';
import { say, sayJson, sayText } from '../terminal.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('rehearsals', args);
  if (!call) return FINE;
  const { operands, get } = call;
  const deck = await onlyDeck(operands, 'rehearsals');
  const untrusted = given('untrusted', get(options.untrusted));
  const found = await readDeckRehearsals({ deck, browser: browserOf(call), ...configOf(call), ...untrusted });
  const { kept, plan } = found;
  if (get(options.write)) {
    await writeDurations(deck, found, { run: get(options.rehearsalRun), sure: get(options.yes) ?? false });
  } else if (get(options.json)) sayJson(JSON.stringify(jsonReport(deck, found), null, 2));
  else if (kept.length === 0) say`${deck}: no rehearsals yet; lectern present ${deck} --rehearse records one`;
  else {
    say`${deck}: ${kept.length} ${kept.length === 1 ? 'rehearsal' : 'rehearsals, newest first'}\n`;
    sayText(formatRehearsals(plan, kept, get(options.bySlides) ? 'slides' : 'sections'));
  }
  return FINE;
}

interface Choice {
  run: number | undefined;
  /** Write without asking. */
  sure: boolean;
}

async function writeDurations(deck: string, found: DeckRehearsals, { run, sure }: Choice): Promise<void> {
  const rehearsal = chosen(deck, found.kept, run);
  const proposal = await found.propose(rehearsal);
  const { changed, left } = proposal;
  for (const { slide, seconds } of changed) {
    const before = slide.settings.duration === undefined ? '' : `${writtenDuration(slide.settings.duration)} → `;
    say`${slide.file.path}:${slide.position?.start.line ?? 1} ${before}${writtenDuration(seconds)} ${slide.title || slide.id}`;
  }
  for (const { title, id } of left) say`${deck}: “${title || id}” has no place for a duration`;
  if (changed.length === 0) say`No duration differs from the rehearsal of ${shownDate(rehearsal.started)}.`;
  else if (sure || (await agrees(proposal))) {
    const written = await writeProposed(proposal);
    if (written === changed.length) say`Durations written: ${written}.`;
    else say`Durations written: ${written} of ${changed.length}; a source was changed meanwhile.`;
  } else say`Nothing was written.`;
}

/** @returns the rehearsal that the call names, otherwise the newest complete one. */
function chosen(deck: string, kept: readonly Rehearsal[], run: number | undefined): Rehearsal {
  const rehearsal = run === undefined ? (kept.find(({ whole }) => whole) ?? kept[0]) : kept[run - 1];
  if (rehearsal) return rehearsal;
  if (run === undefined || kept.length === 0) {
    throw new LecternError('USAGE', `${deck} has no rehearsals yet`, {
      advice: `Record one: lectern present ${deck} --rehearse`,
    });
  }
  throw new LecternError('USAGE', `${deck} has ${kept.length} rehearsals, not ${run}`, {
    advice: 'The newest is 1; without --run, the newest complete rehearsal is used.',
  });
}

async function agrees({ changed }: DurationFixes): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new LecternError('USAGE', 'cannot ask whether to write: this is not a terminal', {
      advice: 'Add --yes to write without being asked.',
    });
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(`Write ${changed.length} durations into the source? [y/N] `);
  asking.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

function jsonReport(deck: string, { kept, plan }: DeckRehearsals): object {
  return {
    deck,
    plan: plan.map(({ id, title, section, length }) => ({ id, title, section, seconds: length })),
    rehearsals: kept.map((rehearsal) => ({
      started: new Date(rehearsal.started).toISOString(),
      whole: rehearsal.whole,
      seconds: totalOf(rehearsal),
      sections: sectionTimes(plan, rehearsal).map(({ title, planned, actual = null }) => ({ title, planned, actual })),
      slides: rehearsal.times.map(([id, steps]) => ({ id, steps })),
    })),
  };
}
