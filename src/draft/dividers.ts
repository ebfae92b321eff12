import { pieceText, pieceWords, type Piece } from './piece.ts';
import type { PlannedSection, PlannedSlide } from './planned.ts';
import { MOST_OF_HEADING, type SlideContent } from './slide.ts';
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
    if (isDivided || notes.length > 0) return { ...one, divided: true, slides: withoutRepeats(slides, section.title) };
    return { ...one, divided: false, slides: withoutRepeats(withTitle(slides, section.title)) };
  });
}

/** A sentence under a title that was there before is the heading itself. */
function withoutRepeats(slides: readonly PlannedSlide[], shown?: Sentence): PlannedSlide[] {
  const seen = new Set(shown ? [shown.text] : []);
  return slides.map((slide): PlannedSlide => {
    const { heading, body } = slide.content;
    const title = heading && isTitle(heading) ? pieceText(heading) : undefined;
    if (title === undefined) return slide;
    const isShort = body.kind === 'text' && pieceWords(body.text) <= MOST_OF_HEADING && !isTitle(body.text);
    if (!seen.has(title) || !isShort) {
      seen.add(title);
      return slide;
    }
    return { ...slide, content: { heading: body.text, layout: 'statement', body: { kind: 'none' } } };
  });
}

/** Titles are none of the sentences. */
function isTitle({ sentence }: Piece): boolean {
  return sentence.index === -1;
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
