import type { Root as HastRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import { unified, type Processor } from 'unified';
import type { VFile } from 'vfile';
import type { CompileMemory } from './compile-memory.ts';
import { compileSlides, type SlideContext } from './compile-slides.ts';
import { readSlides, type SourceSlide } from './deck-source.ts';
import { drawAhead, drawOnce } from './draw-ahead.ts';
import { compileFooter, compileLogo } from './footer.ts';
import { withTitle } from './title-slide.ts';
import { failOnNesting } from './thrown.ts';
import { brokenSlide } from './broken-slide.ts';
import { chineseWords } from '../html/chinese-words.ts';
import { codeLines } from '../html/code-lines.ts';
import { drawings } from '../html/drawings.ts';
import { footnotes } from '../html/footnotes.ts';
import { hyphenation } from '../html/hyphenation.ts';
import { heavySvg } from '../html/heavy-svg.ts';
import { createHighlighter, highlight, type Highlighter } from '../html/highlight.ts';
import type { LoadIcons } from '../model/icon-set.ts';
import { icons } from '../html/icons.ts';
import { emojiPictures } from '../html/emoji-pictures.ts';
import { createIdRegistry, ids } from '../html/ids.ts';
import { resolveInternalLinks } from '../html/internal-links.ts';
import { links } from '../html/links.ts';
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
import { readDeckMeta } from '../markdown/deck-meta.ts';
import { emptyReason, keepSafe } from './whole-deck.ts';
import { unusedDefinitions } from './unused-definitions.ts';
import { definitionLists } from '../markdown/definition-lists.ts';
import { directives } from '../markdown/directives.ts';
import { emoji } from '../markdown/emoji.ts';
import { looseMath } from '../markdown/loose-math.ts';
import { fences } from '../markdown/fences.ts';
import { foreignSyntax } from '../markdown/foreign-syntax.ts';
import { looseAddresses } from '../markdown/loose-addresses.ts';
import { readFrontMatter } from '../markdown/front-matter.ts';
import { slideAttributes } from '../markdown/slide-attributes.ts';
import { slides } from '../markdown/slides.ts';
import { sourceOf } from '../markdown/source.ts';
import { tableCells } from '../markdown/table-cells.ts';
import { speakerNotes } from '../markdown/speaker-notes.ts';
import type { Deck, DeckMeta, ImageAsset } from '../model/deck.ts';
import { NO_FILES, type DeckFiles } from '../model/deck-files.ts';
import type { Draw } from '../model/drawing.ts';
import { uiWords } from '../model/ui-words.ts';
import { walk } from '../model/walk.ts';

export interface CompileOptions {
  /**
   * The files that the deck can name.
   * @default every file is reported as missing
   */
  files?: DeckFiles;
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
  memory?: CompileMemory;
  /**
   * The deck comes from somebody else: its HTML is `safe`, whatever it says.
   * @default false
   */
  untrusted?: boolean | undefined;
  /** Called for every image as soon as it is loaded. */
  onImage?: (image: ImageAsset) => void;
  /** Called as soon as the front matter is read, so that what depends on it alone can start. */
  onMeta?: (meta: DeckMeta) => void;
}

/** mdast → mdast for one file, in the order they run. */
function markdownChain({ meta, draw }: SlideContext, files: DeckFiles): Processor<undefined, Root, Root> {
  return unified()
    .use(looseAddresses)
    .use(inlineAttributes)
    .use(slides, { split: meta.split })
    .use(speakerNotes)
    .use(slideAttributes)
    .use(callouts, { words: uiWords(meta.lang) })
    .use(directives)
    .use(foreignSyntax, { marp: meta.positions.has('marp') })
    .use(definitionLists)
    .use(tableCells)
    .use(looseMath)
    .use(fences, { files, onFence: (fence) => drawAhead(fence, draw, meta.lang) })
    .use(emoji)
    .use(cjkLines, { lang: meta.lang })
    .freeze() as unknown as Processor<undefined, Root, Root>;
}

/** hast → hast for the slides of one file, in the order they run. */
function htmlChain(context: SlideContext, files: DeckFiles): Processor<undefined, HastRoot, HastRoot> {
  const { meta, words, parts, rawMarkup } = context;
  return unified()
    .use(rawHtml, { policy: meta.html, untrusted: context.untrusted })
    .use(heavySvg)
    .use(footnotes, { label: words.footnotes })
    .use(nestedSections)
    .use(quoteAttribution)
    .use(taskItems)
    .use(links, { policy: meta.html })
    .use(toc, { words })
    .use(highlight, { highlighter: context.highlighter })
    .use(codeLines, { parts })
    .use(math, { parts, draw: context.draw, rawMarkup, equations: context.equations })
    .use(drawings, { parts, draw: context.draw, words, rawMarkup })
    .use(icons, { load: context.icons, rawMarkup })
    .use(emojiPictures, { load: context.icons, rawMarkup })
    .use(mediaCards, { words })
    .use(media, { load: context.load(files), onAsset: context.onAsset, slideWidth: meta.size.width })
    .use(steps)
    .use(ids, { registry: context.registry })
    .use(hyphenation)
    .use(chineseWords)
    .use(shortCompounds)
    .freeze() as unknown as Processor<undefined, HastRoot, HastRoot>;
}

/**
 * Compiles Markdown into a `Deck`. What the author got wrong is told as messages on `file`, and on the files it includes;
 * the deck is whole all the same: a placeholder stands for what cannot be shown.
 */
export async function compile(file: VFile, options: CompileOptions = {}): Promise<Deck> {
  try {
    return await compileSource(sourceOf(file), file, options);
  } catch (error) {
    failOnNesting(error, file, undefined);
    return compileSource('', file, options);
  }
}

async function compileSource(source: string, file: VFile, options: CompileOptions): Promise<Deck> {
  const { body, bodyStart, entries } = await readFrontMatter(source, file);
  const meta = readDeckMeta(entries, file);
  if (options.untrusted) keepSafe(meta, file);
  options.onMeta?.(meta);
  const files = options.files ?? NO_FILES;
  const included: VFile[] = [];
  const images = new Map<string, ImageAsset>();
  const context = slideContext(meta, images, options);
  // All that the front matter says may change any slide.
  if (context.memory) context.memory.deck = source.slice(0, bodyStart.offset);
  let found = await readSlides(
    { file, files, body, bodyStart },
    {
      chain: (own) => markdownChain(context, own),
      onTree(tree, origin) {
        prefetch(tree, origin.files);
      },
      chunks: options.memory?.chunks,
      onInclude: (part) => included.push(part),
    },
  ).catch((error: unknown): SourceSlide[] => {
    failOnNesting(error, file, undefined);
    return [];
  });
  const none = { links: new Map(), footnotes: new Map() };
  const origin = { file, files, definitions: none };
  found = withTitle(found, meta, origin);
  const compiled = await compileSlides(found, context);
  if (compiled.length === 0) {
    const reason = emptyReason(file, found.length > 0);
    compiled.push(...(await compileSlides([{ node: brokenSlide(reason, undefined), origin }], context)));
  }
  const footer = await compileFooter(meta, origin, context);
  const logo = await compileLogo(meta, origin, context);
  const slides = resolveInternalLinks(compiled, context.registry);
  const { rawMarkup } = context;
  return {
    meta,
    slides,
    images: new Map([...images].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    rawMarkup,
    footer,
    logo,
    included,
    unusedDefinitions: unusedDefinitions(found),
  };
}

function slideContext(meta: DeckMeta, images: Map<string, ImageAsset>, options: CompileOptions): SlideContext {
  const context: SlideContext = {
    meta,
    untrusted: options.untrusted ?? false,
    words: uiWords(meta.lang),
    parts: new Map(),
    rawMarkup: new Map(),
    equations: { count: 0 },
    registry: createIdRegistry(),
    highlighter: options.highlighter ?? createHighlighter(),
    draw: drawOnce(options.draw ?? (async () => ({ problem: 'nothing can be drawn here' }))),
    icons: options.icons ?? (async () => undefined),
    memory: options.memory && { ...options.memory, deck: '' },
    loads: 0,
    load: (files) => (address) => {
      context.loads += 1;
      return files.load(address);
    },
    markdownChain: (files) => markdownChain(context, files),
    chain: (files) => htmlChain(context, files),
    onAsset(asset) {
      if (images.has(asset.id)) return;
      images.set(asset.id, asset);
      options.onImage?.(asset);
    },
  };
  return context;
}

/** Starts to load what Markdown images name, so that it is there when their slides' turn comes. */
function prefetch(tree: Root, { load }: DeckFiles): void {
  walk(tree, (node: Nodes) => {
    if (node.type === 'image') void load(node.url).catch(() => {});
  });
}
