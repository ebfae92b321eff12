import { cardOnPaper } from './paper-card.ts';
import { markSteps } from './preview.ts';

export interface PrintOptions {
  /** Scales down what does not fit. */
  fit: (slides: HTMLElement[]) => void;
  /** Addresses of videos and sounds, by the ids of their slides. */
  films: Record<string, string[]>;
  done: () => void;
}

/**
 * Lets browsers print what the PDF shows: all slides, a page each, after their last steps. Everything is as it was when
 * the printing is over.
 */
export function printDeck(region: HTMLElement, { fit, films, done }: PrintOptions): void {
  const hidden = new Map<HTMLElement, string | null>();
  const kept = new Map<Element, string>();
  let cards: HTMLElement[] = [];
  window.addEventListener('beforeprint', () => {
    const slides = [...region.querySelectorAll<HTMLElement>('section.slide')];
    document.documentElement.classList.add('printing');
    region.classList.add('print');
    for (const slide of slides) {
      hidden.set(slide, slide.getAttribute('aria-hidden'));
      for (const name of ['hidden', 'aria-hidden', 'inert']) slide.removeAttribute(name);
      for (const part of slide.querySelectorAll('.fragment, .code-step, .code-line')) kept.set(part, part.className);
      markSteps(slide, Infinity);
    }
    // Films and sounds are their cards, as they are in the PDF.
    cards = slides.flatMap((slide) =>
      [...slide.querySelectorAll<HTMLMediaElement>('.slide-body :is(video, audio)')].map((player, index) =>
        cardOnPaper(player, films[slide.id]?.[index] ?? ''),
      ),
    );
    fit(slides);
  });
  window.addEventListener('afterprint', () => {
    document.documentElement.classList.remove('printing');
    region.classList.remove('print');
    for (const [part, names] of kept) part.className = names;
    for (const [slide, value] of hidden) {
      if (value === null) continue;
      slide.setAttribute('aria-hidden', value);
      slide.setAttribute('hidden', '');
      slide.inert = true;
    }
    for (const card of cards) card.remove();
    kept.clear();
    hidden.clear();
    done();
  });
}
