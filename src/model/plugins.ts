import type { Element, ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Options as RemarkRehypeOptions } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import type { Dialect } from './dialect.ts';
import type { ProjectOutput, ProjectRule } from './project-parts.ts';
import type { RuleId } from './rule-ids.ts';

/** A remark or rehype plugin of a project, loaded and ready to be used. */
export interface ContentPlugin {
  /** The name that messages give it: of its package, else of its function. */
  name: string;
  /** unified's tuple: the function and its options. */
  use: [plugin: (this: unknown, ...options: never[]) => unknown, ...options: unknown[]];
  /**
   * The scope of one run: the whole document, or one slide. A remark plugin of scope `slide` runs on the mdast of each
   * slide; a rehype plugin of scope `deck` runs once, on the hast of all slides.
   */
  scope: 'deck' | 'slide';
  /** Adds syntax that chunks of the document can be parsed with one by one. @default false, so that the document is parsed whole */
  chunkSafe: boolean;
  /** Makes the same of the same slide, so that its result may be kept between saves. @default false */
  pure: boolean;
  /** The built-in plugin that it runs before or after. @default the slot of its kind in the chain */
  before?: string;
  after?: string;
}

/** A fence whose language a plugin renders. */
export interface RenderedFence {
  lang: string;
  value: string;
  /** Attributes behind the language, as in `{width=300}`. */
  attributes: Readonly<Record<string, string>>;
  /** BCP 47 tag of the slide's language. */
  deckLang: string;
}

/** Renders fences of some languages. */
export interface FenceRenderer {
  /** The name that messages give it. */
  name: string;
  languages: readonly string[];
  /**
   * Changes where the result for the same fence does: results are kept between builds by it and the fence. Empty where
   * they are not to be kept.
   */
  version: string;
  /** Returns markup as text (HTML or SVG) or as hast. May throw an Error, whose message is shown at the fence. */
  render: (fence: RenderedFence) => string | ElementContent[] | Element | Promise<string | ElementContent[] | Element>;
}

/** A directive of a plugin. */
export interface PluginDirective {
  name: string;
  kind: 'container' | 'leaf' | 'text';
  /** Changes the node in place, as a built-in directive does: `data.hName`, `data.hProperties`, its children. */
  transform: (node: ContainerDirective | LeafDirective | TextDirective, file: VFile) => void | Promise<void>;
}

/** Additions of a project to the chain from Markdown to slides. */
export interface DeckPlugins {
  /** Identifies plugins and their options, for caches. */
  key: string;
  remark: readonly ContentPlugin[];
  rehype: readonly ContentPlugin[];
  remarkRehype: Pick<RemarkRehypeOptions, 'handlers' | 'passThrough' | 'unknownHandler'>;
  fences: readonly FenceRenderer[];
  directives: readonly PluginDirective[];
}

/** A reveal.js plugin as a project names it, with the absolute paths of its files. */
export interface RevealPluginSource {
  /** The name that messages give it. */
  name: string;
  /** Its code: a classic script, or a module without imports. */
  script: string;
  /**
   * The variable that a classic script sets, or the export of a module.
   * @default the first variable whose name begins with `Reveal`; of a module, its default export
   */
  global?: string | undefined;
  /** Style sheets, in their order. Those that the script loads by itself are found by their names. */
  styles: readonly string[];
  /** Keys of reveal.js's configuration, as in `{ chalkboard: {…} }`. Functions are sent to the page as text. */
  options: Readonly<Record<string, unknown>>;
  /** Origins that it may reach; decks with one need a network, and say so. */
  network: readonly string[];
}

/** A reveal.js plugin, read from its files and ready to be put into the page. */
export interface RevealPlugin {
  /** The name that messages give it. */
  name: string;
  /** A classic script, which leaves the plugin and its options at its own `<script>` element. */
  script: string;
  /** Style sheet with everything that it shows inside; empty for none. */
  style: string;
  /** Origins that the page's policy allows. */
  network: readonly string[];
  /** Problems that every deck with the plugin has. */
  warnings: readonly PluginWarning[];
}

export interface PluginWarning {
  reason: string;
  ruleId: RuleId;
}

/** An installed package, or a file of the project, that brings plugins. */
export interface PluginSource {
  /** As the config names it. */
  name: string;
  /** Version of a package. */
  version: string | undefined;
  /** The file that was loaded, absolute. */
  file: string;
  /** Its additions, as in `remark plugin`. */
  brings: string[];
}

/** Additions of a project to Lectern. */
export interface ProjectPlugins {
  /** `undefined` where there is nothing for decks. */
  deck: DeckPlugins | undefined;
  reveal: readonly RevealPlugin[];
  outputs: readonly ProjectOutput[];
  rules: readonly ProjectRule[];
  dialects: readonly Dialect[];
  /** In the order of the config. */
  sources: readonly PluginSource[];
}

/** The plugins of a project without a config. */
export const NO_PLUGINS: ProjectPlugins = {
  deck: undefined,
  reveal: [],
  outputs: [],
  rules: [],
  dialects: [],
  sources: [],
};
