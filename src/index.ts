export { check, type CheckedDeck, type CheckOptions, type CheckReport } from './app/check.ts';
export type { Finding } from './check/rule.ts';
export { build, type BuildOptions, type BuildProgress, type BuildReport, type DeckReport } from './app/build.ts';
export { compile, type CompileOptions } from './compile/compile.ts';
export type { BrowserPlaces } from './browser/find-browser.ts';
export type { Deck, DeckMeta, Layout, Size, Slide, SlideSettings, Tone } from './model/deck.ts';
export { LecternError, type ErrorCode } from './model/errors.ts';
