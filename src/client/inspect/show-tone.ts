import { fitSlides, type FitResult } from '../fit-slides.ts';
import { allSlides } from './slide-view.ts';

interface ToneQuestion {
  /** Given to all slides; `null` leaves them as they are. */
  tone: string | null;
  fitFloor: number;
}

/** Shows the slides of a print document in one tone, at the sizes that the theme sets. */
export async function showTone({ tone, fitFloor }: ToneQuestion): Promise<FitResult[]> {
  const still = '<style>*{transition:none!important;animation:none!important}</style>';
  document.head.insertAdjacentHTML('beforeend', still);
  for (const main of document.querySelectorAll('main')) main.hidden = false;
  await Promise.all([...document.fonts].map((font) => font.load().catch(() => {})));
  const slides = allSlides();
  for (const slide of slides) {
    if (tone !== null) slide.dataset['tone'] = tone;
    slide.dataset['grow'] = 'false';
  }
  await document.fonts.ready;
  return fitSlides(slides, fitFloor);
}
