import type { Article, Prose, Unit } from './article.ts';
import { isFurniture } from './furniture.ts';
import { pieceText, pieceWords } from './piece.ts';
import { linesOf, type PlannedSlide } from './planned.ts';
import { startsWithScript, type Context } from './recognise/recogniser.ts';
import type { SlideContent } from './slide.ts';
import type { Sentence } from './words.ts';

/** Sentences that the closing slide says, and the slide. */
export interface Closing {
  sentences: readonly Sentence[];
  slide: PlannedSlide;
}

/**
 * Makes the closing slide of the last sentences: the whole conclusion where it is short, else the last sentence. An article that ends
 * with a list, code or a sentence without a headline has none.
 */
export function closingOf(article: Article, context: Context): Closing | undefined {
  const section = article.sections.findLast(({ units }) => units.some(isShown));
  const last = section?.units.findLast(isShown);
  const unit = last?.kind === 'prose' ? withoutFurniture(last) : last;
  if (!section || unit?.kind !== 'prose' || article.sentences.length < 8) return undefined;
  const isConclusion =
    section.title !== undefined && startsWithScript(section.title, article.language.conclusions) !== undefined;
  const sentences = isConclusion && unit.sentences.length <= 3 ? unit.sentences : conclusionIn(unit, context);
  const isSaid = isConclusion || sentences.length > 1 || isProse(article);
  if (
    !isSaid ||
    sentences.some(
      (sentence) =>
        startsWithScript(sentence, article.language.steps.last) !== undefined &&
        !isConclusion &&
        sentences.length === 1,
    )
  )
    return undefined;
  if (
    sentences.length === 0 ||
    (!isConclusion && sentences.length === unit.sentences.length && section.units.length === 1)
  )
    return undefined;
  const content = contentOf(sentences, context);
  if (!content) return undefined;
  // Order is kept: what a site adds is said after the last words.
  const said = article.sentences.slice(sentences[0]?.index);
  const why = isConclusion ? 'the conclusion' : 'the last words of the article';
  return { sentences: said, slide: { content, notes: said, form: 'end', why, lines: linesOf(said) } };
}

/** Tells whether a unit ends the article: words that a site adds after it do not. */
function isShown({ sentences, kind }: Unit): boolean {
  return kind !== 'prose' || !sentences.every(isFurniture);
}

function withoutFurniture(unit: Prose): Prose {
  const to = unit.sentences.findLastIndex((sentence) => !isFurniture(sentence)) + 1;
  return { ...unit, sentences: unit.sentences.slice(0, to) };
}

/** The last sentence of an essay closes it; that of a manual or a list is one of many. */
function isProse({ sections, sentences }: Article): boolean {
  const units = sections.flatMap((section) => section.units);
  return (
    sentences.length >= 12 && units.every(({ kind }) => kind === 'prose' || kind === 'quote' || kind === 'picture')
  );
}

/** From the sentence that says “in short” on, where it is near the end; else the last sentence. */
function conclusionIn({ sentences }: Prose, { language }: Context): readonly Sentence[] {
  const from = sentences.findIndex(
    (sentence, index) =>
      index >= sentences.length - 3 && startsWithScript(sentence, language.conclusions) !== undefined,
  );
  return sentences.slice(from === -1 ? -1 : from);
}

function contentOf(sentences: readonly Sentence[], context: Context): SlideContent | undefined {
  const rated = sentences
    .flatMap((sentence) => context.headline(sentence) ?? [])
    .toSorted((a, b) => b.quality - a.quality);
  const [best, second] = rated;
  if (!best || best.quality < 0.6 || pieceWords(best.piece) > 14) return undefined;
  const text =
    second && second.quality >= 0.5 && pieceText(second.piece) !== pieceText(best.piece) ? second.piece : undefined;
  return { heading: best.piece, layout: 'end', body: text ? { kind: 'text', text } : { kind: 'none' } };
}
