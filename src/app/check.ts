import os from 'node:os';
import pMap from 'p-map';
import { VFile } from 'vfile';
import { usualPlaces, type BrowserPlaces } from '../browser/find-browser.ts';
import { startBrowserPool } from '../browser/browser-pool.ts';
import { applyFixes } from '../check/certain-fixes.ts';
import { writeFixed } from '../check/write-fixed.ts';
import type { SlidePicture } from '../check/screenshot-slides.ts';
import type { Finding } from '../check/rule.ts';
import { readingFindings, reportFindings } from '../check/report-findings.ts';
import { checkPrepared } from '../pipeline/check-prepared.ts';
import { fetchRules } from '../pipeline/fetch-rules.ts';
import type { FetchRules } from '../files/fetch-picture.ts';
import { readDeck } from '../files/read-deck.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Size, Slide } from '../model/deck.ts';
import { errorOf, type LecternError } from '../model/errors.ts';
import { reportAs, sortMessages } from '../model/messages.ts';
import type { ProjectRule } from '../model/project-parts.ts';
import { loadProject, overProject, type ProjectChoice } from '../project/load-project.ts';
import { createResources, type PrepareContext } from '../pipeline/prepare-context.ts';
import { prepareDeck } from '../pipeline/prepare-deck.ts';

export interface CheckOptions extends ProjectChoice {
  /** Paths of Markdown files, relative to `cwd`. */
  decks: string[];
  /** Theme instead of the one each deck names. */
  theme?: string;
  /** Size of the slides in px, instead of the one each deck has. */
  size?: Size;
  /** Brand file for decks without one, relative to `cwd`. @default `_brand.yml` next to the deck, or in the root of the project */
  brand?: string;
  /** The dialect of decks without a `dialect`, such as `marp` or `lectern`. @default found by its syntax */
  dialect?: string;
  /**
   * Fetch images of the web into the project, once.
   * @default false, so that no request is made
   */
  fetch?: boolean | FetchRules;
  /** @default the process's */
  cwd?: string;
  browser?: BrowserPlaces;
  /** Seconds that the browser may take for a deck. */
  timeout?: number;
  /** Settings of rules, over those of the project. @default none */
  settings?: CheckSettings;
  /** Requests an address on the web, and returns what is wrong with it. @default links to the web are not followed */
  ask?: (address: string) => Promise<string | undefined>;
  /** Apply safe fixes to the sources. @default false */
  fix?: boolean;
  /** Take images of slides with problems. @default false */
  pictures?: boolean;
  /** The decks come from somebody else: they read nothing hidden, and their HTML is `safe`. @default false */
  untrusted?: boolean;
}

/** A deck that was checked. */
export interface CheckedDeck {
  /** Its source and what belongs to it, with all messages. */
  file: VFile;
  included: VFile[];
  slides: number;
  /** The slides themselves, in the deck's order. */
  order: readonly Slide[];
  size: Size;
  /** Problems on slides: messages of the compiler and findings of the rules. */
  findings: Finding[];
  /** Number of problems fixed. */
  fixed: number;
  /** Of slides with problems, by their index. */
  pictures: SlidePicture[];
  error: LecternError | undefined;
  seconds: number;
}

export interface CheckReport {
  decks: CheckedDeck[];
  /** Whether there are no errors or warnings. */
  ok: boolean;
  /** Parts of the project that are not used, in sentences. */
  notices: readonly string[];
  /** Rules of the project. */
  rules: readonly Pick<ProjectRule, 'id' | 'about'>[];
}

interface CheckContext extends PrepareContext {
  call: CheckOptions;
  cwd: string;
}

/** Most rounds of fixes: a fix may reveal another problem, but after this many, fixes undo each other. */
const ROUNDS = 5;

/**
 * Checks decks in a browser.
 *
 * @throws LecternError where the call is wrong
 */
export async function check(call: CheckOptions): Promise<CheckReport> {
  const { cwd = process.cwd() } = call;
  const project = await loadProject({ config: call.config, cwd, untrusted: call.untrusted });
  const options = overProject({ ...call, rules: call.settings }, project);
  const places = options.browser ?? usualPlaces();
  const fetch = fetchRules(options);
  const pool = startBrowserPool(places, { now: true });
  const { theme, size, brand, dialect, untrusted, rules, timeout } = options;
  const context: CheckContext = {
    call: options,
    cwd,
    options: { theme, size, brand, dialect, untrusted, rules, plugins: project.plugins, timeout, fetch },
    resources: createResources(pool, places.cacheFolder),
    purpose: { styleKinds: ['print'] },
  };
  try {
    const decks = await pMap(options.decks, (deck) => checkAndFix(deck, context), {
      concurrency: Math.min(os.availableParallelism(), 4),
    });
    return { decks, ok: decks.every(isFine), notices: project.notices, rules: project.plugins.rules };
  } finally {
    await pool.close();
  }
}

function isFine({ file, included, error }: CheckedDeck): boolean {
  return (
    !error && [file, ...included].every(({ messages }) => messages.every(({ fatal }) => typeof fatal !== 'boolean'))
  );
}

async function checkAndFix(name: string, context: CheckContext): Promise<CheckedDeck> {
  let fixed = 0;
  for (let round = 0; ; round += 1) {
    const checked = await checkDeck(name, context);
    const changed =
      context.call.fix && round < ROUNDS ? await applyFixes(checked.findings, [checked.file, ...checked.included]) : [];
    if (changed.length === 0) {
      if (context.call.fix && checked.file.data.written) reportUnfixed(checked.file);
      return { ...checked, fixed };
    }
    const [count, error] = await writeFixed(changed);
    fixed += count;
    if (count === 0) return { ...checked, fixed, error: error ?? checked.error };
  }
}

function reportUnfixed(file: VFile): void {
  const reason = 'Fixes are not written into a deck of another tool; convert it with “lectern convert” first';
  reportAs('info', file, reason, { place: undefined, ruleId: 'dialect' });
}

async function checkDeck(name: string, context: CheckContext): Promise<CheckedDeck> {
  const started = performance.now();
  const { cwd, call, options, resources } = context;
  const checked: CheckedDeck = {
    file: new VFile({ path: name, cwd }),
    included: [],
    slides: 0,
    order: [],
    size: { width: 0, height: 0 },
    findings: [],
    fixed: 0,
    pictures: [],
    error: undefined,
    seconds: 0,
  };
  try {
    const file = await readDeck(name, cwd, options);
    checked.file = file;
    const prepared = await prepareDeck(file, context);
    const { deck, deckStyles, sources } = prepared;
    Object.assign(checked, { slides: deck.slides.length, order: deck.slides, size: deck.meta.size });
    checked.included = sources.slice(1);
    if (prepared.paginateError) throw prepared.paginateError;
    if (deckStyles) {
      const known = readingFindings(sources, deck);
      const { ask, pictures } = call;
      const job = { pool: resources.pool, ask, timeout: options.timeout, known, pictures };
      const found = await checkPrepared({ ...prepared, deckStyles }, job);
      Object.assign(checked, { pictures: found.pictures, findings: [...known, ...found.findings] });
      reportFindings(found.findings, deck);
    }
  } catch (error) {
    checked.error = errorOf(error);
  }
  for (const source of [checked.file, ...checked.included]) sortMessages(source);
  checked.seconds = (performance.now() - started) / 1000;
  return checked;
}
