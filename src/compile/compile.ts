import type { VFile } from 'vfile';
import { compileSlides, type CompiledSlide } from './compile-slides.ts';
import type { DeckSource } from './place-slides.ts';
import type { CitedSlides } from './cite-deck.ts';
import { mayList } from './collect-citations.ts';
import { readSlides, type SourceSlide } from './deck-source.ts';
import { drawAhead, drawOnce } from './draw-ahead.ts';
import { finishDeck } from './finish-deck.ts';
import { readFront, type DeckFront, type FrontOptions } from './read-front.ts';
import { failOnNesting } from './thrown.ts';
import { withTitle } from './title-slide.ts';
import type { Deck } from '../model/deck.ts';
import { slideChain, type SlideTools } from './slide-chain.ts';

export interface CompileOptions extends FrontOptions, SlideTools {}

/**
 * Compiles Markdown into a `Deck`. Mistakes of the author become messages on `file`, and on the files it includes; the
 * deck is complete anyway: a placeholder replaces content that cannot be shown.
 */
export async function compile(file: VFile, options: CompileOptions = {}): Promise<Deck> {
  const front = await readFront(file, options);
  const source = await readSource(front, options);
  const compiled: CompiledSlide[] = [];
  for await (const slide of compileSlides(source, options.memory)) compiled.push(slide);
  return finishDeck(source, compiled);
}

/** Reads the slides of a deck. Images that its text names are being loaded then, and its diagrams drawn. */
export async function readSource(front: DeckFront, options: SlideTools): Promise<DeckSource> {
  const { file, meta } = front;
  const draw = drawOnce(options.draw ?? (async () => ({ problem: 'nothing can be drawn here' })));
  const chain = await slideChain(front, { ...options, draw });
  const none: DeckSource = { front, chain, slides: [], included: [] };
  try {
    const {
      fences: found,
      included,
      slides: written,
    } = await readSlides(front, {
      ...chain,
      chunks: options.memory?.chunks,
      dialect: front.dialect,
    });
    for (const fence of found) drawAhead(fence, draw, meta.lang);
    const cited = await withCitations(written, front, included);
    return { front, chain, included: [...included, ...cited.read], slides: withTitle(cited.slides, meta, file) };
  } catch (error) {
    failOnNesting(error, file, undefined);
    return { ...none, slides: withTitle([], meta, file) };
  }
}

/** Most decks cite nothing, and load nothing of it. */
async function withCitations(
  slides: SourceSlide[],
  front: DeckFront,
  included: readonly VFile[],
): Promise<CitedSlides> {
  if (!front.meta.bibliography && !mayList([front.file, ...included])) return { slides, read: [] };
  const { citeDeck } = await import('./cite-deck.ts');
  return citeDeck(slides, front);
}
