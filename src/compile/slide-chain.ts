import type { Pluggable, Plugin } from 'unified';
import type { Node } from 'unist';
import type { CompileMemory } from './compile-memory.ts';
import { type DeckFront } from './read-front.ts';
import type { PluginParts } from './plugin-parts.ts';
import { stagesOf, type SlideChain, type Stages, type Steps } from './to-content.ts';
import type { ByteCache } from '../files/byte-cache.ts';
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
import { pictureComponents } from '../html/picture-components.ts';
import { nestedSections } from '../html/nested-sections.ts';
import { qrCodes } from '../html/qr-codes.ts';
import { quoteAttribution } from '../html/quote-attribution.ts';
import { renderedFences } from '../html/rendered-fences.ts';
import { rawHtml } from '../html/raw-html.ts';
import { sourceLines } from '../html/source-lines.ts';
import { shortCompounds } from '../html/short-compounds.ts';
import { steps } from '../html/steps.ts';
import { taskItems } from '../html/task-items.ts';
import { toc } from '../html/toc.ts';
import { inlineAttributes } from '../markdown/attributes.ts';
import { callouts } from '../markdown/callouts.ts';
import { citations } from '../markdown/citations.ts';
import { codeOutput } from '../markdown/code-output.ts';
import { cjkLines } from '../markdown/cjk-lines.ts';
import { definitionLists } from '../markdown/definition-lists.ts';
import { directives } from '../markdown/directives.ts';
import { emoji } from '../markdown/emoji.ts';
import { lineBreaks } from '../markdown/line-breaks.ts';
import { looseMath } from '../markdown/loose-math.ts';
import { fences } from '../markdown/fences.ts';
import { formulaAttributes } from '../markdown/formula-attributes.ts';
import { formulas } from '../markdown/formulas.ts';
import { foreignSyntax } from '../markdown/foreign-syntax.ts';
import { looseAddresses } from '../markdown/loose-addresses.ts';
import { pseudocode } from '../markdown/pseudocode-fences.ts';
import { latexReferences } from '../markdown/references.ts';
import { headingAttributes, slideAttributes } from '../markdown/slide-attributes.ts';
import { slides } from '../markdown/slides.ts';
import { tableCaptions } from '../markdown/table-captions.ts';
import { tableCells } from '../markdown/table-cells.ts';
import { typography } from '../markdown/typography.ts';
import { speakerNotes } from '../markdown/speaker-notes.ts';
import { unclosedBlocks } from '../markdown/unclosed-blocks.ts';
import type { Draw } from '../model/drawing.ts';
import { uiWords, type UiWords } from '../model/ui-words.ts';
import type { DeckMeta } from '../model/deck.ts';
import type { DeckPlugins } from '../model/plugins.ts';
import type { RawMarkups } from '../model/raw-markup.ts';

/** The tools that slides are made with. */
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
  /**
   * Plugins of the project.
   * @default none
   */
  plugins?: DeckPlugins | undefined;
  /**
   * Keeps what plugins made of fences.
   * @default nothing is kept
   */
  fenceCache?: ByteCache | undefined;
}

