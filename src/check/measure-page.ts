import type { BrowserPage } from '../browser/browser-page.ts';
import type { Tone } from '../model/deck.ts';
import { FIT_FLOOR } from '../render/fit-verdict.ts';
import { fitSlides, type FitResult } from '../client/fit-slides.ts';
import { TOKENS } from '../theme/tokens.ts';
import { coloursOfTokens } from '../client/inspect/colours-of-tokens.ts';
import { pageColours } from '../client/inspect/colours.ts';
import { slideBackgrounds } from '../client/inspect/backgrounds.ts';
import { measureSlides, type WrittenText } from '../client/inspect/measure-slides.ts';
import { textBoxes } from '../client/inspect/text-boxes.ts';
import { tokenNames } from '../client/inspect/token-names.ts';
import { textFaults } from '../client/inspect/text-faults.ts';

/** What the slides of a print document look like. */
export interface MeasuredPage {
  fits: FitResult[];
  texts: WrittenText[];
  /** Colours of the first four series of charts, as `#rrggbb`. */
  charts: string[];
}

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
export async function measurePage(page: BrowserPage, tone: Tone | undefined): Promise<MeasuredPage> {
  const tools = `{colours:${pageColours.toString()},names:${tokenNames.toString()},boxes:${textBoxes.toString()},grounds:${slideBackgrounds.toString()},faults:${textFaults.toString()}}`;
  const script = `(async () => {
    document.head.insertAdjacentHTML('beforeend', '<style>*{transition:none!important;animation:none!important}</style>');
    for (const main of document.querySelectorAll('main')) main.hidden = false;
    await Promise.all([...document.fonts].map((font) => font.load().catch(() => {})));
    const slides = [...document.querySelectorAll('.slide')];
    const tone = ${JSON.stringify(tone ?? null)};
    for (const slide of slides) if (tone) slide.dataset.tone = tone;
    await document.fonts.ready;
    const fits = (${fitSlides.toString()})(slides, ${FIT_FLOOR});
    const charts = (${coloursOfTokens.toString()})(slides[0], ${JSON.stringify(CHART_TOKENS)}, (${pageColours.toString()})());
    return { fits, charts, texts: (${measureSlides.toString()})(slides, ${JSON.stringify(COLOUR_TOKENS)}, ${tools}) };
  })()`;
  return (await page.evaluate(script)) as MeasuredPage;
}
