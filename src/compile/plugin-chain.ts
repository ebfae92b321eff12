import type { Root as HastRoot } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Nodes, Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import type { Pluggable } from 'unified';
import type { VFile } from 'vfile';
import { isHeading } from '../html/elements.ts';
import type { FenceRegistry } from '../html/fence-registry.ts';
import type { IdRegistry } from '../html/ids.ts';
import { preparePlugins, settlePlugins } from '../html/plugin-markup.ts';
import { returnElements, shelterElements } from '../html/shelter-elements.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { AddedSyntax } from '../markdown/syntax.ts';
import type { ContentPlugin, DeckPlugins } from '../model/plugins.ts';
import { placePlugins, type Item } from './plugin-slots.ts';
import { treeFault } from './plugin-tree.ts';
import { guardedPlugin, reportFailure, type RunPlugin } from './run-plugin.ts';
import { processorOf, type Convert, type PluginStages, type Steps } from './to-content.ts';
import { wholeDeckStage } from './whole-deck.ts';

export interface PluginChainOptions {
  /** mdast → mdast, for a file. */
  document: Steps;
  /** mdast → mdast, for a file: it becomes slides on the way. */
  markdown: Steps;
  /** hast → hast, for a slide. */
  html: Steps;
  plugins: DeckPlugins;
  registry: IdRegistry;
  parts: FenceRegistry;
  /** The deck's file. */
  file: VFile;
}

/** Before this, a document is a document; behind it, it is slides. */
const SLIDES = 'slides';
const FIRST_FOR_SLIDES = 'speakerNotes';
/** Where plugins run that name no place: before these. */
const USUAL = { deck: SLIDES, slide: 'callouts', html: 'highlight' };

/** Returns the chain with the plugins of a project in their places. */
export function chainWithPlugins(options: PluginChainOptions): PluginStages {
  const { document, markdown, html, plugins, file } = options;
  const inline = plugins.directives.flatMap(({ name, kind }) => (kind === 'text' ? name : []));
  const added: Added = {
    syntax: { micromark: [], fromMarkdown: [], directives: inline, whole: false, key: plugins.key },
  };
  const usual = ({ scope }: ContentPlugin): string => USUAL[scope];
  const items = placePlugins({ ...document, ...markdown }, plugins.remark, {
    usual,
    firstForSlides: FIRST_FOR_SLIDES,
    file,
  });
  const steps = items.map((item) => (item.plugin ? remarkStep(item.plugin, file, added) : item.step));
  // Where a document becomes slides, its definitions are taken out of it.
  const split = items.findIndex(({ name }) => name === SLIDES);
  return {
    document: processorOf(steps.slice(0, split)),
    markdown: processorOf(steps.slice(split)),
    ...htmlStages(placePlugins(html, plugins.rehype, { usual: () => USUAL.html, file }), options),
    ...(addsAnything(added.syntax) && { added: added.syntax }),
    ...(Object.keys(plugins.remarkRehype).length > 0 && { convert: converting(plugins.remarkRehype) }),
    kept: plugins.key,
    same: !plugins.rehype.every(isPure) ? 'nothing' : plugins.remark.every(isPure) ? 'text' : 'tree',
  };
}

function isPure({ pure }: ContentPlugin): boolean {
  return pure;
}

function addsAnything({ micromark, fromMarkdown, directives }: AddedSyntax): boolean {
  return micromark.length + fromMarkdown.length + directives.length > 0;
}

/** Options of a project may fail on a slide, which is converted without them then. */
function converting(own: DeckPlugins['remarkRehype']): Convert {
  return (root, file, options) => {
    const before = new Set(file.messages);
    try {
      const all = { ...options, ...own, handlers: { ...options.handlers, ...own.handlers } };
      const made = remarkRehype(all)(root, file);
      const fault = treeFault(made, 'hast');
      if (fault !== undefined) throw new Error(fault);
      return made as HastRoot;
    } catch (error) {
      const scene = { file, place: root.children[0]?.position, what: slideNamed(titleOf(root.children)), before };
      reportFailure('remarkRehype', error, scene);
      return remarkRehype(options)(root, file) as HastRoot;
    }
  };
}