/** Lists the steps that every slide goes through, in order. Plugins of projects name these to run before or after them. */
export async function slideChain(front: DeckFront, tools: SlideTools & { draw: Draw }): Promise<SlideChain> {
  const { meta, untrusted, file } = front;
  const { draw, icons: load = async () => undefined, highlighter = createHighlighter(), plugins } = tools;
  const words = uiWords(meta.lang);
  const parts: FenceRegistry = new Map();
  const rawMarkup: RawMarkups = new Map();
  const registry = createIdRegistry();
  const brought = plugins && (await import('./plugin-parts.ts')).pluginParts(plugins, file, tools.fenceCache);

  const { document, markdown } = markdownSteps(meta, words, brought);

  // mdast → hast, for a slide.
  const forPlugins = plugins !== undefined && plugins.rehype.length > 0;
  const handlers = { ...fenceHandlers(parts, { forPlugins }), ...listHandlers() };

  const upright = meta.size.height > meta.size.width;
  // hast → hast, for a slide.
  const html = {
    rawHtml: step(rawHtml, { policy: meta.html, untrusted }),
    heavySvg: step(heavySvg),
    footnotes: step(footnotes, { label: words.footnotes }),
    nestedSections: step(nestedSections),
    quoteAttribution: step(quoteAttribution),
    sourceLines: step(sourceLines),
    taskItems: step(taskItems),
    links: step(links, { policy: meta.html }),
    toc: step(toc, { words, upright }),
    highlight: step(highlight, { highlighter, keepMarked: forPlugins }),
    codeLines: step(codeLines, { parts, upright }),
    math: step(math, { parts, draw, rawMarkup }),
    drawings: step(drawings, { parts, draw, words, rawMarkup, slideWidth: (meta.size.width / meta.size.height) * 720 }),
    renderedFences: step(renderedFences, { parts, render: brought?.renderFence, words, rawMarkup }),
    icons: step(icons, { load, rawMarkup }),
    qrCodes: step(qrCodes),
    emojiPictures: step(emojiPictures, { load, rawMarkup }),
    mediaCards: step(mediaCards, { words }),
    media: step(media, { slideWidth: meta.size.width }),
    pictureComponents: step(pictureComponents, { upright }),
    steps: step(steps),
    ids: step(ids, { registry }),
    hyphenation: step(hyphenation),
    chineseWords: step(chineseWords),
    shortCompounds: step(shortCompounds),
  };

  const stages: Stages = plugins
    ? (await import('./plugin-chain.ts')).chainWithPlugins({ document, markdown, html, plugins, registry, parts, file })
    : stagesOf({ document, markdown, html });
  return { ...stages, handlers, shared: { ids: registry, rawMarkup, draw } };
}

/** The steps that the Markdown of a file goes through. */
function markdownSteps(
  meta: DeckMeta,
  words: UiWords,
  brought: PluginParts | undefined,
): Record<'document' | 'markdown', Steps> {
  // mdast → mdast, for a file.
  const document = {
    unclosedBlocks: step(unclosedBlocks),
    looseAddresses: step(looseAddresses),
    inlineAttributes: step(inlineAttributes),
    headingAttributes: step(headingAttributes),
    citations: step(citations, { enabled: meta.bibliography !== undefined }),
    lineBreaks: step(lineBreaks, { enabled: meta.breaks ?? false }),
  };

  // mdast → mdast, for a file: it becomes slides on the way.
  const markdown = {
    slides: step(slides, { split: meta.split, chosen: meta.positions.has('split') }),
    speakerNotes: step(speakerNotes),
    slideAttributes: step(slideAttributes),
    callouts: step(callouts, { words }),
    directives: step(directives, { added: brought?.directives, lang: meta.lang }),
    tableCaptions: step(tableCaptions, { lang: meta.lang }),
    pseudocode: step(pseudocode),
    latexReferences: step(latexReferences),
    formulaAttributes: step(formulaAttributes),
    foreignSyntax: step(foreignSyntax, { marp: meta.positions.has('marp') }),
    definitionLists: step(definitionLists),
    tableCells: step(tableCells),
    looseMath: step(looseMath),
    fences: step(fences, { rendered: brought?.languages }),
    codeOutput: step(codeOutput),
    formulas: step(formulas, { macros: meta.math?.macros }),
    emoji: step(emoji),
    typography: step(typography, meta),
    cjkLines: step(cjkLines, { lang: meta.lang }),
  };
  return { document, markdown };
}

/** A plugin and its options. */
function step<Options extends unknown[], Tree extends Node>(
  plugin: Plugin<Options, Tree>,
  ...options: Options
): Pluggable {
  return [plugin, ...options];
}
