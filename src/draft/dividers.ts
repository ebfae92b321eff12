import { pieceText } from './piece.ts';
import type { PlannedSection, PlannedSlide } from './planned.ts';
import type { SlideContent } from './slide.ts';
import { underTitle } from './titles.ts';
import { countWords, type Sentence } from './words.ts';

/** Words of a section, on average, that are worth a divider: half a minute. */
const WORDS_OF_DIVIDED = 65;

type Undivided = Omit<PlannedSection, 'divided'>;

/**
 * Gives sections their titles: on a slide of its own before the others where most sections have several slides, else on the first slide of each, which
 * then needs no divider.
 */
export function withDividers(sections: readonly Undivided[]): PlannedSection[] {
  const titled = sections.filter(({ section, slides }) => section.title && slides.length > 0);
  // A list of two slides that both have the title needs no third one before it.
  const several = titled.filter(
    ({ slides, section }) => slides.length > 1 && !slides.every(({ content }) => hasHeading(content, section.title)),
  );
  const words = titled
    .flatMap(({ slides }) => slides.flatMap(({ notes }) => notes))
    .reduce((sum, { text }) => sum + countWords(text), 0);
  const isDivided = several.length * 2 > titled.length && words >= titled.length * WORDS_OF_DIVIDED;
  return sections.map((one): PlannedSection => {
    const { section, slides, notes } = one;
    if (!section.title || (slides.length === 0 && notes.length === 0)) return { ...one, divided: false };
    // What is said with the title needs a slide.
    if (isDivided || notes.length > 0) return { ...one, divided: true };
    return { ...one, divided: false, slides: withTitle(slides, section.title) };
  });
}

function hasHeading({ heading }: SlideContent, title: Sentence | undefined): boolean {
  return heading !== undefined && pieceText(heading) === title?.text;
}

/** The first slide has the title, unless another one has it already, as a list does that nothing leads to. */
function withTitle(slides: readonly PlannedSlide[], title: Sentence): PlannedSlide[] {
  const [first, ...rest] = slides;
  const isThere = slides.some(({ content }) => hasHeading(content, title));
  return !first || isThere ? [...slides] : [{ ...first, content: underTitle(first.content, title) }, ...rest];
}
