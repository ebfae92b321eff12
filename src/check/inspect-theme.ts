import type { BrowserPage } from '../browser/browser-page.ts';
import { callClient } from '../browser/call-client.ts';
import { TONES, type Deck, type Tone } from '../model/deck.ts';
import { FIT_FLOOR } from '../render/fit-verdict.ts';
import { dataAddresses } from '../render/image-addresses.ts';
import { deckPages } from '../render/pages.ts';
import { printDocument } from '../render/print-document.ts';
import { TOKENS } from '../theme/tokens.ts';
import type { InspectedSlide } from '../client/inspect/inspect-slides.ts';
import type { InspectedTheme, NamedColour, ThemeText } from './theme-facts.ts';

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
export async function inspectTone(page: BrowserPage, tone: Tone | undefined): Promise<InspectedTheme> {
  const fits = await callClient(page, 'inspect', 'showTone', { tone: tone ?? null, fitFloor: FIT_FLOOR });
  const slides = await callClient(page, 'inspect', 'inspectSlides', { sizes: {}, drawings: {}, tokens: COLOUR_TOKENS });
  const [first] = slides;
  const charts = CHART_TOKENS.flatMap((token) => first?.tokens?.colours[COLOUR_TOKENS.indexOf(token)] ?? []);
  return { fits, charts, texts: slides.flatMap(distinctTexts) };
}

/** Returns texts by what the theme does to them, sizes as on a slide of 1280 × 720. */
function distinctTexts({ texts, tokens }: InspectedSlide, slide: number): ThemeText[] {
  const found = new Map<string, ThemeText>();
  for (const text of texts) {
    const { element, part, bold } = text;
    // Drawings have backgrounds of their own, and slide numbers may be faint.
    if (part === 'drawing' || element === 'span.slide-count') continue;
    // How long a running footer is, is its author's choice.
    const fault = part === 'footer' && text.fault === 'clipped' ? undefined : text.fault;
    const size = text.size / (tokens?.unit ?? 1);
    const [colour, background] = [named(text.colour, tokens?.colours), named(text.background, tokens?.colours)];
    const kind = JSON.stringify([element, part, colour, background, size, bold, fault]);
    if (!found.has(kind)) found.set(kind, { ...text, slide, size, colour, background, fault });
  }
  return [...found.values()];
}

function named(hex: string, colours: readonly string[] = []): NamedColour {
  return { hex, token: COLOUR_TOKENS[colours.indexOf(hex)] ?? '' };
}
