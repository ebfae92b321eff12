import { pieceText, type Piece } from './piece.ts';
import { pointsBack } from './grammar/points-back.ts';
import { saidWith, type PlannedSection, type PlannedSlide } from './planned.ts';
import type { Language } from './languages/language.ts';
import type { SlideContent } from './slide.ts';
import { mayBeHeading, underTitle } from './titles.ts';
import { countWords, type Sentence } from './words.ts';

/** Words of a section, on average, that are worth a divider: half a minute. */
const WORDS_OF_DIVIDED = 65;

type Undivided = Omit<PlannedSection, 'divided'>;

/**
 * Gives sections their titles: on a slide of its own before the others where most sections have several slides, else on the first slide of each, which
 * then needs no divider.
 */
export function withDividers(sections: readonly Undivided[], language: Language): PlannedSection[] {
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
    if (isDivided || notes.length > 0)
      return { ...one, divided: true, slides: withoutRepeats(slides, language, section.title) };
    return { ...one, divided: false, slides: withoutRepeats(withTitle(slides, section.title), language) };
  });
}

/**
 * Shows no title twice: a sentence under a title that was there before is the heading itself, or, where only the sentence before explains it, is said with the slide
 * before.
 */
function withoutRepeats(slides: readonly PlannedSlide[], language: Language, shown?: Sentence): PlannedSlide[] {
  const seen = new Set(shown ? [shown.text] : []);
  const kept: PlannedSlide[] = [];
  for (const slide of slides) {
    const { heading, body } = slide.content;
    const title = heading && isTitle(heading) ? pieceText(heading) : undefined;
    const isRepeated = title !== undefined && seen.has(title);
    const last = kept.at(-1);
    if (title !== undefined) seen.add(title);
    if (!isRepeated || body.kind !== 'text' || isTitle(body.text)) kept.push(slide);
    else if (mayBeHeading(body.text, language))
      kept.push({ ...slide, content: { heading: body.text, layout: 'statement', body: { kind: 'none' } } });
    else if (last && pointsBack(body.text, language)) kept[kept.length - 1] = saidWith(last, slide);
    else kept.push(slide);
  }
  return kept;
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
