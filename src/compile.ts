import type { ElementContent, Root as HastRoot } from 'hast';
import type { Nodes, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { toHast } from 'mdast-util-to-hast';
import { unified, type Processor } from 'unified';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { checkInternalLinks } from './html/internal-links.ts';
import { collectGlyphs } from './html/glyphs.ts';
import { footnotes } from './html/footnotes.ts';
import { createHighlighter, highlight, type Highlighter } from './html/highlight.ts';
import { createIdRegistry, ids, type IdRegistry } from './html/ids.ts';
import { links } from './html/links.ts';
import { media, type LoadAsset } from './html/media.ts';
import { nestedSections } from './html/nested-sections.ts';
import { quoteAttribution } from './html/quote-attribution.ts';
import { rawHtml } from './html/raw-html.ts';
import { shortCompounds } from './html/short-compounds.ts';
import { taskItems } from './html/task-items.ts';
import { columns } from './markdown/columns.ts';
import { coverSlide } from './markdown/cover.ts';
import { readDeckMeta } from './markdown/deck-meta.ts';
import { definitionsFor, takeDefinitions } from './markdown/definitions.ts';
import { dollarText } from './markdown/dollar-text.ts';
import { readFrontMatter } from './markdown/front-matter.ts';
import { parseSource } from './markdown/parse-source.ts';
import { slideAttributes } from './markdown/slide-attributes.ts';
import { isSlide, type DeckDefinitions, type SlideNode } from './markdown/slide-node.ts';
import { readSlideSettings, type ReadSettings } from './markdown/slide-settings.ts';
import { slides } from './markdown/slides.ts';
import { sourceOf } from './markdown/source.ts';
import { speakerNotes } from './markdown/speaker-notes.ts';
import { unknownDirectives } from './markdown/unknown-directives.ts';
import type { Deck, DeckMeta, ImageAsset, Slide } from './model/deck.ts';
import { breather } from './model/breathe.ts';
import { fail, hasErrors } from './model/messages.ts';
import { uiWords } from './model/ui-words.ts';
import { walk } from './model/walk.ts';

export interface CompileOptions {
  /**
   * Loads the files that slides show.
   * @default every file is reported as missing
   */
  load?: LoadAsset;
  /**
   * Shared between decks, so that each grammar is loaded once.
   * @default a new one
   */
  highlighter?: Highlighter;
  /** Called for every image as soon as it is loaded. */
  onImage?: (image: ImageAsset) => void;
  /** Called as soon as the front matter is read, so that what depends on it alone can start. */
  onMeta?: (meta: DeckMeta) => void;
}

/** mdast → mdast, in the order they run. */
function markdownChain({ split }: DeckMeta): Processor<undefined, Root, Root> {
  return unified()
    .use(slides, { split })
    .use(speakerNotes)
    .use(slideAttributes)
    .use(columns)
    .use(dollarText)
    .use(unknownDirectives)
    .freeze() as unknown as Processor<undefined, Root, Root>;
}

/** hast → hast for one slide, in the order they run. */
function htmlChain({
  meta,
  load,
  onAsset,
  highlighter,
  registry,
}: SlideContext): Processor<undefined, HastRoot, HastRoot> {
  return unified()
    .use(rawHtml, { policy: meta.html })
    .use(footnotes, { label: uiWords(meta.lang).footnotes })
    .use(nestedSections)
    .use(quoteAttribution)
    .use(taskItems)
    .use(links, { policy: meta.html })
    .use(highlight, { highlighter })
    .use(media, { load, onAsset })
    .use(ids, { registry })
    .use(shortCompounds)
    .freeze() as unknown as Processor<undefined, HastRoot, HastRoot>;
}

interface SlideContext {
  file: VFile;
  meta: DeckMeta;
  definitions: DeckDefinitions;
  onAsset: (asset: ImageAsset) => void;
  registry: IdRegistry;
  highlighter: Highlighter;
  load: LoadAsset;
}

/**
 * Compiles Markdown into a `Deck`. What the author got wrong is told as messages on `file`; the deck is whole all the
 * same, but where a message is fatal its outputs should not be written.
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
  options.onMeta?.(meta);
  const tree = await parseSource(body, bodyStart);
  meta.title ||= titleOf(tree) || file.stem || '';
  const definitions = takeDefinitions(tree);
  await markdownChain(meta).run(tree, file);
  const nodes = tree.children.filter(isSlide);
  if (meta.cover) nodes.unshift(coverSlide(meta));
  if (nodes.length === 0 && !hasErrors(file)) {
    fail(file, 'Unexpected empty deck, expected at least one slide', { place: undefined, ruleId: 'deck-empty' });
  }
  const images = new Map<string, ImageAsset>();
  const load = options.load ?? (async () => ({ problem: 'no files can be read here', ruleId: 'file-missing' }));
  prefetch(tree, load);
  const context: SlideContext = {
    file,
    meta,
    definitions,
    onAsset(asset) {
      if (images.has(asset.id)) return;
      images.set(asset.id, asset);
      options.onImage?.(asset);
    },
    registry: createIdRegistry(),
    highlighter: options.highlighter ?? createHighlighter(),
    load,
  };
  const shown = nodes
    .map((node) => ({ node, read: readSlideSettings(node, file) }))
    .filter(({ read }) => !read.settings.hidden);
  const compiled = await compileSlides(shown, context);
  checkInternalLinks(compiled, context.registry, file);
  return { meta, slides: compiled, images, glyphs: collectGlyphs(compiled, meta) };
}

/** Starts to load what Markdown images name, so that it is there when their slides' turn comes. */
function prefetch(tree: Root, load: LoadAsset): void {
  walk(tree, (node: Nodes) => {
    if (node.type === 'image') void load(node.url).catch(() => {});
  });
}

function titleOf(tree: Root): string {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const first = headings.find(({ depth }) => depth === 1) ?? headings[0];
  return first ? toString(first).replace(/\s*\{[^{}]*\}$/, '') : '';
}

interface ShownSlide {
  node: SlideNode;
  read: ReadSettings;
}

async function compileSlides(shown: ShownSlide[], context: SlideContext): Promise<Slide[]> {
  const { file, meta, registry } = context;
  // What authors chose goes first: a made id never takes it from them.
  const chosen = shown.map(({ node, read }) => (read.id ? registry.claim(read.id, file, node) : undefined));
  const chain = htmlChain(context);
  const done: Slide[] = [];
  const breathe = breather();
  let section = '';
  let number = 0;
  for (const [index, { node, read }] of shown.entries()) {
    await breathe();
    const title = slideTitle(node);
    if (read.opensSection) section = title;
    if (!read.settings.uncounted) number += 1;
    const id = chosen[index] ?? registry.make(node.data.cover ? uiWords(meta.lang).cover : title, `slide-${index + 1}`);
    done.push({
      id,
      title,
      settings: read.settings,
      section,
      opensSection: read.opensSection,
      number: read.settings.uncounted ? undefined : number,
      content: await toContent(node.children, id, chain, context),
      notes: node.data.notes.length > 0 ? await toContent(node.data.notes, `${id}-notes`, chain, context) : [],
      position: node.position,
    });
  }
  return done;
}

function slideTitle(node: SlideNode): string {
  const heading = node.children.find(({ type }) => type === 'heading');
  return heading ? toString(heading) : '';
}

/** Raw HTML is parsed here, slide by slide, and footnotes come out at the end of the slide that cites them. */
async function toContent(
  children: RootContent[],
  id: string,
  chain: Processor<undefined, HastRoot, HastRoot>,
  { definitions, file }: SlideContext,
): Promise<ElementContent[]> {
  const position = children[0]?.position;
  try {
    const root: Root = { type: 'root', children: [...children, ...definitionsFor(children, definitions)] };
    const hast = toHast(root, {
      allowDangerousHtml: true,
      clobberPrefix: `${id}-`,
      footnoteBackContent: '↑',
    }) as HastRoot;
    if (position) hast.position = position;
    hast.children = hast.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const done = await chain.run(hast, file);
    return done.children.filter((child): child is ElementContent => child.type !== 'doctype');
  } catch (error) {
    failOnNesting(error, file, position);
    return [];
  }
}

/** Trees are walked by recursion: what is nested thousands of levels deep ends in a `RangeError`. */
function failOnNesting(error: unknown, file: VFile, place: Position | undefined): void {
  if (!(error instanceof RangeError)) throw error;
  const reason = 'Unexpected nesting, it is too deep to be shown; expected lists and quotes a few levels deep';
  fail(file, reason, { place, ruleId: 'nesting' });
}
