import type { Element, ElementContent, Properties } from 'hast';
import type { RootContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { CheckSettingsInput } from './check-settings.ts';
import type { ConfigOptions } from './config-options.ts';
import type { Dialect } from './dialect.ts';
import type { RenderedFence } from './plugins.ts';
import type { OptionDefaults, ProjectOutput, ProjectRule } from './project-parts.ts';

/** A remark or rehype plugin: a function that unified calls with its processor as `this`. */
export type PluginFunction = (this: never, ...options: never[]) => unknown;

/** A package or a file that has a plugin as its default export, or the plugin. */
export type PluginName = string | PluginFunction;

/** A remark or rehype plugin with all of its settings. */
export interface PluginSettings {
  plugin: PluginName;
  options?: unknown;
  /**
   * The scope of one run: `deck` all slides at once, `slide` one after the other.
   * @default 'deck' for remark plugins, 'slide' for rehype plugins
   */
  scope?: 'deck' | 'slide';
  /** Syntax that it adds never spans blank lines between blocks, so long documents can be parsed in parts. @default false */
  chunkSafe?: boolean;
  /** Makes the same of the same slide, so that its result is kept while other slides change. @default false */
  pure?: boolean;
  /** Run before this one of Lectern's plugins. @default the place of its kind */
  before?: string;
  /** Run after this one of Lectern's plugins. @default the place of its kind */
  after?: string;
}

/** An entry of `remarkPlugins` or `rehypePlugins`. */
export type PluginEntry = PluginName | readonly [plugin: PluginName, ...options: unknown[]] | PluginSettings;

/** Renders fences of some languages, as in ` ```abc `. */
export interface Fence {
  languages: readonly string[];
  /** Returns markup as text (HTML or SVG) or as hast. An Error that it throws becomes a message at the fence. */
  render: (fence: RenderedFence) => string | Element | ElementContent[] | Promise<string | Element | ElementContent[]>;
  /** Change it when `render` makes something else of the same fence. @default changes with the config */
  version?: string;
  /** @default its languages */
  name?: string;
}

/** A directive as it is in the Markdown tree (mdast). */
export interface DirectiveNode {
  type: 'containerDirective' | 'leafDirective' | 'textDirective';
  name: string;
  attributes?: Record<string, string | null | undefined> | null | undefined;
  children: RootContent[];
  /** Says what it becomes: an element, its properties, and content in place of that of its children. */
  data?: {
    hName?: string | null | undefined;
    hProperties?: Properties | null | undefined;
    hChildren?: ElementContent[] | null | undefined;
  };
  position?: Position | undefined;
}

/** A directive of a project. */
export interface Directive {
  name: string;
  /** `container` for `:::name`, `leaf` for `::name`, `text` for `:name[…]`. @default 'container' */
  kind?: 'container' | 'leaf' | 'text';
  /** Changes the node in place. An Error that it throws becomes a message at the directive. */
  transform(node: DirectiveNode, file: VFile): void | Promise<void>;
}

/** Converts a node of the Markdown tree; `state` is that of mdast-util-to-hast. */
type Handler = {
  of(state: unknown, node: unknown, parent: unknown): ElementContent | ElementContent[] | undefined;
}['of'];

/** Options of remark-rehype. */
export interface RemarkRehypeOptions {
  /** Convert nodes of these types. */
  handlers?: Readonly<Record<string, Handler>>;
  /** Types of nodes that stay as they are, for rehype plugins. */
  passThrough?: readonly string[];
  /** Converts nodes of unknown types. */
  unknownHandler?: Handler;
}

/** A reveal.js plugin. Its files are inlined into the deck. */
export interface RevealPluginSettings {
  /** @default the name of its script */
  name?: string;
  /** A file of a package, such as `reveal.js-menu/menu.js`, or a path relative to the config. */
  script: string;
  /**
   * The global variable that a classic script sets, as in `RevealMenu`.
   * @default the first whose name begins with `Reveal`, or the one that a bundler has made
   */
  global?: string;
  /** The export of a module that has the plugin. @default 'default' */
  module?: string;
  /** Style sheets, found as the script is. What the script loads from beside itself is found by its text. */
  style?: string | readonly string[];
  /** Keys of reveal.js's configuration, as in `{ menu: { side: 'right' } }`. */
  options?: Readonly<Record<string, unknown>>;
  /** Origins that it is allowed to reach, as in `https://api.example.org`. Decks with one need a network. */
  network?: readonly string[];
}

/** Additions of a plugin package, or a config, to Lectern. */
export interface Plugin {
  /** unified plugins for Markdown (mdast); they see the document before it becomes slides. */
  remarkPlugins?: readonly PluginEntry[];
  /** unified plugins for HTML (hast); they see each slide after raw HTML was cleaned. */
  rehypePlugins?: readonly PluginEntry[];
  /** Options of remark-rehype. */
  remarkRehype?: RemarkRehypeOptions;
  /** Renderers of fence languages. */
  fences?: readonly Fence[];
  directives?: readonly Directive[];
  revealPlugins?: readonly RevealPluginSettings[];
  /** Outputs for `--to`. */
  outputs?: readonly ProjectOutput[];
  /** Rules for `lectern check`. */
  rules?: readonly ProjectRule[];
  /** Dialects of decks for other tools, for `dialect:` and `--from`. */
  dialects?: readonly Dialect[];
}

/** A plugin with its name. */
export interface NamedPlugin extends Plugin {
  /** The name that messages give it. @default the package's */
  name?: string;
}

/** An entry of `plugins`: a package, a path relative to the config, or the plugin; with options where it is a function. */
export type BundleEntry = BundleName | readonly [plugin: BundleName, options: unknown];
type BundleName = string | NamedPlugin | ((options: never) => NamedPlugin);

/** A project's config, as `lectern.config.ts` exports it. */
export interface LecternConfig extends ConfigOptions, Plugin {
  /** Settings of rules by their ids, as in `{ contrast: 'warning', words: { most: 60 } }`. */
  check?: CheckSettingsInput;
  /** Plugins that bring several of the above: packages such as `lectern-plugin-x`, or what `definePlugin` returns. */
  plugins?: readonly BundleEntry[];
  /** Options of a project's outputs by their names, as in `{ outline: { depth: 2 } }`. */
  outputOptions?: Readonly<Record<string, OptionDefaults>>;
}

/** Types a config. A function is called when the config is loaded. */
export function defineConfig(
  config: () => LecternConfig | Promise<LecternConfig>,
): () => LecternConfig | Promise<LecternConfig>;
// The last one is what messages of the compiler are about.
export function defineConfig(config: LecternConfig): LecternConfig;
export function defineConfig<Config>(config: Config): Config {
  return config;
}

/** Types a plugin that brings several things. A package exports it as its default. */
export function definePlugin<const Bundle extends NamedPlugin | ((options: never) => NamedPlugin)>(
  plugin: Bundle,
): Bundle {
  return plugin;
}

/** Types a renderer of fences. */
export function defineFence(fence: Fence): Fence {
  return fence;
}

/** Types a directive. */
export function defineDirective(directive: Directive): Directive {
  return directive;
}

/** Types an output: its options get the types of their defaults. */
export function defineOutput<const Defaults extends OptionDefaults>(
  output: ProjectOutput<Defaults>,
): ProjectOutput<Defaults> {
  return output;
}

/** Types a dialect: it reads decks of another tool. */
export function defineDialect(dialect: Dialect): Dialect {
  return dialect;
}

/** Types a rule for `lectern check`. */
export function defineRule<const Defaults extends Readonly<Record<string, number>>>(
  rule: ProjectRule<Defaults>,
): ProjectRule<Defaults> {
  return rule;
}
