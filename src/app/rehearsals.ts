import path from 'node:path';
import { startBrowserPool } from '../browser/browser-pool.ts';
import { usualPlaces, type BrowserPlaces } from '../browser/find-browser.ts';
import { durationFixes, type DurationFixes } from '../check/duration-fixes.ts';
import { writeFixed } from '../check/write-fixed.ts';
import type { PlannedSlide } from '../client/talk.ts';
import { readDeck } from '../files/read-deck.ts';
import { LecternError } from '../model/errors.ts';
import { isUnreadable } from '../model/messages.ts';
import { proposedDurations, type Rehearsal } from '../model/rehearsal.ts';
import { createResources } from '../pipeline/prepare-context.ts';
import { prepareDeck } from '../pipeline/prepare-deck.ts';
import { keptRehearsals } from '../present/kept-rehearsals.ts';
import { loadProject, overProject, type ProjectChoice } from '../project/load-project.ts';
import { talkPlan } from '../render/timing.ts';

export interface RehearsalsOptions extends ProjectChoice {
  /** Path of a Markdown file, relative to `cwd`. */
  deck: string;
  /** @default the process's */
  cwd?: string;
  browser?: BrowserPlaces;
  /** The deck comes from somebody else: it reads nothing hidden, and its HTML is `safe`. @default false */
  untrusted?: boolean;
}

/** Rehearsals of a deck, and the deck as it is now. */
export interface DeckRehearsals {
  plan: PlannedSlide[];
  /** Newest first. */
  kept: Rehearsal[];
  /** Returns what the times of a rehearsal change in the sources. */
  propose: (rehearsal: Rehearsal) => Promise<DurationFixes>;
}

/**
 * Reads the rehearsals of a deck.
 *
 * @throws LecternError where the deck cannot be read, or the call is wrong
 */
export async function readDeckRehearsals(call: RehearsalsOptions): Promise<DeckRehearsals> {
  const { cwd = process.cwd(), browser: places = usualPlaces() } = call;
  const project = await loadProject({ config: call.config, cwd, untrusted: call.untrusted });
  const { untrusted, rules, dialect } = overProject(
    { untrusted: call.untrusted, rules: undefined, dialect: undefined },
    project,
  );
  const cacheFolder = path.resolve(places.cacheFolder);
  const pool = startBrowserPool(places, { now: false });
  try {
    const [file, kept] = await Promise.all([
      readDeck(call.deck, cwd, { untrusted }),
      keptRehearsals(cacheFolder, path.resolve(cwd, call.deck)),
    ]);
    const { deck } = await prepareDeck(file, {
      options: { untrusted, rules, dialect, plugins: project.plugins },
      resources: createResources(pool, cacheFolder),
      purpose: { styleKinds: ['deck'] },
    });
    if (isUnreadable(file)) {
      throw new LecternError('USAGE', `${call.deck} cannot be read`, { advice: 'lectern check says why.' });
    }
    return {
      kept,
      plan: talkPlan(deck.slides, deck.meta),
      propose: (rehearsal) => durationFixes(deck.slides, proposedDurations(rehearsal)),
    };
  } finally {
    await pool.close();
  }
}

/**
 * Writes what was proposed into the sources.
 *
 * @returns how many durations are written now: none where somebody wrote the source meanwhile.
 * @throws LecternError `OUTPUT_UNWRITABLE`
 */
export async function writeProposed({ fixed }: DurationFixes): Promise<number> {
  const [count, error] = await writeFixed(fixed);
  if (error) throw error;
  return count;
}
