import type { ElementContent, Root as HastRoot } from 'hast';
import type { Root, RootContent } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { slideBackground } from '../html/slide-background.ts';
import type { FenceRegistry } from '../html/fence-registry.ts';
import type { Highlighter } from '../html/highlight.ts';
import type { LoadIcons } from '../model/icon-set.ts';
import type { IdRegistry } from '../html/ids.ts';
import { arrange, hasSlots } from '../html/layouts.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { EquationCount } from '../html/math.ts';
import type { SlideNode } from '../markdown/slide-node.ts';
import { readSlideSettings, type ReadSettings } from '../markdown/slide-settings.ts';
import { agendaNode, hasAgenda } from '../markdown/toc.ts';
import { eventLoopYielder } from '../model/yield-to-event-loop.ts';
import { LAYOUTS, type DeckMeta, type ImageAsset, type Layout, type Slide, type SlideSettings } from '../model/deck.ts';
import type { DeckFiles } from '../model/deck-files.ts';
import type { Draw } from '../model/drawing.ts';
import type { AgendaEntry, SlideFacts } from '../model/hast-data.ts';
import { warn } from '../model/messages.ts';
import type { RawMarkups } from '../model/raw-markup.ts';
import type { UiWords } from '../model/ui-words.ts';
import type { SourceSlide } from './deck-source.ts';
import { contentKey, type CompileMemory } from './compile-memory.ts';
import { toContent, type ToContentOptions } from './to-content.ts';

/** What all slides of a deck share while they are compiled. */
export interface SlideContext {
  meta: DeckMeta;
  /** Whether the deck is somebody else's, and cannot ask for trust. */
  untrusted: boolean;
  words: UiWords;
  parts: FenceRegistry;
  rawMarkup: RawMarkups;
  equations: EquationCount;
  registry: IdRegistry;
  highlighter: Highlighter;
  draw: Draw;
  icons: LoadIcons;
  /** What was made the last time; `deck` is what holds for all slides. */
  memory: (CompileMemory & { deck: string }) | undefined;
  /** How many files were asked for. */
  loads: number;
  load: (files: DeckFiles) => DeckFiles['load'];
  markdownChain: (files: DeckFiles) => Processor<undefined, Root, Root>;
  chain: (files: DeckFiles) => Processor<undefined, HastRoot, HastRoot>;
  onAsset: (asset: ImageAsset) => void;
}

/** A slide that is shown, and its place in the deck. */
interface Placed extends SourceSlide {
  read: ReadSettings;
  id: string;
  title: string;
  /** The slide that opens its section. */
  opener: Placed | undefined;
  number: number | undefined;
}

/** Compiles slides, hidden ones left out. */
export async function compileSlides(found: SourceSlide[], context: SlideContext): Promise<Slide[]> {
  const placed = placeSlides(found, context);
  const chains = new Map<DeckFiles, Processor<undefined, HastRoot, HastRoot>>();
  const chain = (files: DeckFiles): Processor<undefined, HastRoot, HastRoot> => {
    const known = chains.get(files) ?? context.chain(files);
    chains.set(files, known);
    return known;
  };
  const yieldToEventLoop = eventLoopYielder();
  const done: Slide[] = [];
  for (const slide of placed) {
    await yieldToEventLoop();
    done.push(await compileSlide(slide, placed, context, chain));
  }
  return done;
}

/** Ids, numbers and sections of all slides are known before the first is compiled: agendas need them. */
function placeSlides(found: SourceSlide[], { meta, words, registry }: SlideContext): Placed[] {
  const shown = found
    .map((slide) => ({ ...slide, read: readSlideSettings(slide.node, meta, slide.origin.file) }))
    .filter(({ read }) => !read.settings.hidden);
  // What authors chose goes first: a made id never takes it from them.
  const chosen = shown.map(({ node, read, origin }) =>
    read.id ? registry.claim(read.id, origin.file, node) : undefined,
  );
  let opener: Placed | undefined;
  let number = 0;
  return shown.map(({ node, origin, read }, index) => {
    const title = slideTitle(node);
    if (!read.settings.uncounted) number += 1;
    const placed: Placed = {
      node,
      origin,
      read,
      title,
      id: chosen[index] ?? registry.make(node.data.cover ? words.cover : title, `slide-${index + 1}`),
      opener,
      number: read.settings.uncounted ? undefined : number,
    };
    if (read.opensSection) {
      opener = placed;
      placed.opener = placed;
    }
    return placed;
  });
}

