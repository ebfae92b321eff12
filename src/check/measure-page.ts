import type { BrowserPage } from '../browser/browser-page.ts';
import { callClient } from '../browser/call-client.ts';
import type { Tone } from '../model/deck.ts';
import { FIT_FLOOR } from '../render/fit-verdict.ts';
import { TOKENS } from '../theme/tokens.ts';
import type { InspectedTheme } from '../client/inspect/inspect-theme.ts';

const COLOUR_GROUPS = new Set(['Colours', 'Code', 'Charts and diagrams']);
const COLOUR_TOKENS = TOKENS.filter(({ title }) => COLOUR_GROUPS.has(title)).flatMap(({ tokens }) =>
  tokens.map(({ name }) => name),
);

const CHART_TOKENS = [1, 2, 3, 4].map((series) => `--deck-chart-${series}`);

/**
 * Measures the slides of a print document that a page shows.
 *
 * @param tone - given to all slides; `undefined` leaves them as they are.
 */
export function measurePage(page: BrowserPage, tone: Tone | undefined): Promise<InspectedTheme> {
  const question = { tone: tone ?? null, tokens: COLOUR_TOKENS, series: CHART_TOKENS, fitFloor: FIT_FLOOR };
  return callClient(page, 'inspect', 'inspectTheme', question);
}
