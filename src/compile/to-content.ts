import type { ElementContent, Root as HastRoot } from 'hast';
import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import remarkRehype, { type Options as BridgeOptions } from 'remark-rehype';
import { unified, type Pluggable, type Processor } from 'unified';
import type { VFile } from 'vfile';
import { errorBox } from '../html/error-box.ts';
import type { IdRegistry } from '../html/ids.ts';
import type { AddedSyntax } from '../markdown/syntax.ts';
import type { Draw } from '../model/drawing.ts';
import type { SlideFacts, SlideFindings } from '../model/hast-data.ts';
import type { RawMarkups } from '../model/raw-markup.ts';
import { failOnThrown } from './thrown.ts';

/** The stages that files and slides of a deck go through, in this order. */
export interface Stages {
  /** mdast → mdast, for a file as a document. */
  document: Processor<undefined, Root, Root>;
  /** mdast → mdast, for a file: it becomes slides on the way. */
  markdown: Processor<undefined, Root, Root>;
  /** hast → hast, for all slides at once, and what each of them goes through before. */
  whole: readonly WholeStage[];
  /** hast → hast, for a slide. */
  html: Processor<undefined, HastRoot, HastRoot>;
}

/** Stages with plugins of a project among them. */
export interface PluginStages extends Stages {
  /** Syntax that they add. */
  added?: AddedSyntax;
  /** mdast → hast with options of theirs. */
  convert?: Convert;
  /** Identifies them, for what is kept of a slide. */
  kept: string;
  /** The input that decides their result: the text of a slide, its tree, or neither. */
  same: 'text' | 'tree' | 'nothing';
}

export interface WholeStage {
  before: Processor<undefined, HastRoot, HastRoot>;
  run: (contents: readonly StartedContent[]) => Promise<void>;
}

/** Everything that slides of a deck go through. */
export interface SlideChain extends Stages, Partial<Pick<PluginStages, 'added' | 'kept' | 'same' | 'convert'>> {
  /** mdast → hast, for a slide. */
  handlers: Handlers;
  /** State that the plugins share. */
  shared: SharedParts;
}

/** Built-in plugins in the order they run, by the names that plugins of projects are placed by. */
export type Steps = Readonly<Record<string, Pluggable>>;

/** Makes the stages of steps. */
export function stagesOf({ document, markdown, html }: Record<'document' | 'markdown' | 'html', Steps>): Stages {
  return {
    document: processorOf(Object.values(document)),
    markdown: processorOf(Object.values(markdown)),
    whole: [],
    html: processorOf(Object.values(html)),
  };
}

/** Makes one processor of the steps of a chain. */
export function processorOf<Tree extends Root | HastRoot>(
  steps: readonly Pluggable[],
): Processor<undefined, Tree, Tree> {
  return unified()
    .use([...steps])
    .freeze() as unknown as Processor<undefined, Tree, Tree>;
}

/** Converts the nodes of a slide. */
export type Convert = (root: Root, file: VFile, options: BridgeOptions) => HastRoot;

const convert: Convert = (root, file, options) => remarkRehype(options)(root, file) as HastRoot;

/** State that the slides of a deck share. */
interface SharedParts {
  ids: IdRegistry;
  rawMarkup: RawMarkups;
  draw: Draw;
}

/** Nodes that become the content of a slide, and what is known of them. */
export interface ContentSource {
  children: RootContent[];
  /** The definitions that the nodes refer to. */
  definitions: readonly (Definition | FootnoteDefinition)[];
  /** The file that they are written in. */
  file: VFile;
  /** The prefix of ids made for footnotes. */
  id: string;
  facts: SlideFacts;
}

/** The content that nodes became. */
export interface MadeContent {
  content: ElementContent[];
  findings: SlideFindings;
}

/** Content on its way through the chain. */
export interface StartedContent {
  source: ContentSource;
  hast: HastRoot;
  findings: SlideFindings;
  /** Messages of its file when it began. */
  messages: number;
  /** Content that is shown where it failed. */
  failed?: ElementContent[];
}

/** Converts the nodes of a slide to HTML: raw HTML is parsed, and footnotes end the slide that cites them. */
export async function toContent(source: ContentSource, chain: SlideChain): Promise<MadeContent> {
  const started = startContent(source, chain);
  for (const { before } of chain.whole) await passThrough(started, before);
  return finishContent(started, chain);
}

/** Converts the nodes of a slide to hast. */
export function startContent(source: ContentSource, chain: Pick<SlideChain, 'handlers' | 'convert'>): StartedContent {
  const { handlers } = chain;
  const { children, definitions, file, id, facts } = source;
  const position = children[0]?.position;
  const findings: SlideFindings = { steps: 0, images: [], pure: true };
  const started = {
    source,
    hast: { type: 'root', children: [] } as HastRoot,
    findings,
    messages: file.messages.length,
  };
  try {
    const bridge = { allowDangerousHtml: true, clobberPrefix: `${id}-`, footnoteBackContent: '↑', handlers };
    const root: Root = { type: 'root', children: [...children, ...definitions] };
    const hast = (chain.convert ?? convert)(root, file, bridge);
    if (position) hast.position = position;
    hast.data = { ...hast.data, slide: facts, findings, ...(facts.part === 'content' && { slideId: id }) };
    hast.children = hast.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    return { ...started, hast };
  } catch (error) {
    return { ...started, failed: [errorBox(failOnThrown(error, file, position))] };
  }
}

/** Runs a part of the chain on content. */
export async function passThrough(
  content: StartedContent,
  steps: Processor<undefined, HastRoot, HastRoot>,
): Promise<void> {
  if (content.failed) return;
  const { file, children } = content.source;
  try {
    content.hast = await steps.run(content.hast, file);
  } catch (error) {
    content.failed = [errorBox(failOnThrown(error, file, children[0]?.position))];
  }
}

/** Runs the end of the chain. */
export async function finishContent(content: StartedContent, { html }: Pick<SlideChain, 'html'>): Promise<MadeContent> {
  await passThrough(content, html);
  const { source, findings, messages, failed } = content;
  if (failed) return { content: failed, findings: { ...findings, pure: false } };
  // Each compilation has to report its messages again.
  if (source.file.messages.length > messages) findings.pure = false;
  return {
    content: content.hast.children.filter((child): child is ElementContent => child.type !== 'doctype'),
    findings,
  };
}