async function compileSlide(
  slide: Placed,
  all: Placed[],
  context: SlideContext,
  chain: SlideContext['chain'],
): Promise<Slide> {
  const { node, origin, read, id, title, opener, number } = slide;
  const { meta, onAsset } = context;
  const { notes } = node.data;
  const settings = inSection(read.settings, opener?.read.settings);
  const facts: SlideFacts = {
    part: 'content',
    layout: settings.layout,
    lang: settings.lang ?? meta.lang,
    incremental: settings.incremental,
    autoAnimate: settings.autoAnimate,
    agenda: [node, ...notes].some(hasAgenda) || settings.layout === 'agenda' ? agendaOf(all, opener) : [],
    steps: 0,
  };
  if (settings.layout === 'agenda' && !hasAgenda(node)) node.children.push(agendaNode());
  const made = await contentOf(node.children, { id, origin, facts, chain }, context);
  if (!hasSlots(settings.layout)) refuseSlots(made, settings.layout, origin.file);
  const { content, background } = arrange(made, settings.layout);
  const options = { files: origin.files, onAsset, file: origin.file, place: node };
  return {
    id,
    title,
    settings,
    section: opener?.title ?? '',
    opensSection: read.opensSection,
    number,
    content,
    background: settings.background
      ? [...(await slideBackground(settings.background, options)), ...background]
      : background,
    notes:
      notes.length > 0
        ? await contentOf(notes, { id: `${id}-notes`, origin, facts: { ...facts, part: 'notes' }, chain }, context)
        : [],
    notesSource: sourceOfNodes(notes, origin.file),
    continued: false,
    steps: facts.steps,
    position: node.position,
    file: origin.file,
  };
}

/**
 * Content that follows from the text alone is not made twice: where it has ids, drawings, files or messages, there is
 * more to it than the text.
 */
async function contentOf(
  children: RootContent[],
  given: Omit<ToContentOptions, 'parts'>,
  context: SlideContext,
): Promise<ElementContent[]> {
  const { memory, parts, registry, rawMarkup } = context;
  const options = { ...given, parts };
  const key = memory && contentKey(children, given, memory.deck);
  if (!memory || key === undefined) return toContent(children, options);
  const known = memory.contents.read(key);
  if (known) {
    Object.assign(given.facts, known.facts);
    return known.content;
  }
  const state = (): string =>
    [registry.count(), rawMarkup.size, context.loads, given.origin.file.messages.length].join();
  const before = state();
  const content = await toContent(children, options);
  if (state() === before) memory.contents.write(key, { content, facts: given.facts });
  return content;
}

/** What an author wrote for nodes that stand side by side. */
function sourceOfNodes(nodes: RootContent[], { value }: VFile): string {
  const parts = nodes.map(({ position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    return start === undefined || end === undefined ? '' : String(value).slice(start, end);
  });
  return parts.filter(Boolean).join('\n\n');
}

function refuseSlots(content: ElementContent[], layout: Layout, file: VFile): void {
  for (const node of content) {
    const slot = node.type === 'element' ? node.properties['dataSlot'] : undefined;
    if (slot === undefined) continue;
    const reason = `Unexpected “:::${String(slot)}” in the layout “${layout}”, expected a layout that has such places: ${LAYOUTS.filter(hasSlots).join(', ')}`;
    warn(file, reason, { place: node.position, ruleId: 'layout-slot' });
  }
}

/** What a section divider says of its looks holds for its section. */
function inSection(own: SlideSettings, opener: SlideSettings | undefined): SlideSettings {
  return { ...own, tone: own.tone ?? opener?.tone, theme: own.theme ?? opener?.theme };
}

/** The cover and agendas are no parts of a talk. */
function isFrame({ node, read }: Placed): boolean {
  return ['cover', 'agenda'].includes(read.settings.layout) || hasAgenda(node);
}

/** Sections; where there are none, the slides that have titles. */
function agendaOf(all: Placed[], opener: Placed | undefined): AgendaEntry[] {
  const sections = all.filter(({ read, title }) => read.opensSection && title);
  const entries = sections.length > 0 ? sections : all.filter((slide) => slide.title && !isFrame(slide));
  return entries.map((entry) => ({ id: entry.id, title: entry.title, current: entry === opener }));
}

function slideTitle(node: SlideNode): string {
  const heading = node.children.find(({ type }) => type === 'heading');
  return heading ? plainText(heading) : '';
}
