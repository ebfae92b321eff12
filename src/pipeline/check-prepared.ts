import type { VFile } from 'vfile';
import type { BrowserPool } from '../browser/browser-pool.ts';
import { findFaults } from '../check/find-faults.ts';
import { inspectDeck } from '../check/inspect-deck.ts';
import { screenshotSlides, type SlidePicture } from '../check/screenshot-slides.ts';
import type { Finding } from '../check/rule.ts';
import { deckStyleSheets, deckCss, themeNames } from '../export/deck-css.ts';
import { timeoutFor } from '../export/document-assets.ts';
import type { DeckStyles } from '../export/export-job.ts';
import type { CutFont } from '../styles/font-cutter.ts';
import { fontCoverage, lackingIn } from '../styles/font-coverage.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Deck } from '../model/deck.ts';
import type { ProjectPlugins } from '../model/plugins.ts';

export interface CheckPreparedOptions {
  deck: Deck;
  deckStyles: DeckStyles;
  /** The deck's source. */
  file: VFile;
  pool: BrowserPool;
  cutFont: CutFont;
  /** Rule settings of the project and the deck. */
  settings: CheckSettings;
  /** What the project adds. */
  plugins: ProjectPlugins;
  /** Asks the web for an address. @default links to the web are not followed */
  ask?: ((address: string) => Promise<string | undefined>) | undefined;
  /** Seconds that the browser may take. */
  timeout?: number | undefined;
  /** Take pictures of slides with faults. @default false */
  pictures?: boolean;
  /** Findings to report first. @default none */
  known?: readonly Finding[];
}

export interface CheckResult {
  findings: Finding[];
  pictures: SlidePicture[];
}

/**
 * Looks at a compiled deck in a browser, and finds what is wrong with it.
 *
 * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
 */
export async function checkPrepared(job: CheckPreparedOptions): Promise<CheckResult> {
  const { deck, deckStyles, file, pool, cutFont, ask, timeout } = job;
  const css = await deckCss(deck, deckStyles, { kind: 'print', cutFont });
  const timeoutMs = timeoutFor(deck.slides.length, timeout === undefined ? {} : { timeout });
  const look = { deck, css, themeOf: themeNames(deckStyles), pool, timeoutMs };
  const [{ pages, axe }, { sheets, glyphs }] = await Promise.all([
    inspectDeck(look),
    deckStyleSheets(deck, deckStyles, 'print'),
  ]);
  const coverage = await fontCoverage(sheets, { glyphs, cutFont });
  const lacking = (family: string, characters: string): string[] => lackingIn(coverage, family, characters);
  const faults = axe.flatMap((fault) => {
    const page = pages[fault.page];
    return page ? [{ ...fault, page }] : [];
  });
  const facts = { deck, file, pages, axe: faults, lacking, ask };
  const findings = await findFaults(facts, job.settings, job.plugins.rules);
  return { findings, pictures: job.pictures ? await screenshotSlides(look, [...(job.known ?? []), ...findings]) : [] };
}
