import type { Root } from 'hast';
import type { LoadedAsset } from './deck-files.ts';
import type { Layout } from './layouts.ts';

/** Facts about a slide that its plugins need. */
export interface SlideFacts {
  /** Speaker notes have no steps and no layout. */
  part: 'content' | 'notes';
  layout: Layout;
  /** BCP 47 tag of the slide's language. */
  lang: string;
  incremental: boolean;
  autoAnimate: boolean;
  /** Entries of the agenda. */
  agenda: AgendaEntry[];
  /** The share of the width of a chart that will be beside words. */
  chartShare?: number;
  /** Numbers on it that the deck counts. */
  numbering?: string;
}

/** Facts that the plugins find out about it. */
export interface SlideFindings {
  /** How many steps it has. */
  steps: number;
  /** Files that it shows. */
  images: LoadedAsset[];
  /**
   * It follows from its text, its definitions and its facts alone. What takes ids, files or drawings from the deck, or
   * gives it any, does not: each plugin that does so says it with `markImpure`.
   */
  pure: boolean;
}

/** Says that a slide takes something from its deck, or gives it something, that its text does not tell. */
export function markImpure({ data }: Root): void {
  if (data?.findings) data.findings.pure = false;
}

export interface AgendaEntry {
  id: string;
  title: string;
  /** The talk is here, or comes here next. */
  current: boolean;
  /** The talk has been here. */
  done: boolean;
}

declare module 'hast' {
  interface RootData {
    slide?: SlideFacts;
    findings?: SlideFindings;
    /** Id of the slide, for its content. */
    slideId?: string;
    /** Ids that its headings were given before plugins of the project ran. */
    givenIds?: Set<string>;
    /** All ids that it had then. */
    idsBefore?: ReadonlySet<string>;
    /** All positions that its nodes had then, as texts. */
    placesBefore?: ReadonlySet<string>;
  }
}
