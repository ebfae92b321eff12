import { fitSlides, type FitResult } from '../fit-slides.ts';
import { collectTexts, type TextFacts } from './collect-texts.ts';
import { pageColours, type Colours } from './colours.ts';
import { coloursOfTokens } from './colours-of-tokens.ts';
import { allSlides, slideView } from './slide-view.ts';
import { tokenNames, type NamedColour } from './token-names.ts';

interface ThemeQuestion {
  /** Given to all slides; `null` leaves them as they are. */
  tone: string | null;
  /** Names of the theme's colours. */
  tokens: readonly string[];
  /** Names of the colours of series in charts. */
  series: readonly string[];
  fitFloor: number;
}

/** What the slides of a print document look like in a theme. */
export interface InspectedTheme {
  fits: FitResult[];
  /** Texts that are written alike on a slide are one. */
  texts: ThemeText[];
  /** Colours of the series of charts, as `#rrggbb`. */
  charts: string[];
}

/** A text as it is seen, with the names that its colours have in the theme. */
export interface ThemeText extends Omit<TextFacts, 'colour' | 'background'> {
  /** Index of the slide in the document. */
  slide: number;
  colour: NamedColour;
  background: NamedColour;
}

/** Looks at the slides of a print document in one tone. */
export async function inspectTheme({ tone, tokens, series, fitFloor }: ThemeQuestion): Promise<InspectedTheme> {
  const still = '<style>*{transition:none!important;animation:none!important}</style>';
  document.head.insertAdjacentHTML('beforeend', still);
  for (const main of document.querySelectorAll('main')) main.hidden = false;
  await Promise.all([...document.fonts].map((font) => font.load().catch(() => {})));
  const slides = allSlides();
  if (tone !== null) for (const slide of slides) slide.dataset['tone'] = tone;
  await document.fonts.ready;
  const colours = pageColours();
  // Sizes are checked as the theme sets them.
  for (const slide of slides) slide.dataset['grow'] = 'false';
  const fits = fitSlides(slides, fitFloor);
  const charts = slides[0] ? coloursOfTokens(slides[0], series, colours) : [];
  return { fits, charts, texts: slides.flatMap((slide, index) => distinctTexts(slide, { index, tokens, colours })) };
}

function distinctTexts(
  slide: HTMLElement,
  { index, tokens, colours }: { index: number; tokens: readonly string[]; colours: Colours },
): ThemeText[] {
  const view = slideView(slide);
  const nameOf = tokenNames(slide, tokens, colours);
  // Sizes are those on a slide of 1280 × 720, whatever its proportions are.
  const [across, down] = [view.frame.width / 1280, view.frame.height / 720];
  const scale = view.unit / Math.min((across + down) / 2, down);
  const found = new Map<string, ThemeText>();
  for (const text of collectTexts(view, colours)) {
    const { element, part, bold } = text;
    // How long a running footer is, is its author's choice.
    const fault = part === 'footer' && text.fault === 'clipped' ? undefined : text.fault;
    // The number of a slide is there for whoever looks for it.
    if (element === 'span.slide-count') continue;
    const [colour, background] = [nameOf(text.colour), nameOf(text.background)];
    const size = text.size * scale;
    const kind = JSON.stringify([element, part, colour, background, size, bold, fault]);
    if (!found.has(kind)) found.set(kind, { ...text, slide: index, size, colour, background, fault });
  }
  return [...found.values()];
}
