import type { VFile } from 'vfile';
import type { Printer } from './browser/printer.ts';
import { findFaults } from './check/find-faults.ts';
import { lookAtDeck } from './check/look-at-deck.ts';
import { photographSlides, type SlidePicture } from './check/photograph.ts';
import type { Finding } from './check/rule.ts';
import { deckSheets, deckStyles, themeNames } from './export/deck-styles.ts';
import { patienceFor } from './export/document-assets.ts';
import type { DeckLooks } from './export/export-job.ts';
import type { CutFont } from './files/font-cutter.ts';
import { fontCoverage, lackingIn } from './files/font-coverage.ts';
import type { CheckSettings } from './model/check-settings.ts';
import type { Deck } from './model/deck.ts';

export interface DeckCheckJob {
  deck: Deck;
  looks: DeckLooks;
  /** The deck's source. */
  file: VFile;
  printer: Printer;
  cutFont: CutFont;
  /** What the project and the deck say of rules. */
  settings: CheckSettings;
  /** Asks the web for an address. @default links to the web are not followed */
  ask?: ((address: string) => Promise<string | undefined>) | undefined;
  /** Seconds that the browser may take. */
  timeout?: number | undefined;
  /** Take pictures of slides with faults. @default false */
  pictures?: boolean;
  /** What is known already; it is told first. @default nothing */
  known?: readonly Finding[];
}

export interface DeckFaults {
  findings: Finding[];
  pictures: SlidePicture[];
}

/**
 * Looks at a compiled deck in a browser, and finds what is wrong with it.
 *
 * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
 */
export async function checkCompiled(job: DeckCheckJob): Promise<DeckFaults> {
  const { deck, looks, file, printer, cutFont, ask, timeout } = job;
  const css = await deckStyles({ deck, cutFont, ...looks }, 'print');
  const patience = patienceFor(deck.slides.length, timeout === undefined ? {} : { timeout });
  const look = { deck, css, themeOf: themeNames(looks), printer, patience };
  const [{ pages, axe }, { sheets, glyphs }] = await Promise.all([lookAtDeck(look), deckSheets(deck, looks, 'print')]);
  const coverage = await fontCoverage(sheets, { glyphs, cutFont });
  const lacking = (family: string, characters: string): string[] => lackingIn(coverage, family, characters);
  const faults = axe.flatMap((fault) => {
    const page = pages[fault.page];
    return page ? [{ ...fault, page }] : [];
  });
  const facts = { deck, file, pages, axe: faults, lacking, ask };
  const findings = await findFaults(facts, job.settings);
  return { findings, pictures: job.pictures ? await photographSlides(look, [...(job.known ?? []), ...findings]) : [] };
}
