import type { BrowserPool } from '../browser/browser-pool.ts';
import type { CompileMemory } from '../compile/compile-memory.ts';
import type { FetchRules } from '../files/fetch-picture.ts';
import type { LocatedFiles } from '../files/located-files.ts';
import type { WebPictures } from '../files/web-pictures.ts';
import { createHighlighter, type Highlighter } from '../html/highlight.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Size } from '../model/deck.ts';
import type { ProjectPlugins } from '../model/plugins.ts';
import type { StyleKind } from '../styles/bundle-styles.ts';
import type { Styles } from '../styles/load-styles.ts';

/** Settings of the command line, or of a project, for its decks. */
export interface DeckOptions {
  /** Takes precedence over the theme that a deck names. */
  theme?: string | undefined;
  /** Takes precedence over the size that a deck has. */
  size?: Size | undefined;
  /** The brand file of the project. @default one that is found */
  brand?: string | undefined;
  /** The decks come from somebody else. @default false */
  untrusted?: boolean | undefined;
  /** Fetches images of the web into the project; `undefined` asks nobody. */
  fetch?: FetchRules | undefined;
  /** Rule settings of the project; those of a deck take precedence. @default none */
  rules?: CheckSettings | undefined;
  /** The dialect of decks that name none: `marp`, `lectern` … @default what is certain of a deck */
  dialect?: string | undefined;
  /** Additions of the project. @default nothing */
  plugins?: ProjectPlugins | undefined;
  /** Seconds that the browser may take for a document. @default 60, plus 0.5 per slide */
  timeout?: number | undefined;
}

/** Resources that all decks of a run share. */
export interface Resources {
  pool: BrowserPool;
  /** Folder for what one run can leave to the next. */
  cacheFolder: string;
  highlighter: Highlighter;
  /** Style sheets by the theme's file and the project. */
  styles: Map<string, Styles>;
  /** Images of the web by the project they lie in. */
  web: Map<string, Promise<WebPictures>>;
}

/** Says what is going to be made of a deck, so that it can be started while the deck is compiled. */
export interface Purpose {
  /** The style sheets to bundle. */
  styleKinds: readonly StyleKind[];
  /** Look at images, since they are resized for print. @default false */
  printsPictures?: boolean;
}

/** Additional resources of a deck that is compiled again and again. */
export interface LiveResources {
  /** Keeps what is likely to be the same the next time. */
  memory: CompileMemory;
  /** Gets every file that the deck names, whether it exists or not. */
  located: LocatedFiles;
}

/** Everything that preparing a deck takes beside its source. */
export interface PrepareContext {
  options: DeckOptions;
  resources: Resources;
  purpose: Purpose;
  live?: LiveResources | undefined;
}

/** Creates the resources of a run. */
export function createResources(pool: BrowserPool, cacheFolder: string): Resources {
  return { pool, cacheFolder, highlighter: createHighlighter(), styles: new Map(), web: new Map() };
}