interface Added {
  syntax: { -readonly [Key in keyof AddedSyntax]: AddedSyntax[Key] };
}

function remarkStep(plugin: ContentPlugin, file: VFile, { syntax }: Added): Pluggable {
  return guardedPlugin(plugin, {
    kind: 'mdast',
    file,
    around: plugin.scope === 'deck' ? wholeFile : eachPart,
    attached(processor) {
      const { micromarkExtensions = [], fromMarkdownExtensions = [] } = processor.data();
      const more = micromarkExtensions.filter((extension) => !syntax.micromark.includes(extension));
      syntax.micromark = [...syntax.micromark, ...more];
      const others = fromMarkdownExtensions.filter((extension) => !syntax.fromMarkdown.includes(extension));
      syntax.fromMarkdown = [...syntax.fromMarkdown, ...others];
      if (more.length > 0 && !plugin.chunkSafe) syntax.whole = true;
    },
  });
}

type Around = Parameters<typeof guardedPlugin>[1]['around'];

const wholeFile: Around = (run) => (tree, file) => run(tree as Root, { file, place: undefined, what: 'deck' });

/** Slides and the notes behind them, one by one; footnotes, which no slide has yet, together. */
const eachPart: Around = (run) => async (tree, file) => {
  const root = tree as Root;
  const parts = root.children.filter(({ type }) => type === 'slide' || type === 'slideNotes');
  if (parts.length === 0) return wholeFile(run)(tree, file);
  let what = 'slide';
  for (const part of parts) {
    if (!('children' in part)) continue;
    if (part.type === 'slide') what = slideNamed(titleOf(part.children));
    const scene = { file, place: part.position ?? part.children[0]?.position, what };
    const { children } = await run({ type: 'root', children: part.children } as Root, scene);
    // The notes of a slide are known by this list.
    part.children.splice(0, part.children.length, ...(children as never[]));
  }
  return tree;
};

function titleOf(nodes: readonly Nodes[]): string {
  const heading = nodes.find(({ type }) => type === 'heading');
  return heading ? plainText(heading) : '';
}

function slideNamed(title: string): string {
  return title ? `slide “${title.slice(0, 60)}”` : 'slide';
}

/** The chain of a slide: in one piece, or cut where plugins see all slides at once. */
function htmlStages(
  items: readonly Item[],
  { registry, parts, file }: Pick<PluginChainOptions, 'registry' | 'parts' | 'file'>,
): Pick<PluginStages, 'html' | 'whole'> {
  const [first, last] = [items.findIndex(({ plugin }) => plugin), items.findLastIndex(({ plugin }) => plugin)];
  const whole: PluginStages['whole'][number][] = [];
  let steps: Pluggable[] = [];
  items.forEach((item, index) => {
    if (index === first) steps.push([preparePlugins, { parts, registry }]);
    if (item.name === 'rawHtml') steps.push(shelterElements, item.step, returnElements);
    else if (!item.plugin) steps.push(item.step);
    else if (item.plugin.scope === 'slide')
      steps.push(guardedPlugin(item.plugin, { kind: 'hast', file, around: oneSlide }));
    else {
      whole.push({ before: processorOf(steps), run: wholeDeckStage(item.plugin, file) });
      steps = [];
    }
    if (index === last) steps.push([settlePlugins, { parts, registry }]);
  });
  return { html: processorOf(steps), whole };
}

const oneSlide: Around = (run: RunPlugin) => (tree, file) => {
  const root = tree as HastRoot;
  const heading = root.children.find((child) => child.type === 'element' && isHeading(child));
  const what = slideNamed(heading ? toString(heading) : '');
  return run(root, {
    file,
    place: root.position,
    what: root.data?.slide?.part === 'notes' ? `notes of the ${what}` : what,
  });
};
