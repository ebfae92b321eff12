import type { ElementContent } from 'hast';
import type { VFile } from 'vfile';
import type { ByteCache } from '../files/byte-cache.ts';
import type { RenderedMarkup, RenderFence } from '../html/rendered-fences.ts';
import type { Directive } from '../markdown/directive.ts';
import type { AddedDirective } from '../markdown/directives.ts';
import { CONTAINER_DIRECTIVES, LEAF_DIRECTIVES, TEXT_DIRECTIVES } from '../model/directive-names.ts';
import type { Fence } from '../model/fence.ts';
import { fail } from '../model/messages.ts';
import type { DeckPlugins, FenceRenderer, PluginDirective, RenderedFence } from '../model/plugins.ts';
import { copyTree, treeFault } from './plugin-tree.ts';
import { failureReason } from './run-plugin.ts';

/** Additions of a project's plugins to the built-in ones. */
export interface PluginParts {
  directives: AddedDirective[];
  /** Languages of fences, in lower case. */
  languages: ReadonlySet<string>;
  renderFence: RenderFence | undefined;
}

/** Prepares directives and renderers of fences. @param file - the deck's */
export function pluginParts(plugins: DeckPlugins, file: VFile, cache: ByteCache | undefined): PluginParts {
  const renderers = new Map<string, FenceRenderer>();
  for (const renderer of plugins.fences) {
    for (const language of renderer.languages) renderers.set(language.toLowerCase(), renderer);
  }
  return {
    directives: plugins.directives.filter((directive) => isFree(directive, file)).map(guardedDirective),
    languages: new Set(renderers.keys()),
    renderFence: renderers.size > 0 ? (fence, lang) => renderFence(fence, { lang, renderers, cache }) : undefined,
  };
}

const TAKEN: Readonly<Record<PluginDirective['kind'], readonly string[]>> = {
  container: CONTAINER_DIRECTIVES,
  leaf: LEAF_DIRECTIVES,
  text: TEXT_DIRECTIVES,
};

function isFree({ name, kind }: PluginDirective, file: VFile): boolean {
  if (!TAKEN[kind].includes(name)) return true;
  fail(file, `A plugin defines the directive “${name}”, which Lectern has itself; choose another name`, {
    place: undefined,
    ruleId: 'plugin',
  });
  return false;
}

function guardedDirective({ name, kind, transform }: PluginDirective): AddedDirective {
  return {
    name,
    kind,
    async handle(node, file) {
      const kept = copyTree(node);
      try {
        await transform(node, file);
        const fault = treeFault({ type: 'root', children: [node] }, 'mdast');
        if (fault !== undefined) throw new Error(fault);
        // What it takes from elsewhere may be something else the next time.
        node.data = { ...node.data, impure: true };
      } catch (error) {
        restore(node, kept);
        fail(file, `Directive “${name}” failed: ${failureReason(error)}; its content is shown without it`, {
          place: kept.position,
          ruleId: 'plugin',
        });
      }
    },
  };
}

/** Makes a directive what it was, as plain content. */
function restore(node: Directive, kept: Directive): void {
  for (const key of Object.keys(node)) Reflect.deleteProperty(node, key);
  const hName = kept.type === 'containerDirective' ? 'div' : kept.type === 'leafDirective' ? 'p' : 'span';
  Object.assign(node, kept, { data: { ...kept.data, hName } });
}

interface Rendering {
  lang: string;
  renderers: ReadonlyMap<string, FenceRenderer>;
  cache: ByteCache | undefined;
}

async function renderFence(fence: Fence, { lang, renderers, cache }: Rendering): Promise<RenderedMarkup> {
  const renderer = renderers.get(fence.lang.toLowerCase());
  if (!renderer) return { problem: 'no plugin has its language' };
  const given: RenderedFence = {
    lang: fence.lang,
    value: fence.value,
    attributes: Object.fromEntries([...fence.attributes.values].map(([key, one]) => [key, one === true ? '' : one])),
    deckLang: lang,
  };
  // Without a version nobody knows when a result is out of date.
  const kept = renderer.version ? cache : undefined;
  const key = [renderer.name, renderer.version, JSON.stringify(given)];
  try {
    const known = await kept?.read(key);
    if (known) return await markupOf(JSON.parse(Buffer.from(known).toString()));
    const made: unknown = await renderer.render(given);
    const markup = await markupOf(made);
    await kept?.write(key, JSON.stringify(made));
    return markup;
  } catch (error) {
    return { problem: `plugin “${renderer.name}” failed: ${failureReason(error)}` };
  }
}

async function markupOf(made: unknown): Promise<RenderedMarkup> {
  if (typeof made === 'string') {
    const svg = made.replace(/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>\s*)?/i, '').trim();
    if (/^<svg\b[\s\S]*<\/svg>$/i.test(svg)) return { svg };
    const { fromHtml } = await import('hast-util-from-html');
    return { content: fromHtml(made, { fragment: true }).children.filter((node) => node.type !== 'doctype') };
  }
  const content = Array.isArray(made) ? made : [made];
  const fault = treeFault({ type: 'root', children: content }, 'hast');
  if (fault !== undefined) throw new Error(fault);
  return { content: content as ElementContent[] };
}
