import type { BrowserPool } from '../browser/browser-pool.ts';
import { findFaults } from '../check/find-faults.ts';
import { inspectDeck } from '../check/inspect-deck.ts';
import { screenshotSlides, type SlidePicture } from '../check/screenshot-slides.ts';
import type { Finding } from '../check/rule.ts';
import { deckStyleSheets, deckCss, themeNames } from '../export/deck-css.ts';
import { timeoutFor } from '../export/document-assets.ts';
import type { DeckStyles } from '../export/export-job.ts';
import type { PreparedDeck } from './prepare-deck.ts';
import { fontCoverage, lackingIn } from '../styles/font-coverage.ts';

/** A deck as `prepareDeck` returns it, with styles. */
type StyledDeck = Pick<PreparedDeck, 'deck' | 'sources' | 'settings' | 'cutFont' | 'plugins'> & {
  deckStyles: DeckStyles;
};

export interface CheckPreparedOptions {
  pool: BrowserPool;
  /** Requests an address on the web. @default links to the web are not followed */
  ask?: ((address: string) => Promise<string | undefined>) | undefined;
  /** Seconds that the browser may take. */
  timeout?: number | undefined;
  /** Take images of slides with problems. @default false */
  pictures?: boolean | undefined;
  /** Findings to report first. @default none */
  known?: readonly Finding[];
}

export interface CheckResult {
  findings: Finding[];
  pictures: SlidePicture[];
}

/**
 * Inspects a prepared deck in a browser, and applies the rules to it.
 *
 * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
 */
export async function checkPrepared(prepared: StyledDeck, options: CheckPreparedOptions): Promise<CheckResult> {
  const { deck, deckStyles, sources, cutFont, settings } = prepared;
  const { pool, ask, timeout, pictures = false, known = [] } = options;
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
  const facts = { deck, file: sources[0], pages, axe: faults, lacking, ask };
  const findings = await findFaults(facts, settings, prepared.plugins.rules);
  return { findings, pictures: pictures ? await screenshotSlides(look, [...known, ...findings]) : [] };
}
