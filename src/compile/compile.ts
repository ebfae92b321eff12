import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { unified, type Processor } from 'unified';
import type { VFile } from 'vfile';
import type { CompileMemory } from './compile-memory.ts';
import { compileSlides, type CompiledSlide, type DeckSource } from './compile-slides.ts';
import { readSlides } from './deck-source.ts';
import { drawAhead, drawOnce } from './draw-ahead.ts';
import { finishDeck } from './finish-deck.ts';
import { readFront, type DeckFront, type FrontOptions } from './read-front.ts';
import { failOnNesting } from './thrown.ts';
import { withTitle } from './title-slide.ts';
import type { SlideChain } from './to-content.ts';
import { chineseWords } from '../html/chinese-words.ts';
import { codeLines } from '../html/code-lines.ts';
import { drawings } from '../html/drawings.ts';
import { fenceHandlers, type FenceRegistry } from '../html/fence-registry.ts';
import { footnotes } from '../html/footnotes.ts';
import { hyphenation } from '../html/hyphenation.ts';
import { heavySvg } from '../html/heavy-svg.ts';
import { createHighlighter, highlight, type Highlighter } from '../html/highlight.ts';
import type { LoadIcons } from '../model/icon-set.ts';
import { icons } from '../html/icons.ts';
import { emojiPictures } from '../html/emoji-pictures.ts';
import { createIdRegistry, ids } from '../html/ids.ts';
import { links } from '../html/links.ts';
import { listHandlers } from '../html/list-items.ts';
import { math } from '../html/math.ts';
import { mediaCards } from '../html/media-cards.ts';
import { media } from '../html/media.ts';
import { nestedSections } from '../html/nested-sections.ts';
import { quoteAttribution } from '../html/quote-attribution.ts';
import { rawHtml } from '../html/raw-html.ts';
import { shortCompounds } from '../html/short-compounds.ts';
import { steps } from '../html/steps.ts';
import { taskItems } from '../html/task-items.ts';
import { toc } from '../html/toc.ts';
import { inlineAttributes } from '../markdown/attributes.ts';
import { callouts } from '../markdown/callouts.ts';
import { cjkLines } from '../markdown/cjk-lines.ts';
import { definitionLists } from '../markdown/definition-lists.ts';
import { directives } from '../markdown/directives.ts';
import { emoji } from '../markdown/emoji.ts';
import { looseMath } from '../markdown/loose-math.ts';
import { fences } from '../markdown/fences.ts';
import { foreignSyntax } from '../markdown/foreign-syntax.ts';
import { looseAddresses } from '../markdown/loose-addresses.ts';
import { slideAttributes } from '../markdown/slide-attributes.ts';
import { slides } from '../markdown/slides.ts';
import { tableCells } from '../markdown/table-cells.ts';
import { speakerNotes } from '../markdown/speaker-notes.ts';
import type { Draw } from '../model/drawing.ts';
import { uiWords } from '../model/ui-words.ts';

import type { Deck } from '../model/deck.ts';
import type { RawMarkups } from '../model/raw-markup.ts';

/** What slides are made with. */
export interface SlideTools {
  /**
   * Draws diagrams and charts.
   * @default every one is reported as broken
   */
  draw?: Draw;
  /**
   * Finds sets of icons.
   * @default there are none
   */
  icons?: LoadIcons;
  /**
   * Shared between decks, so that each grammar is loaded once.
   * @default a new one
   */
  highlighter?: Highlighter;
  /**
   * Keeps what is likely to be the same the next time, for a deck that is compiled again and again.
   * @default nothing is kept
   */
  memory?: CompileMemory | undefined;
}

export interface CompileOptions extends FrontOptions, SlideTools {}

/**
 * Compiles Markdown into a `Deck`. What the author got wrong is told as messages on `file`, and on the files it includes;
 * the deck is whole all the same: a placeholder stands for what cannot be shown.
 */
export async function compile(file: VFile, options: CompileOptions = {}): Promise<Deck> {
  const front = await readFront(file, options);
  const source = await readSource(front, options);
  const compiled: CompiledSlide[] = [];
  for await (const slide of compileSlides(source, options.memory)) compiled.push(slide);
  return finishDeck(source, compiled);
}

/** Reads the slides of a deck. Pictures that its text names are being loaded then, and its diagrams drawn. */
export async function readSource(front: DeckFront, options: SlideTools): Promise<DeckSource> {
  const { file, meta } = front;
  const draw = drawOnce(options.draw ?? (async () => ({ problem: 'nothing can be drawn here' })));
  const chain = slideChain(front, { ...options, draw });
  const none: DeckSource = { front, chain, slides: [], included: [] };
  try {
    const { markdown } = chain;
    const {
      fences: found,
      included,
      slides: written,
    } = await readSlides(front, {
      markdown,
      chunks: options.memory?.chunks,
    });
    for (const fence of found) drawAhead(fence, draw, meta.lang);
    return { front, chain, included, slides: withTitle(written, meta, file) };
  } catch (error) {
    failOnNesting(error, file, undefined);
    return { ...none, slides: withTitle([], meta, file) };
  }
}

/** What every slide goes through, in the order it runs. */
function slideChain(front: DeckFront, tools: SlideTools & { draw: Draw }): SlideChain {
  const { meta, untrusted } = front;
  const { draw, icons: load = async () => undefined, highlighter = createHighlighter() } = tools;
  const words = uiWords(meta.lang);
  const parts: FenceRegistry = new Map();
  const rawMarkup: RawMarkups = new Map();
  const registry = createIdRegistry();

  // mdast → mdast, for a file: it becomes slides on the way.
  const markdown = unified()
    .use(looseAddresses)
    .use(inlineAttributes)
    .use(slides, { split: meta.split })
    .use(speakerNotes)
    .use(slideAttributes)
    .use(callouts, { words })
    .use(directives)
    .use(foreignSyntax, { marp: meta.positions.has('marp') })
    .use(definitionLists)
    .use(tableCells)
    .use(looseMath)
    .use(fences)
    .use(emoji)
    .use(cjkLines, { lang: meta.lang })
    .freeze() as unknown as Processor<undefined, Root, Root>;

  // mdast → hast, for a slide.
  const handlers = { ...fenceHandlers(parts), ...listHandlers() };

  // hast → hast, for a slide.
  const html = unified()
    .use(rawHtml, { policy: meta.html, untrusted })
    .use(heavySvg)
    .use(footnotes, { label: words.footnotes })
    .use(nestedSections)
    .use(quoteAttribution)
    .use(taskItems)
    .use(links, { policy: meta.html })
    .use(toc, { words })
    .use(highlight, { highlighter })
    .use(codeLines, { parts })
    .use(math, { parts, draw, rawMarkup })
    .use(drawings, { parts, draw, words, rawMarkup })
    .use(icons, { load, rawMarkup })
    .use(emojiPictures, { load, rawMarkup })
    .use(mediaCards, { words })
    .use(media, { slideWidth: meta.size.width })
    .use(steps)
    .use(ids, { registry })
    .use(hyphenation)
    .use(chineseWords)
    .use(shortCompounds)
    .freeze() as unknown as Processor<undefined, HastRoot, HastRoot>;

  return { markdown, handlers, html, shared: { ids: registry, rawMarkup } };
}
