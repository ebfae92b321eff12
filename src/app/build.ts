import os from 'node:os';
import path from 'node:path';
import pMap from 'p-map';
import { buildDeck, isFine, type DeckReport, type BuildContext } from './build-deck.ts';
import { usualPlaces, type BrowserPlaces } from '../browser/find-browser.ts';
import { startBrowserPool, type BrowserPool } from '../browser/browser-pool.ts';
import { endAfter } from '../browser/end-after.ts';
import { findOutputs } from '../export/formats.ts';
import type { Output } from '../export/output.ts';
import { resolveOptions, type OutputOptions } from '../export/output-options.ts';
import { createResources } from '../pipeline/prepare-context.ts';
import type { GivenOptions } from '../project/output-options.ts';
import { fetchRules } from '../pipeline/fetch-rules.ts';
import type { FetchRules } from '../files/fetch-picture.ts';
import { readPageParts } from '../files/page-parts.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Size } from '../model/deck.ts';
import { LecternError } from '../model/errors.ts';
import { loadProject, overProject, type Project, type ProjectChoice } from '../project/load-project.ts';

export type { DeckReport } from './build-deck.ts';

export interface BuildOptions extends OutputOptions, ProjectChoice {
  /** Options of the project's outputs by the outputs' names, as in `{ outline: { depth: 2 } }`. */
  outputOptions?: GivenOptions;
  /** Paths of Markdown files, relative to `cwd`. */
  decks: string[];
  /** Names of outputs, as `--to` has them. @default ['html', 'pdf'] */
  to?: string[];
  /** Folder for the outputs, relative to `cwd`. @default 'dist' */
  outDir?: string;
  /** Theme instead of the one each deck names; paths are relative to `cwd`. */
  theme?: string;
  /** Size of the slides in px, instead of the one each deck has. */
  size?: Size;
  /** Brand file for decks without one, relative to `cwd`. @default `_brand.yml` next to the deck, or in the root of the project */
  brand?: string;
  /** The dialect of decks without a `dialect`, such as `marp` or `lectern`. @default found by its syntax */
  dialect?: string;
  /** Check every deck, and write nothing of those that have errors or warnings. @default false */
  strict?: boolean;
  /** The decks come from somebody else: they read nothing hidden, and their HTML is `safe`. @default false */
  untrusted?: boolean;
  /**
   * Fetch images of the web into the project, once.
   * @default false, so that no request is made
   */
  fetch?: boolean | FetchRules;
  /** @default the process's */
  cwd?: string;
  /**
   * Folders and programs to search for browsers. @default the user's cache, the home folder and the system's programs
   */
  browser?: BrowserPlaces;
  /** Settings of rules, over those of the project. @default none */
  rules?: CheckSettings;
  /** Seconds since 1970 for dates inside files. @default the front matter's date if it is YYYY-MM-DD, else none */
  epoch?: number;
  onProgress?: (event: BuildProgress) => void;
}

export interface BuildProgress {
  /** The deck, as it was named. */
  deck: string;
  /** The current step of the deck: `compile`, the name of an output, `done` at the end. */
  step: string;
  /** Number of decks that are finished. */
  finished: number;
  total: number;
}

export interface BuildReport {
  /** In the order of the call. */
  decks: DeckReport[];
  ok: boolean;
  /** Parts of the project that are not used, in sentences. */
  notices: readonly string[];
}

/** Decks at a time: each keeps a page of the browser, and its images in memory. */
const MOST_AT_ONCE = 4;

/**
 * Builds decks: reads, compiles, renders, exports and writes each, and reports the results. A deck with errors is still
 * written, with placeholders for missing content, unless its source cannot be read. No deck keeps others from being
 * built.
 *
 * @throws LecternError `USAGE` where two decks would write the same files, or an output is unknown
 */
export async function build(call: BuildOptions): Promise<BuildReport> {
  const { decks, onProgress, cwd = process.cwd() } = call;
  refuseSameNames(decks);
  const project = await loadProject({ config: call.config, cwd, untrusted: call.untrusted });
  const { context, pool } = startBuild(overProject(call, project), project, await projectOutputs(call, project));
  let finished = 0;
  const one = async (deck: string): Promise<DeckReport> => {
    const total = decks.length;
    const report = await buildDeck(deck, context, (step) => onProgress?.({ deck, step, finished, total }));
    finished += 1;
    onProgress?.({ deck, step: 'done', finished, total });
    return report;
  };
  let reports: DeckReport[];
  try {
    // While one deck is compiled, another is printed.
    reports = await pMap(decks, one, { concurrency: Math.min(os.availableParallelism(), MOST_AT_ONCE) });
  } finally {
    await pool.close();
  }
  const { notices } = project;
  return { decks: reports, ok: reports.every((report) => isFine(report, context)), notices };
}

/** Starts what all decks share. @param options - of the call and the project. */
function startBuild(
  options: BuildOptions,
  { plugins }: Project,
  more: readonly Output[],
): { context: BuildContext; pool: BrowserPool } {
  const { theme, size, brand, dialect, untrusted, rules, timeout } = options;
  const outputs = findOutputs(namesOf(options), more);
  const fetch = fetchRules(options);
  const places = options.browser ?? usualPlaces();
  const printed = outputs.filter(({ prints }) => prints);
  const browsers = startBrowserPool(places, { now: options.strict === true || printed.length > 0 });
  const pool = endAfter(browsers, printed.length * options.decks.length);
  const page = readPageParts();
  page.catch(() => {});
  const context: BuildContext = {
    outputs,
    outputOptions: resolveOptions(options),
    outDir: options.outDir ?? 'dist',
    strict: options.strict ?? false,
    cwd: options.cwd ?? process.cwd(),
    epoch: options.epoch,
    page,
    options: { theme, size, brand, dialect, untrusted, rules, plugins, timeout, fetch },
    resources: createResources(pool, places.cacheFolder),
    purpose: { styleKinds: outputs.map(({ styles }) => styles), printsPictures: printed.length > 0 },
  };
  return { context, pool };
}

/** Outputs of the project, with their options. */
async function projectOutputs(
  { outputOptions = {} }: BuildOptions,
  { plugins, outputOptions: ofConfig }: Project,
): Promise<Output[]> {
  const { outputs } = plugins;
  if (outputs.length === 0 && Object.keys(outputOptions).length === 0) return [];
  const [{ projectOutput }, { resolveOutputOptions }] = await Promise.all([
    import('../export/project-output.ts'),
    import('../project/output-options.ts'),
  ]);
  const resolved = resolveOutputOptions(outputs, ofConfig, outputOptions);
  return outputs.map((output) => projectOutput(output, resolved.get(output) ?? {}));
}

/** A deck on the web has an image for links to it. */
function namesOf({ to = ['html', 'pdf'], publish }: BuildOptions): string[] {
  return publish !== undefined && to.includes('html') ? [...to, 'cover'] : to;
}

function refuseSameNames(decks: string[]): void {
  const taken = new Map<string, string>();
  for (const deck of decks) {
    const stem = path.basename(deck, path.extname(deck));
    const other = taken.get(stem);
    if (other !== undefined) {
      throw new LecternError('USAGE', `${other} and ${deck} would both write ${stem}.html`, {
        advice: 'Build them in two runs with different --out-dir.',
      });
    }
    taken.set(stem, deck);
  }
}
