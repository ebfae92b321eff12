export { check, type CheckedDeck, type CheckOptions, type CheckReport } from './app/check.ts';
export type { Finding } from './check/rule.ts';
export { build, type BuildOptions, type BuildProgress, type BuildReport, type DeckReport } from './app/build.ts';
export { compile, type CompileOptions } from './compile/compile.ts';
export type { BrowserPlaces } from './browser/find-browser.ts';
export type { Deck, DeckMeta, Size, Slide, SlideSettings, Tone } from './model/deck.ts';
export type { Layout } from './model/layouts.ts';
export { LecternError, type ErrorCode } from './model/errors.ts';
export {
  defineConfig,
  defineDialect,
  defineDirective,
  defineFence,
  defineOutput,
  definePlugin,
  defineRule,
  type BundleEntry,
  type Directive,
  type DirectiveNode,
  type Fence,
  type LecternConfig,
  type NamedPlugin,
  type Plugin,
  type PluginEntry,
  type PluginFunction,
  type PluginName,
  type PluginSettings,
  type RemarkRehypeOptions,
  type RevealPluginSettings,
} from './model/config.ts';
export type {
  Dialect,
  DialectEntry,
  DialectFront,
  DialectSource,
  Fate,
  FrontEntry,
  SourceRange,
} from './model/dialect.ts';
export type { RenderedFence } from './model/plugins.ts';
export type {
  MessagePlace,
  OptionDefaults,
  OptionValues,
  OutputFile,
  OutputJob,
  PictureOptions,
  ProjectOutput,
  ProjectRule,
  RuleFacts,
  RuleReport,
  RuleReportPlace,
  SeenSlide,
  SeenText,
  SlideBox,
  SlideImage,
} from './model/project-parts.ts';
