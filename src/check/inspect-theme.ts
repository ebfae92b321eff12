import type { BrowserPage } from '../browser/browser-page.ts';
import { callClient } from '../browser/call-client.ts';
import { TONES, type Deck, type Tone } from '../model/deck.ts';
import { FIT_FLOOR } from '../render/fit-verdict.ts';
import { dataAddresses } from '../render/image-addresses.ts';
import { deckPages } from '../render/pages.ts';
import { printDocument } from '../render/print-document.ts';
import { TOKENS } from '../theme/tokens.ts';
import type { InspectedTheme } from '../client/inspect/inspect-theme.ts';

const COLOUR_GROUPS = new Set(['Colours', 'Code', 'Charts and diagrams']);
const COLOUR_TOKENS = TOKENS.filter(({ title }) => COLOUR_GROUPS.has(title)).flatMap(({ tokens }) =>
  tokens.map(({ name }) => name),
);

const CHART_TOKENS = [1, 2, 3, 4].map((series) => `--deck-chart-${series}`);

/** Shows a deck in a page, and inspects its slides in each tone; `undefined` is a slide's default tone. */
export async function inspectTones(
  page: BrowserPage,
  deck: Deck,
  css: string,
): Promise<Map<Tone | undefined, InspectedTheme>> {
  const pages = deckPages(deck, { steps: false });
  await page.setViewport(deck.meta.size);
  await page.setContent(printDocument(deck, { css, addresses: dataAddresses(deck), pages, themeOf: new Map() }));
  const inspected = new Map<Tone | undefined, InspectedTheme>();
  for (const tone of [undefined, ...TONES]) inspected.set(tone, await inspectTone(page, tone));
  return inspected;
}

/**
 * Inspects the slides of a print document that a page shows.
 *
 * @param tone - given to all slides; `undefined` leaves them as they are.
 */
export function inspectTone(page: BrowserPage, tone: Tone | undefined): Promise<InspectedTheme> {
  const question = { tone: tone ?? null, tokens: COLOUR_TOKENS, series: CHART_TOKENS, fitFloor: FIT_FLOOR };
  return callClient(page, 'inspect', 'inspectTheme', question);
}
